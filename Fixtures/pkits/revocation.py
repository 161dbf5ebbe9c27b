"""PKITS 4.4 basic revocation, 4.5 self-issued certificates."""
from basics import self_issued
from der import generalized_time, time, utc_time
from keys import ECKey
from pki import (
    directory, distribution_point, distribution_points, issuing_distribution_point, key_usage, point_name, under,
    unknown_extension)


def revocation(suite):
    ca, ee, good, case = suite.ca, suite.ee, suite.good, suite.case

    def one(number, valid, text, revoked=None, serial=None, **crl):
        """A CA with one list that is special, and a certificate of it."""
        own = ca(f"{text} CA", crl=False)
        suite.crl(own, **crl)
        case(number, valid, [own], ee(f"{text} Test", own, revoked=revoked, serial=serial))
        return own

    none = ca("No CRL CA", crl=False)
    case("4.4.1", False, [none], ee("Missing CRL Test1", none))
    revoked_ca = ca("Revoked subCA", good)
    good.revoke(suite.serials[revoked_ca.file])
    case("4.4.2", False, [good, revoked_ca], ee("Invalid Revoked CA Test2", revoked_ca))
    case("4.4.3", False, [good], ee("Invalid Revoked EE Test3", good, revoked="keyCompromise"))
    one("4.4.4", False, "Bad CRL Signature", breaks_signature=True)
    one("4.4.5", False, "Bad CRL Issuer Name", name=under("CN=Incorrect CRL Issuer Name CA"))
    wrong = ca("Wrong CRL CA", crl=False)
    suite.crl(suite.root, "WrongCRLCACRL", own=False)
    case("4.4.6", False, [wrong], ee("Wrong CRL Test", wrong), crls=["WrongCRLCACRL"])
    two = ca("Two CRLs CA")
    target = ee("Valid Two CRLs Test7", two)
    suite.crl(
        two, "TwoCRLsCABadCRL", key=ECKey("somebody else"), revoked=[(suite.serials[target], "keyCompromise", ())])
    case("4.4.7", True, [two], target)
    unknown = unknown_extension(True)
    entry = ca("Unknown CRL Entry Extension CA")
    target = ee("Invalid Unknown CRL Entry Extension Test8", entry)
    entry.revoke(suite.serials[target], "keyCompromise", unknown)
    case("4.4.8", False, [entry], target)
    extended = one("4.4.9", False, "Unknown CRL Extension", revoked="keyCompromise", more=[unknown])
    case("4.4.10", False, [extended], ee("Invalid Unknown CRL Extension Test10", extended))
    one("4.4.11", False, "Old CRL nextUpdate", end=time("2010-01-02"))
    one("4.4.12", False, "pre2000 CRL nextUpdate", start=utc_time("1998-01-01"), end=utc_time("1999-01-01"))
    one("4.4.13", True, "GeneralizedTime CRL nextUpdate", end=generalized_time("2050-01-01"))
    serial_numbers(suite)
    separate_keys(suite)


def serial_numbers(suite):
    # The octet FF is -1; 255 is the octets 00 FF.
    negative = suite.ca("Negative Serial Number CA")
    suite.case("4.4.14", True, [negative], suite.ee("Valid Negative Serial Number Test14", negative, serial=255))
    suite.case(
        "4.4.15", False, [negative],
        suite.ee("Invalid Negative Serial Number Test15", negative, serial=-1, revoked="keyCompromise"))
    # Twenty octets, alike but for the first or the last of them.
    octets = bytes(range(0x7F, 0x7F - 20, -1))
    long = suite.ca("Long Serial Number CA")
    for number, serial, revoked in (
            ("16", octets[:-1] + b"\0", None), ("17", b"\1" + octets[1:], None), ("18", octets, "keyCompromise")):
        file = suite.ee(
            f"Long Serial Number Test{number}", long, serial=int.from_bytes(serial, "big"), revoked=revoked)
        suite.case(f"4.4.{number}", revoked is None, [long], file)


def separate_keys(suite):
    for text, is_revoked in ("Separate Certificate and CRL Keys CA", False), ("Separate Keys CA2", True):
        signing = suite.ca(text, usage=key_usage("certSign"), crl=False)
        lists = suite.ca(
            f"{text} CRL Signing", subject=signing.name, usage=key_usage("crlSign"), basic=None, crl=False)
        suite.crl(signing, key=lists.key)
        if is_revoked:
            suite.root.revoke(suite.serials[lists.file])
            suite.case("4.4.21", False, [signing], suite.ee("Separate Keys Test21", signing), more=[lists.file])
        else:
            suite.case("4.4.19", True, [signing], suite.ee("Separate Keys Test19", signing), more=[lists.file])
            file = suite.ee("Separate Keys Test20", signing, revoked="keyCompromise")
            suite.case("4.4.20", False, [signing], file, more=[lists.file])


def self_issued_certificates(suite):
    # Old with new: the trust anchor certified the new key, which certifies the old one and signs the list.
    new = suite.ca("Basic Self-Issued New Key CA")
    old = self_issued(suite, "Basic Self-Issued New Key OldWithNew CA", new)
    suite.case("4.5.1", True, [new, old], suite.ee("Self-Issued Old With New Test1", old))
    file = suite.ee("Self-Issued Old With New Test2", old)
    new.revoke(suite.serials[file])
    suite.case("4.5.2", False, [new, old], file)

    # New with old: the trust anchor certified the old key. The new key signs the list of all certificates but of its own,
    # which has a list by the old key.
    old, new, lists = key_with_list(suite, "Basic Self-Issued Old Key", suite.usage())
    suite.case("4.5.3", True, [old, new], suite.ee("Self-Issued New With Old Test3", new), crls=lists)
    suite.case("4.5.4", True, [old], suite.ee("Self-Issued New With Old Test4", old), more=[new.file], crls=lists)
    file = suite.ee("Self-Issued New With Old Test5", old, revoked="keyCompromise")
    suite.case("4.5.5", False, [old], file, more=[new.file], crls=lists)

    # The second key signs lists only.
    first, second, lists = key_with_list(suite, "Basic Self-Issued CRL Signing Key", key_usage("crlSign"))
    more = [second.file]
    suite.case("4.5.6", True, [first], suite.ee("Self-Issued CRL Key Test6", first), more=more, crls=lists)
    file = suite.ee("Self-Issued CRL Key Test7", first, revoked="keyCompromise")
    suite.case("4.5.7", False, [first], file, more=more, crls=lists)
    suite.case("4.5.8", False, [first, second], suite.ee("Self-Issued CRL Key Test8", second), crls=lists)


def key_with_list(suite, text, usage):
    first = suite.ca(f"{text} CA", crl=False)
    point = point_name([directory(first.name.plus("CN=Self-Issued Cert DP"))])
    second = self_issued(
        suite, f"{text} Self-Issued Cert", first, usage=usage, more=[distribution_points(distribution_point(point))])
    name = suite.crl(
        first, f"{text.replace(' ', '').replace('-', '')}SelfIssuedCertCRL", revoked=[],
        more=[issuing_distribution_point(point)], own=False)
    suite.crl(first, key=second.key, own=False)
    return first, second, [name, suite.pending[-1][0]]
