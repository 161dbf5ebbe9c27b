import LucidDER
import LucidModel
import LucidTestSupport
import LucidValidation
import Testing

extension Scenario {
    /// RFC 5280 §6.1.3(b), (c): which names the CAs above allow. How names and constraints of each form are compared is
    /// tested in `NameConstraints/`.
    static let nameConstraints: [Scenario] = [
        .refused("a name outside of what is permitted", [Failure(.permittedSubtrees, 0)]) { w, q in
            try q.middle(w, World.ca([try permitted(.dns("other.test"))]))
        },
        .accepted("a name within what is permitted") { w, q in
            try q.middle(w, World.ca([try permitted(.dns("example.test"))]))
        },
        .refused("a name that is excluded", [Failure(.excludedSubtrees, 0)]) { w, q in
            try q.middle(w, World.ca([try excluded(.dns("example.test"))]))
        },
        .accepted("a name that is not excluded") { w, q in
            try q.middle(w, World.ca([try excluded(.dns("mail.example.test"))]))
        },
        .refused("permitted and excluded", [Failure(.permittedSubtrees, 0), Failure(.excludedSubtrees, 0)]) { w, q in
            try q.middle(
                w, World.ca([try constraints(permitted: [.dns("other.test")], excluded: [.dns("www.example.test")])]))
        },
        .refused("constraints that nobody can apply", [Failure(.nameConstraintsProcessable, 0)]) { w, q in
            let base = try #require(GeneralName.dns("example.test"))
            let distant = NameConstraints(
                permittedSubtrees: [GeneralSubtree(base: base, minimum: 1)], excludedSubtrees: nil)
            try q.middle(w, World.ca([Extension(distant, critical: true)]))
        },
        .accepted("constraints that nobody can apply, of another form") { w, q in
            let base = try #require(GeneralName.email("example.test"))
            let distant = NameConstraints(
                permittedSubtrees: [GeneralSubtree(base: base, minimum: 1)], excludedSubtrees: nil)
            try q.middle(w, World.ca([Extension(distant, critical: true)]))
        },
        .refused("more comparisons than the limit", [Failure(.nameComparisons, 0)]) { w, q in
            try q.middle(w, World.ca([try permitted(.dns("example.test"))]))
            q.settings = { $0.limits.nameComparisonCount = 0 }
        },
        .refused("an intermediate that is not permitted", [Failure(.permittedSubtrees, 1)]) { w, q in
            q.intermediates = [
                try w.root.certify(w.second, World.ca([try permitted(.directoryName(w.server.name))])),
                try w.second.certify(w.middle, World.ca()),
            ]
        },
        .accepted("a self-issued intermediate that is not permitted") { w, q in
            // §6.1.3(b) skips it: it is a CA's second key, not a second CA.
            let renewed = try Party("Middle")
            q.intermediates = [
                try w.root.certify(w.middle, World.ca([try permitted(.directoryName(w.server.name))])),
                try w.middle.certify(renewed, World.ca()),
            ]
            q.target = try renewed.certify(w.server, World.leaf())
        },
        // RFC 5937 §3.2: the trust anchor's own constraints.
        .refused("a name that the root does not permit", [Failure(.permittedSubtrees, 0)]) { w, q in
            try q.root(w, World.ca([try permitted(.dns("other.test"))]))
        },
        .refused("a name that the root does not permit", by: .pathValidation, [Failure(.permittedSubtrees, 0)]) {
            w, q in
            try q.root(w, World.ca([try permitted(.dns("other.test"))]))
        },
        .refused("a name that the caller does not permit", [Failure(.permittedSubtrees, 0)]) { _, q in
            let subtree = try #require(GeneralSubtree.dns("other.test"))
            q.settings = { $0.initialPermittedSubtrees = [subtree] }
        },
        .refused("a name that the caller excludes", [Failure(.excludedSubtrees, 0)]) { _, q in
            let subtree = try #require(GeneralSubtree.dns("example.test"))
            q.settings = { $0.initialExcludedSubtrees = [subtree] }
        },
        .accepted("a name that the caller permits") { _, q in
            let subtree = try #require(GeneralSubtree.dns("example.test"))
            q.settings = { $0.initialPermittedSubtrees = [subtree] }
        },
    ]

    static func permitted(_ bases: GeneralName?..., critical: Bool = true) throws -> Extension {
        try constraints(permitted: bases, excluded: nil, critical: critical)
    }

    static func excluded(_ bases: GeneralName?...) throws -> Extension {
        try constraints(permitted: nil, excluded: bases)
    }

    private static func constraints(
        permitted: [GeneralName?]?, excluded: [GeneralName?]?, critical: Bool = true
    ) throws -> Extension {
        Extension(
            NameConstraints(
                permittedSubtrees: try permitted?.map { GeneralSubtree(base: try #require($0)) },
                excludedSubtrees: try excluded?.map { GeneralSubtree(base: try #require($0)) }), critical: critical)
    }
}
