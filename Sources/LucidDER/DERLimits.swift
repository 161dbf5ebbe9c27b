/// The bounds that the reader keeps, each with the reason for its value.
public enum DERLimits {
    /// Elements nest at most this deep. The deepest structure that PKIX defines (a name inside a distribution point inside
    /// an extension inside a certificate inside a PKCS#12 file) stays below 30; a recursion of 64 needs little stack.
    public static let nestingDepth = 64

    /// No input is longer: 64 MiB. The largest CRLs on the web have some 20 MiB; more is an accident or an attack.
    public static let inputByteCount = 64 << 20

    /// An object identifier has at most this many content octets. Those in use stay below
    /// 32; the bound keeps arcs printable.
    public static let objectIdentifierByteCount = 128
}
