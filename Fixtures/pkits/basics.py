"""PKITS 4.1 signatures, 4.2 validity periods, 4.3 name chaining, 4.6 basic constraints, 4.7 key usage, 4.16 private extensions."""
from der import generalized_time, printable, time, utc_time, utf8
from keys import DSAKey
from pki import Name, basic_constraints, key_usage, under, unknown_extension


def signatures(suite):
    ee, good = suite.ee, suite.good
    suite.case("4.1.1", True, [good], ee("Valid Certificate Path Test1", good))
    bad = suite.ca("Bad Signed CA", breaks_signature=True)
    suite.case("4.1.2", False, [bad], ee("Invalid CA Signature Test2", bad))
    suite.case("4.1.3", False, [good], ee("Invalid EE Signature Test3", good, breaks_signature=True))
    dsa = suite.ca("DSA CA", key=DSAKey("DSA CA"))
    heir = suite.ca("DSA Parameters Inherited CA", dsa, key=DSAKey("DSA Parameters Inherited CA", inherits=True))
    suite.case("4.1.4", True, [dsa], ee("Valid DSA Signatures Test4", dsa))
    suite.case("4.1.5", True, [dsa, heir], ee("Valid DSA Parameter Inheritance Test5", heir))
    suite.case("4.1.6", False, [dsa], ee("Invalid DSA Signature Test6", dsa, breaks_signature=True))


def validity_periods(suite):
    ee, good = suite.ee, suite.good
    early = suite.ca("Bad notBefore Date CA", start=time("2047-01-01"), end=time("2049-01-01"))
    suite.case("4.2.1", False, [early], ee("Invalid CA notBefore Date Test1", early))
    suite.case(
        "4.2.2", False, [good],
        ee("Invalid EE notBefore Date Test2", good, start=time("2047-01-01"), end=time("2049-01-01")))
    suite.case("4.2.3", True, [good], ee("Valid pre2000 UTC notBefore Date Test3", good, start=utc_time("1950-01-01")))
    # RFC 5280 §4.1.2.5 has UTCTime for 2002; who validates a path takes both.
    suite.case(
        "4.2.4", True, [good],
        ee("Valid GeneralizedTime notBefore Date Test4", good, start=generalized_time("2002-01-01")))
    late = suite.ca("Bad notAfter Date CA", end=time("2011-01-01"))
    suite.case("4.2.5", False, [late], ee("Invalid CA notAfter Date Test5", late))
    suite.case("4.2.6", False, [good], ee("Invalid EE notAfter Date Test6", good, end=time("2011-01-01")))
    suite.case(
        "4.2.7", False, [good],
        ee("Invalid pre2000 UTC EE notAfter Date Test7", good, start=utc_time("1997-01-01"), end=utc_time("1999-01-01")))
    suite.case(
        "4.2.8", True, [good],
        ee("Valid GeneralizedTime notAfter Date Test8", good, end=generalized_time("2050-01-01")))


def name_chaining(suite):
    def good(number, valid, text, issuer_name):
        suite.case(number, valid, [suite.good], suite.ee(text, suite.good, issuer_name=issuer_name))

    def own(number, text, ca_text, ca_name, issuer_name=None, **fields):
        ca = suite.ca(ca_text, subject=ca_name, **fields.pop("ca", {}))
        suite.case(number, number != "4.3.2", [ca], suite.ee(text, ca, issuer_name=issuer_name, **fields))

    good("4.3.1", False, "Invalid Name Chaining Test1", under("CN=Good CA Root"))
    units = ["OU=Organizational Unit Name 1", "OU=Organizational Unit Name 2", "CN=Name Ordering CA"]
    own(
        "4.3.2", "Invalid Name Chaining Order Test2", "Name Ordering CA", under(*units),
        under(units[1], units[0], units[2]))
    good("4.3.3", True, "Valid Name Chaining Whitespace Test3", under("CN=Good     CA"))
    good("4.3.4", True, "Valid Name Chaining Whitespace Test4", under("CN=   Good CA  "))
    good("4.3.5", True, "Valid Name Chaining Capitalization Test5", under("CN=GOOD CA"))
    own("4.3.6", "Valid Name UIDs Test6", "UID CA", None, issuer_uid=b"\x12", ca={"subject_uid": b"\x12"})
    own(
        "4.3.7", "Valid RFC3280 Mandatory Attribute Types Test7", "RFC3280 Mandatory Attribute Types CA",
        Name(
            "C=US", "DC=gov", "DC=testcertificates", "O=Shaped Certificates", "ST=Maryland", "serialNumber=345",
            "dnQualifier=CA", "CN=Mandatory"))
    own(
        "4.3.8", "Valid RFC3280 Optional Attribute Types Test8", "RFC3280 Optional Attribute Types CA",
        under(
            "L=Gaithersburg", "GN=John", "initials=Q", "pseudonym=Fictitious", "SN=CA", "generationQualifier=III",
            "title=M.D.", "CN=Optional"))
    own(
        "4.3.9", "Valid UTF8String Encoded Names Test9", "UTF8String Encoded Names CA",
        under("CN=UTF8String Encoded Names CA", string=utf8))
    own(
        "4.3.10", "Valid Rollover from PrintableString to UTF8String Test10",
        "Rollover from PrintableString to UTF8String CA", under("CN=Rollover CA", string=printable),
        under("CN=Rollover CA", string=utf8))
    own(
        "4.3.11", "Valid UTF8String Case Insensitive Match Test11", "UTF8String Case Insensitive Match CA",
        under("CN=UTF8String Case Insensitive Match CA", string=utf8),
        under("CN=  utf8string  case insensitive match ca", string=utf8))


def basic(suite):
    ca, ee = suite.ca, suite.ee

    def one(number, valid, text, constraints):
        own = ca(f"basicConstraints {text} CA", basic=constraints)
        suite.case(number, valid, [own], ee(f"{text} Test", own))

    one("4.6.1", False, "Missing basicConstraints", None)
    one("4.6.2", False, "Critical cA False", basic_constraints(False))
    one("4.6.3", False, "Not Critical cA False", basic_constraints(False, critical=False))
    one("4.6.4", True, "Not Critical", basic_constraints(critical=False))

    def length(value):
        return basic_constraints(length=value)

    def pair(first, second, valid, path):
        """The same path twice: to somebody who is no CA, and to a CA."""
        text = f"pathLenConstraint Test{first}"
        suite.case(f"4.6.{first}", valid, path, ee(text, path[-1]))
        if second:
            target = ca(f"pathLenConstraint Test{second} Target CA", path[-1], crl=False)
            suite.case(f"4.6.{second}", valid, path, target.file)

    zero = ca("pathLenConstraint0 CA", basic=length(0))
    sub = ca("pathLenConstraint0 subCA", zero)
    pair(5, 6, False, [zero, sub])
    pair(7, 8, True, [zero])
    six = ca("pathLenConstraint6 CA", basic=length(6))
    sub0 = ca("pathLenConstraint6 subCA0", six, basic=length(0))
    sub1 = ca("pathLenConstraint6 subCA1", six, basic=length(1))
    sub4 = ca("pathLenConstraint6 subCA4", six, basic=length(4))
    pair(9, 10, False, [six, sub0, ca("pathLenConstraint6 subsubCA00", sub0)])
    sub11 = ca("pathLenConstraint6 subsubCA11", sub1, basic=length(1))
    pair(11, 12, False, [six, sub1, sub11, ca("pathLenConstraint6 subsubsubCA11X", sub11)])
    sub41 = ca("pathLenConstraint6 subsubCA41", sub4, basic=length(1))
    pair(13, 14, True, [six, sub4, sub41, ca("pathLenConstraint6 subsubsubCA41X", sub41)])
    again = self_issued(suite, "pathLenConstraint0 Self-Issued CA", zero)
    pair(15, None, True, [zero, again])
    pair(16, None, False, [zero, again, ca("pathLenConstraint0 subCA2", again)])
    first = ca("pathLenConstraint1 CA", basic=length(1))
    second = self_issued(suite, "pathLenConstraint1 Self-Issued CA", first)
    third = ca("pathLenConstraint1 subCA", second)
    pair(17, None, True, [first, second, third, self_issued(suite, "pathLenConstraint1 Self-Issued subCA", third)])


def self_issued(suite, text, ca, **fields):
    """Another key of the same CA, certified by the CA itself. One list of the CA, signed with the first key, is for all."""
    other = suite.ca(text, ca, subject=ca.name, crl=False, **fields)
    # Both keys sign certificates of one issuer: their serial numbers must differ.
    other.serial = ca.serial + 1000
    return other


def usage(suite):
    def one(number, valid, text, *usages, critical=True):
        own = suite.ca(f"keyUsage {text} CA", usage=key_usage(*usages, critical=critical))
        suite.case(number, valid, [own], suite.ee(f"keyUsage {text} Test", own))

    one("4.7.1", False, "Critical keyCertSign False", "digitalSignature", "crlSign")
    one("4.7.2", False, "Not Critical keyCertSign False", "digitalSignature", "crlSign", critical=False)
    one("4.7.3", True, "Not Critical", "certSign", "crlSign", critical=False)
    one("4.7.4", False, "Critical cRLSign False", "certSign")
    one("4.7.5", False, "Not Critical cRLSign False", "certSign", critical=False)


def private_extensions(suite):
    for number, critical, text in ("4.16.1", False, "Not Critical"), ("4.16.2", True, "Critical"):
        file = suite.ee(f"Unknown {text} Certificate Extension", suite.good, more=[unknown_extension(critical)])
        suite.case(number, not critical, [suite.good], file)
