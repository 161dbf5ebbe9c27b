public import LucidDER

/// The policies under which the certificate was issued (RFC 5280 §4.2.1.4).
///
///     certificatePolicies ::= SEQUENCE SIZE (1..MAX) OF PolicyInformation
public struct CertificatePolicies: CertificateExtension {
    public static let extnID = OID.certificatePolicies

    public let policies: [PolicyInformation]
    public init(policies: [PolicyInformation]) { self.policies = policies }

    public init(from cursor: inout DERCursor, _ field: StaticString) throws(DERError) {
        policies = try cursor.sequenceOf(field, minimumCount: 1) { inner throws(DERError) in
            try PolicyInformation(from: &inner, "")
        }
    }

    public static func check(_ cursor: inout DERCursor, _ field: StaticString) throws(DERError) {
        try cursor.checkSequenceOf(field, minimumCount: 1) { inner throws(DERError) in
            try PolicyInformation.check(&inner, "")
        }
    }

    public func encode(to writer: inout DERWriter) { writer.sequenceOf(policies) }
}

/// One policy and remarks on it.
///
///     PolicyInformation ::= SEQUENCE {
///          policyIdentifier   CertPolicyId,
///          policyQualifiers   SEQUENCE SIZE (1..MAX) OF PolicyQualifierInfo OPTIONAL }
public struct PolicyInformation: Hashable, Sendable, DERDecodable, DEREncodable {
    public let policyIdentifier: ObjectIdentifier
    public let policyQualifiers: [PolicyQualifier]?

    public init(policyIdentifier: ObjectIdentifier, policyQualifiers: [PolicyQualifier]? = nil) {
        self.policyIdentifier = policyIdentifier
        self.policyQualifiers = policyQualifiers
    }

    public init(from cursor: inout DERCursor, _ field: StaticString) throws(DERError) {
        self = try cursor.sequence(field) { inner throws(DERError) in
            let identifier = try inner.objectIdentifier("policyIdentifier")
            guard !inner.isAtEnd else { return PolicyInformation(policyIdentifier: identifier) }
            let qualifiers = try inner.sequenceOf("policyQualifiers", minimumCount: 1) { list throws(DERError) in
                try PolicyQualifier(from: &list, "")
            }
            return PolicyInformation(policyIdentifier: identifier, policyQualifiers: qualifiers)
        }
    }

    public static func check(_ cursor: inout DERCursor, _ field: StaticString) throws(DERError) {
        try cursor.sequence(field) { inner throws(DERError) in
            try inner.checkObjectIdentifier("policyIdentifier")
            guard !inner.isAtEnd else { return }
            try inner.checkSequenceOf("policyQualifiers", minimumCount: 1) { list throws(DERError) in
                try PolicyQualifier.check(&list, "")
            }
        }
    }

    public func encode(to writer: inout DERWriter) {
        writer.sequence {
            $0.objectIdentifier(policyIdentifier)
            if let policyQualifiers { $0.sequenceOf(policyQualifiers) }
        }
    }
}

/// A remark on a policy: where to read it, or a notice to show.
///
///     PolicyQualifierInfo ::= SEQUENCE {
///          policyQualifierId  PolicyQualifierId,
///          qualifier          ANY DEFINED BY policyQualifierId }
public enum PolicyQualifier: Hashable, Sendable, DERDecodable, DEREncodable {
    /// `CPSuri ::= IA5String`: the certification practice statement's address.
    case cps(DERString)
    case userNotice(UserNotice)
    case other(ObjectIdentifier, DERBytes)

    public init(from cursor: inout DERCursor, _ field: StaticString) throws(DERError) {
        self = try cursor.sequence(field) { inner throws(DERError) in
            switch try inner.objectIdentifier("policyQualifierId") {
            case OID.cps: .cps(try inner.string("cPSuri", kinds: [.ia5]))
            case OID.userNotice: .userNotice(try UserNotice(from: &inner, "userNotice"))
            case let other: .other(other, try inner.anyElementBytes("qualifier"))
            }
        }
    }

    public static func check(_ cursor: inout DERCursor, _ field: StaticString) throws(DERError) {
        try cursor.sequence(field) { inner throws(DERError) in
            switch try inner.objectIdentifier("policyQualifierId") {
            case OID.cps: try inner.checkString("cPSuri", kinds: [.ia5])
            case OID.userNotice: try UserNotice.check(&inner, "userNotice")
            default: try inner.checkAnyElement("qualifier")
            }
        }
    }

    public func encode(to writer: inout DERWriter) {
        writer.sequence {
            switch self {
            case .cps(let uri):
                $0.objectIdentifier(OID.cps)
                $0.string(uri)
            case .userNotice(let notice):
                $0.objectIdentifier(OID.userNotice)
                notice.encode(to: &$0)
            case .other(let id, let qualifier):
                $0.objectIdentifier(id)
                $0.append(qualifier)
            }
        }
    }
}

/// A notice to be shown to who relies on the certificate.
///
///     UserNotice ::= SEQUENCE {
///          noticeRef        NoticeReference OPTIONAL,
///          explicitText     DisplayText OPTIONAL }
///     NoticeReference ::= SEQUENCE {
///          organization     DisplayText,
///          noticeNumbers    SEQUENCE OF INTEGER }
///     DisplayText ::= CHOICE { ia5String, visibleString, bmpString, utf8String }
public struct UserNotice: Hashable, Sendable, DERDecodable, DEREncodable {
    public let noticeRef: NoticeReference?
    public let explicitText: DERString?

    /// An organisation and the numbers of its notices.
    public struct NoticeReference: Hashable, Sendable {
        public let organization: DERString
        public let noticeNumbers: [DERInteger]
    }

    private static let displayText: [DERString.Kind] = [.ia5, .visible, .bmp, .utf8]

    public init(from cursor: inout DERCursor, _ field: StaticString) throws(DERError) {
        (noticeRef, explicitText) = try cursor.sequence(field) { inner throws(DERError) in
            var noticeRef: NoticeReference?
            if inner.isNext(.sequence) {
                noticeRef = try inner.sequence("noticeRef") { reference throws(DERError) in
                    NoticeReference(
                        organization: try reference.string("organization", kinds: Self.displayText),
                        noticeNumbers: try reference.sequenceOf("noticeNumbers") { list throws(DERError) in
                            try list.integer("")
                        })
                }
            }
            let text = inner.isAtEnd ? nil : try inner.string("explicitText", kinds: Self.displayText)
            return (noticeRef, text)
        }
    }

    public func encode(to writer: inout DERWriter) {
        writer.sequence {
            if let noticeRef {
                $0.sequence {
                    $0.string(noticeRef.organization)
                    $0.sequence { for number in noticeRef.noticeNumbers { $0.integer(number) } }
                }
            }
            if let explicitText { $0.string(explicitText) }
        }
    }
}
