/// The list of elements that `asn1parse` prints.
public struct ASN1Listing {
}
