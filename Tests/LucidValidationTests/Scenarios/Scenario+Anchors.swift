import LucidDER
import LucidModel
import LucidValidation

extension Scenario {
    /// RFC 5280 §6.1.1(d): where paths end, and when the search gives up.
    static let anchors: [Scenario] = [
        .refused("unknown issuer", [Failure(.trustAnchor, 0)]) { w, q in q.intermediates = [] },
        .refused("unknown root", [Failure(.trustAnchor, 1)]) { w, q in
            let other = try Party("Other")
            q.anchors = [try other.certify(other, World.ca())]
        },
        .refused("no trust anchors", [Failure(.trustAnchor, 1)]) { w, q in q.anchors = [] },
        .refused("a root that is sent along is not trusted for that", [Failure(.trustAnchor, 2)]) { w, q in
            q.intermediates += q.anchors
            q.anchors = []
        },
        .refused("self-signed and not trusted", [Failure(.trustAnchor, 0)]) { w, q in
            q.target = try w.server.certify(w.server, World.leaf())
        },
        .refused("more signatures than the limit", [Failure(.trustAnchor, 1), Failure(.searchBudget, nil)]) { _, q in
            q.settings = { $0.limits.signatureCount = 1 }
        },
        .refused("more intermediates than the limit", [Failure(.trustAnchor, 0), Failure(.searchLength, nil)]) { _, q in
            q.settings = { $0.limits.intermediateCount = 0 }
        },
        .accepted("as many signatures as the limit") { _, q in q.settings = { $0.limits.signatureCount = 2 } },
        .accepted("the usual chain") { _, _ in },
        .accepted("the usual chain", by: .rfc5280) { _, _ in },
        .accepted("the usual chain", by: .pathValidation) { _, _ in },
        .accepted("the server right below the root") { w, q in
            q.target = try w.root.certify(w.server, World.leaf())
            q.intermediates = []
        },
        .accepted("a self-signed server that is trusted") { w, q in
            q.target = try w.server.certify(w.server, World.leaf())
            q.anchors = [q.target]
        },
        .accepted("a trusted intermediate") { w, q in
            q.anchors = q.intermediates
            q.intermediates = []
        },
    ]

    /// RFC 5280 §6.1.3(a)(2).
    static let times: [Scenario] = [
        .refused("a second too early", [Failure(.notBefore, 0)]) { w, q in
            q.target = try w.middle.certify(w.server, from: World.time.adding(seconds: 1), World.leaf())
        },
        .refused("a second too late", [Failure(.notAfter, 0)]) { w, q in
            q.target = try w.middle.certify(w.server, to: World.time.adding(seconds: -1), World.leaf())
        },
        .refused("never valid", [Failure(.notBefore, 0), Failure(.notAfter, 0)]) { w, q in
            q.target = try w.middle.certify(
                w.server, from: World.time.adding(seconds: 1), to: World.time.adding(seconds: -1), World.leaf())
        },
        .refused("intermediate not yet valid", [Failure(.notBefore, 1)]) { w, q in
            q.intermediates = [try w.root.certify(w.middle, from: World.time.adding(seconds: 1), World.ca())]
        },
        .refused("intermediate expired", [Failure(.notAfter, 1)]) { w, q in
            q.intermediates = [try w.root.certify(w.middle, to: World.time.adding(seconds: -1), World.ca())]
        },
        .refused("root expired", [Failure(.anchorValidity, 2)]) { w, q in
            q.anchors = [try w.root.certify(w.root, to: World.time.adding(seconds: -1), World.ca())]
        },
        .refused("root not yet valid", [Failure(.anchorValidity, 2)]) { w, q in
            q.anchors = [try w.root.certify(w.root, from: World.time.adding(seconds: 1), World.ca())]
        },
        .accepted("root expired", by: .pathValidation) { w, q in
            q.anchors = [try w.root.certify(w.root, to: World.time.adding(seconds: -1), World.ca())]
        },
        .accepted("at notBefore") { _, q in q.time = World.from },
        .accepted("at notAfter") { _, q in q.time = World.to },
        .refused("all at the wrong time", [Failure(.anchorValidity, 2), Failure(.notAfter, 1), Failure(.notAfter, 0)]) {
            w, q in
            q.time = World.to.adding(seconds: 1)
        },
    ]
}
