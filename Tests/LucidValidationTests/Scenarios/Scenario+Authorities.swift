import LucidDER
import LucidModel
import LucidValidation

extension Scenario {
    /// RFC 5280 §6.1.4(k) to (o): who may issue certificates.
    static let authorities: [Scenario] = [
        .refused("intermediate is no CA", [Failure(.keyCertSignOfCA, 1), Failure(.isCA, 1)]) { w, q in
            try q.middle(w, [Extension(BasicConstraints(cA: false), critical: true)] + World.ca().dropFirst())
        },
        .refused("intermediate without basicConstraints", [Failure(.keyCertSignOfCA, 1), Failure(.isCA, 1)]) { w, q in
            try q.middle(w, Array(World.ca().dropFirst()))
        },
        .refused(
            "intermediate of version 1", [Failure(.authorityKeyIdentifierPresent, 1), Failure(.isCA, 1)]
        ) { w, q in
            try q.middle(w, []) { $0.version = .v1 }
        },
        .refused("intermediate of version 1", by: .pathValidation, [Failure(.isCA, 1)]) { w, q in
            try q.middle(w, []) { $0.version = .v1 }
        },
        .refused("a server as the intermediate", [Failure(.isCA, 1), Failure(.keyCertSign, 1)]) { w, q in
            try q.middle(w, World.leaf())
        },
        .refused("no keyCertSign", [Failure(.keyCertSign, 1)]) { w, q in
            try q.middle(w, World.ca(usage: [.cRLSign, .digitalSignature]))
        },
        .refused("path length 0 with a CA below", [Failure(.pathLength, 1)]) { w, q in
            q.intermediates = [
                try w.root.certify(w.second, World.ca(pathLength: 0)), try w.second.certify(w.middle, World.ca()),
            ]
        },
        .refused("path length 1 with two CAs below", [Failure(.pathLength, 1)]) { w, q in
            let third = try Party("Third")
            q.intermediates = [
                try w.root.certify(third, World.ca(pathLength: 1)),
                try third.certify(w.second, World.ca(pathLength: 7)),
                try w.second.certify(w.middle, World.ca()),
            ]
        },
        .accepted("path length 0 with no CA below") { w, q in try q.middle(w, World.ca(pathLength: 0)) },
        .accepted("a self-issued CA does not count for the path length") { w, q in
            let renewed = try Party("Middle")
            q.intermediates = [
                try w.root.certify(w.middle, World.ca(pathLength: 0)),
                try w.middle.certify(renewed, World.ca(pathLength: 0)),
            ]
            q.target = try renewed.certify(w.server, World.leaf())
        },
        // RFC 5937: what the trust anchor's certificate says holds as if the caller had said it.
        .refused("a root's path length 0 with a CA below", [Failure(.pathLength, 1)]) { w, q in
            try q.root(w, World.ca(pathLength: 0))
        },
        .refused("a root's path length 0 with a CA below", by: .pathValidation, [Failure(.pathLength, 1)]) { w, q in
            try q.root(w, World.ca(pathLength: 0))
        },
        .refused("a CA below the maximum depth 0", [Failure(.pathLength, 1)]) { _, q in
            q.settings = { $0.maximumDepth = 0 }
        },
        .accepted("a CA at the maximum depth 1") { _, q in q.settings = { $0.maximumDepth = 1 } },
        .refused("a root that may not sign certificates", [Failure(.keyCertSign, 2)]) { w, q in
            try q.root(w, World.ca(usage: [.cRLSign]))
        },
        .accepted("a root that may not sign certificates", by: .pathValidation) { w, q in
            try q.root(w, World.ca(usage: [.cRLSign]))
        },
        .refused("a server's certificate as the root", [Failure(.isCA, 2), Failure(.keyCertSign, 2)]) { w, q in
            try q.root(w, World.leaf())
        },
    ]
}
