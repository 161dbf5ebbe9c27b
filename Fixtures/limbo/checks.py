"""Cases for checks that nothing else in the suites is refused by: each breaks one rule, and bears the check's id.

What limbo's form can not say is missing here: OCSP responses, and the rules of Lucid's own profile.
"""
from builder import (
    ALT_NAME, AUTHORITY_ACCESS, AUTHORITY_KEY, BASIC_CONSTRAINTS, KEY_USAGE, Foreign, authority_key, names, pem, usage)
from cases import simple
from der import bits, boolean, explicit, generalized_time, integer, octets, oid, sequence, set_of, utc_time, utf8
from keys import ECKey
from pki import authority_key_identifier, dns, extension, issuing_distribution_point, point_name, uri

POLICIES, DIRECTORY_ATTRIBUTES, INHIBIT_ANY_POLICY, FRESHEST_CRL = "2.5.29.32", "2.5.29.9", "2.5.29.54", "2.5.29.46"
SUBJECT_ACCESS = "1.3.6.1.5.5.7.1.11"
SHA384 = sequence(oid("1.2.840.10045.4.3.3"))


def certificates(run):
    def one(name, valid, **parts):
        simple(run, "rfc5280::check::" + name, valid, **parts)

    def leaf(identifier, content, critical=False):
        return {"extensions": {identifier: (content, critical)}}

    one("certificate.version", False, leaf={"version": 1})
    one("certificate.time-encoding", False, leaf={"start": generalized_time("1970-01-01")})
    one("certificate.signature-algorithms-agree", False, leaf={"inner_algorithm": SHA384})
    policy = sequence(oid("2.5.29.32.0"))
    one("extension.policies-unique", False, leaf=leaf(POLICIES, sequence(policy, policy)))
    one("extension.policies-unique::once", True, leaf=leaf(POLICIES, sequence(policy)))
    country = sequence(sequence(oid("1.3.6.1.5.5.7.9.4"), set_of(utf8("XX"))))
    one("extension.subject-directory-attributes", True, leaf=leaf(DIRECTORY_ATTRIBUTES, country))
    one("extension.subject-directory-attributes-not-critical", False, leaf=leaf(DIRECTORY_ATTRIBUTES, country, True))
    one("extension.path-length-of-ca", False, leaf=leaf(BASIC_CONSTRAINTS, sequence(integer(0)), True))
    one("extension.inhibit-any-policy-critical", False, intermediate=leaf(INHIBIT_ANY_POLICY, integer(0)))
    one("extension.inhibit-any-policy", True, intermediate=leaf(INHIBIT_ANY_POLICY, integer(0), True))
    point = sequence(sequence(explicit(0, point_name([uri("http://example.com/delta.crl")]))))
    place = sequence(sequence(oid("1.3.6.1.5.5.7.48.2"), uri("http://example.com/")))
    for name, identifier, content in (
            ("freshest-crl", FRESHEST_CRL, point), ("authority-info-access", AUTHORITY_ACCESS, place),
            ("subject-info-access", SUBJECT_ACCESS, place)):
        one(f"extension.{name}", True, leaf=leaf(identifier, content))
        one(f"extension.{name}-not-critical", False, leaf=leaf(identifier, content, True))
    one("purpose.key-usage", False, leaf=leaf(KEY_USAGE, usage("nonRepudiation"), True))
    # An issuer without its serial number.
    top = run.builder.root()
    half = run.builder.leaf(top, extensions={AUTHORITY_KEY: authority_key(top.key, issuer=top.name)})
    run.case("rfc5280::check::extension.authority-key-identifier-pair", False, [top], [], half)


def web(run):
    def one(name, valid, **parts):
        simple(run, "webpki::check::" + name, valid, **parts)

    # The generator of edwards25519 for a public key (RFC 8032 §5.1).
    ed25519 = Foreign(sequence(sequence(oid("1.3.101.112")), bits(b"\x58" + b"\x66" * 31)))
    one("key.algorithm", False, leaf={"key": ed25519})
    year = {"start": utc_time("2025-06-01"), "end": utc_time("2026-06-01")}
    one("web.validity-period::a-year", True, leaf=year)
    one("web.validity-period", False, leaf={**year, "end": utc_time("2026-08-01")})
    alone = (names(dns("example.com")), True)
    one("web.subject-alt-name-not-critical", False, leaf={"extensions": {ALT_NAME: alone}})
    top = run.builder.root(serial=4242)
    three = authority_key(top.key, issuer=top.name, serial=4242)
    leaf = run.builder.leaf(top, extensions={AUTHORITY_KEY: three})
    run.case("webpki::check::web.authority-key-identifier-only-key", False, [top], [], leaf)


def crls(run):
    build = run.builder
    root = build.root()
    leaf = build.leaf(root, serial=4711)

    def crl(*more, version=1, number=1, base=None, start="2025-01-01", end="2030-01-01", inner=None, key=root.key,
            aki=root.key):
        extensions = [authority_key_identifier(aki), extension("2.5.29.20", integer(number)), *more]
        if base is not None:
            extensions.append(extension("2.5.29.27", integer(base), True))
        tbs = sequence(
            *([integer(version)] if version else []), inner or key.algorithm, root.name.der, utc_time(start),
            *([utc_time(end)] if end else []), explicit(0, sequence(*extensions)))
        return pem("X509 CRL", sequence(tbs, key.algorithm, bits(key.sign(tbs))))

    def one(name, valid, *lists):
        run.case("crl::check::revocation." + name, valid, [root], [], leaf, crls=lists)

    one("crl-has-next-update", False, crl(end=None))
    one("crl-this-update", False, crl(start="2026-02-01"))
    one("crl-version", False, crl(version=0))
    one("crl-algorithms-agree", False, crl(inner=SHA384))
    one("crl-extensions-decode", False, crl(extension("2.5.29.46", octets(b"no points"))))
    one("crl-extensions-decode::twice", False, crl(extension("2.5.29.20", integer(1))))
    some = issuing_distribution_point(reasons=["keyCompromise"])
    rest = issuing_distribution_point(reasons=[
        "cACompromise", "affiliationChanged", "superseded", "cessationOfOperation", "certificateHold",
        "privilegeWithdrawn", "aACompromise"])
    one("crl-reasons", False, crl(some), crl(some, number=2))
    one("crl-reasons::all", True, crl(some), crl(rest, number=2))
    # A complete CRL that only a delta CRL brings up to date.
    old = crl(number=5, end="2025-06-01")
    one("delta", True, old, crl(number=6, base=5))
    one("delta-scope", False, old, crl(issuing_distribution_point(user=True), number=6, base=5))
    one("delta-scope::other-key", False, old, crl(number=6, base=5, aki=ECKey("limbo another key")))
    one("delta-numbers", False, old, crl(number=8, base=7))
    one("delta-numbers::no-newer", False, old, crl(number=5, base=4))
    one("delta-signature", False, old, crl(number=6, base=5, key=ECKey("limbo impostor"), aki=root.key))
