import LucidDER
import LucidModel

// Whom the target is for (RFC 9525 §6): every name that was asked for is in subjectAltName.

extension PathValidator {
    mutating func checkIdentities() {
        guard !work.question.identities.isEmpty, let target = nodes.first?.facts else { return }
        guard let names = target.subjectAltNames else {
            fail(
                .hasSubjectAltName, 0,
                [
                    .init("asked", .list(work.question.identities.map(\.description))),
                    .init("commonName", .text(target.certificate.subject.commonName ?? "")),
                ])
            return
        }
        for identity in work.question.identities { check(identity, names) }
    }

    private mutating func check(_ identity: ReferenceIdentity, _ names: [GeneralName]) {
        let check: Check
        let isPresented: Bool
        switch identity {
        case .dnsName(let name): (check, isPresented) = (.dnsName, ServerIdentity.matches(dnsName: name, names))
        case .ipAddress(let address):
            (check, isPresented) = (.ipAddress, ServerIdentity.matches(ipAddress: address, names))
        case .mailbox(let text):
            let mailbox = Mailbox(typed: text)
            (check, isPresented) = (.mailbox, mailbox.map { ServerIdentity.matches(mailbox: $0, names) } ?? false)
        }
        note(
            check, 0, isGood: isPresented,
            [
                .init("asked", .text(identity.description)), .init("presented", .list(ServerIdentity.presented(names))),
            ])
    }
}
