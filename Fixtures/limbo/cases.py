"""The cases. Most have the ids of cases that x509-limbo has; all are made anew from what the standards say."""
from builder import (
    ALT_NAME, AUTHORITY_ACCESS, AUTHORITY_KEY, BASIC_CONSTRAINTS, CLIENT_AUTH, EXTENDED_KEY_USAGE, KEY_USAGE,
    SERVER_AUTH, SUBJECT_KEY, Foreign, RSAKey, authority_key, ip, names, purposes, rsa_info, usage)
from der import bits, boolean, octets, oid, sequence, utc_time, utf8
from keys import DSAKey, ECKey
from pki import Name, dns, explicit, implicit, mail, uri

NAMELESS = Name()


def simple(run, case_id, valid, *, root=None, leaf=None, intermediate=None, **inputs):
    """root → leaf, or root → intermediate → leaf, each with what is special about it."""
    build = run.builder
    top = build.root(**(root or {}))
    above, between = top, []
    if intermediate is not None:
        above = build.intermediate(top, **intermediate)
        between = [above]
    run.case(case_id, valid, [top], between, build.leaf(above, **(leaf or {})), **inputs)


def rfc5280(run):
    build = run.builder

    def one(name, valid, **parts):
        simple(run, "rfc5280::" + name, valid, **parts)

    one("plain", True)
    one("plain-with-intermediate", True, intermediate={})
    one("root-missing-basic-constraints", False, root={"extensions": {BASIC_CONSTRAINTS: None}})
    one("intermediate-ca-missing-basic-constraints", False, intermediate={"extensions": {BASIC_CONSTRAINTS: None}})
    noncritical = {"extensions": {BASIC_CONSTRAINTS: sequence(boolean(True))}}
    one("intermediate-non-critical-basic-constraints", False, intermediate=noncritical)
    one("intermediate-ku-without-keycertsign", False, intermediate={"extensions": {KEY_USAGE: usage("crlSign")}})
    one("root-ku-without-keycertsign", False, root={"extensions": {KEY_USAGE: usage("crlSign")}})
    one("leaf-ku-keycertsign", False, leaf={"extensions": {KEY_USAGE: usage("digitalSignature", "certSign")}})
    one("serial::too-long", False, leaf={"serial": 1 << 160})
    one("serial::high-bit-of-20-octets", False, leaf={"serial": (1 << 160) - 1})
    one("serial::longest", True, leaf={"serial": (1 << 159) - 1})
    one("serial::zero", False, leaf={"serial": 0})
    one("serial::negative", False, leaf={"serial": -5})
    one("serial::zero-in-intermediate", False, intermediate={"serial": 0})
    # So have the roots of Go Daddy and Starfield.
    one("serial::zero-in-root", True, root={"serial": 0})
    alone = names(dns("example.com"))
    one("san::noncritical-with-empty-subject", False, leaf={"subject": NAMELESS})
    one("san::critical-with-empty-subject", True, leaf={"subject": NAMELESS, "extensions": {ALT_NAME: (alone, True)}})
    one("san::none-and-empty-subject", False, leaf={"subject": NAMELESS, "extensions": {ALT_NAME: None}}, peer=None)
    one("san::empty", False, leaf={"extensions": {ALT_NAME: sequence()}})
    one("san::empty-dns-name", False, leaf={"extensions": {ALT_NAME: names(dns("example.com"), dns(""))}})
    one("san::ip-of-5-octets", False, leaf={"extensions": {ALT_NAME: names(dns("example.com"), ip(1, 2, 3, 4, 5))}})
    one("root-empty-subject", False, root={"subject": NAMELESS})
    one("ee-empty-issuer", False, leaf={"issuer_name": NAMELESS})
    one("intermediate-empty-subject", False, intermediate={"subject": NAMELESS})
    unknown = {"extensions": {"1.3.6.1.4.1.55738.666.1": (octets(b""), True)}}
    one("unknown-critical-extension-root", False, root=unknown)
    one("unknown-critical-extension-intermediate", False, intermediate=unknown)
    one("ski::leaf-missing-ski", True, leaf={"extensions": {SUBJECT_KEY: None}})
    one("aki::leaf-without-keyidentifier", False, leaf={"extensions": {AUTHORITY_KEY: sequence()}})
    one("nc::not-allowed-in-ee-critical", False, leaf={"extensions": {"2.5.29.30": (PERMIT_EXAMPLE, True)}})
    one("eku::ca-without-server-auth", False, intermediate={"extensions": {EXTENDED_KEY_USAGE: purposes(CLIENT_AUTH)}})
    one("eku::ee-client-only", False, leaf={"extensions": {EXTENDED_KEY_USAGE: purposes(CLIENT_AUTH)}})
    validity(one)
    cross_signed(run)
    anchors(run)


PERMIT_EXAMPLE = sequence(explicit(0, sequence(dns("example.com"))))


def validity(one):
    past = {"start": utc_time("2020-01-01"), "end": utc_time("2020-03-01")}
    one("validity::expired-leaf", False, leaf=past)
    one("validity::expired-intermediate", False, intermediate=past)
    one("validity::expired-root", False, root=past)
    future = {"start": utc_time("2040-01-01"), "end": utc_time("2041-01-01")}
    one("validity::not-yet-valid-root", False, root=future)
    window = {"start": utc_time("2024-03-01"), "end": utc_time("2024-04-01")}  # at 08:30:00
    one("validity::notbefore-exact", True, leaf=window, time="2024-03-01T08:30:00+00:00")
    one("validity::notbefore-1-second", False, leaf=window, time="2024-03-01T08:29:59+00:00")
    one("validity::notafter-exact", True, leaf=window, time="2024-04-01T08:30:00+00:00")
    one("validity::notafter-fractional", True, leaf=window, time="2024-04-01T08:30:00.999+00:00")
    one("validity::notafter-1-second", False, leaf=window, time="2024-04-01T08:30:01+00:00")
    one("validity::other-time-zone", True, leaf=window, time="2024-03-01T10:30:00+02:00")
    one("validity::other-time-zone-early", False, leaf=window, time="2024-03-01T08:30:00+02:00")


def cross_signed(run):
    build = run.builder
    signer = build.root(subject=Name("CN=x509-limbo-signer"))
    signed = build.root(issuer=signer)
    run.case("rfc5280::aki::cross-signed-root-missing-aki", False, [signed], [], build.leaf(signed))
    signed = build.root(issuer=signer, extensions={AUTHORITY_KEY: authority_key(signer.key)})
    run.case("rfc5280::aki::cross-signed-root", True, [signed], [], build.leaf(signed))
    # Its own key made the signature, though it names another issuer.
    odd = build.root(subject=Name("CN=Root A"), issuer_name=Name("CN=x509-limbo-root"))
    run.case("rfc5280::aki::self-signed-root-with-other-issuer-name", True, [odd], [], build.leaf(odd))


def anchors(run):
    """Which paths there are, and how long."""
    build = run.builder
    top = build.root()
    again = build.intermediate(top, subject=top.name)
    run.case("pathlen::max-chain-depth-0-self-issued", True, [top], [again], build.leaf(again), depth=0)
    below = build.intermediate(top)
    run.case("pathlen::max-chain-depth-0-exhausted", False, [top], [below], build.leaf(below), depth=0)
    # Two CAs that certified each other, and no trust anchor above.
    other_key = ECKey("limbo cycle")
    first = build.intermediate(build.root(), "first")
    second = build.intermediate(first, "second", key=other_key)
    first_again = build.intermediate(second, "first", key=first.key)
    run.case(
        "pathological::intermediate-cycle-distinct-cas", False, [top], [first_again, second], build.leaf(first_again))
    same = build.intermediate(top, "same")
    turn = build.intermediate(same, "same", key=ECKey("limbo same again"))
    back = build.intermediate(turn, "same", key=same.key)
    run.case("pathological::intermediate-cycle-same-logical-ca", False, [build.root()], [turn, back], build.leaf(turn))
    run.case("pathological::cycle-below-a-root", True, [top], [back, turn, same], build.leaf(turn))


def webpki(run):
    def one(name, valid, **parts):
        simple(run, "webpki::" + name, valid, **parts)

    one("plain", True)
    one("plain-with-intermediate", True, intermediate={})
    build = run.builder
    key = ECKey("limbo webpki root")
    right = authority_key(key)
    one("aki::root-with-aki", True, root={"key": key, "extensions": {AUTHORITY_KEY: right}})
    wrong = authority_key(ECKey("limbo somebody else"))
    one("aki::root-with-aki-ski-mismatch", False, root={"key": key, "extensions": {AUTHORITY_KEY: wrong}})
    one("malformed-aia", False, leaf={"extensions": {AUTHORITY_ACCESS: b"malformed"}})
    one("eku::root-has-eku", False, root={"extensions": {EXTENDED_KEY_USAGE: purposes(SERVER_AUTH)}})
    one("ee-basicconstraints-ca", False, leaf={"extensions": {BASIC_CONSTRAINTS: (sequence(boolean(True)), True)}})
    one("ee-basicconstraints-not-ca", True, leaf={"extensions": {BASIC_CONSTRAINTS: (sequence(), True)}})
    one("v1-cert", False, leaf={"version": 0})
    one("v1-root", False, root={"version": 0})
    keys_and_algorithms(one)
    common_names(one)
    alternative_names(one)


def keys_and_algorithms(one):
    one("rsa-2048-root", True, root={"key": RSAKey("good", 2048)})
    one("forbidden-weak-rsa-key-in-root", False, root={"key": RSAKey("weak", 1024)})
    one("forbidden-rsa-key-not-divisible-by-8-in-root", False, root={"key": RSAKey("odd", 2052)})
    one("forbidden-weak-rsa-key-in-leaf", False, leaf={"key": Foreign(rsa_info((1 << 1023) + 12345))})
    one("forbidden-rsa-key-not-divisible-by-8-in-leaf", False, leaf={"key": Foreign(rsa_info((1 << 2051) + 12345))})
    one("forbidden-dsa-root", False, root={"key": DSAKey("limbo")})
    one("forbidden-dsa-leaf", False, leaf={"key": DSAKey("limbo leaf")})
    # secp192r1 (P-192), with its generator for a public key.
    point = bytes.fromhex(
        "04188da80eb03090f67cbf20eb43a18800f4ff0afd82ff101207192b95ffc8da78631011ed6b24cdd573f977a11e794811")
    p192 = sequence(sequence(oid("1.2.840.10045.2.1"), oid("1.2.840.10045.3.1.1")), bits(point))
    one("forbidden-p192-leaf", False, leaf={"key": Foreign(p192)})


def common_names(one):
    def leaf(common_name, *alternatives, string=utf8):
        return {"subject": Name("CN=" + common_name, string=string), "extensions": {ALT_NAME: names(*alternatives)}}

    one("cn::exact", True, leaf=leaf("example.com", dns("www.example.com"), dns("example.com")))
    one("cn::case-mismatch", False, leaf=leaf("Example.com", dns("example.com")))
    one("cn::utf8-vs-punycode-mismatch", False, leaf=leaf("münchen.example.com", dns("xn--mnchen-3ya.example.com")),
        peer="xn--mnchen-3ya.example.com")
    one("cn::punycode-not-in-san", False, leaf=leaf("xn--mnchen-3ya.example.com", dns("example.com")))
    one("cn::not-in-san", False, leaf=leaf("other.example.com", dns("example.com")))
    one("cn::wildcard-copy", True, leaf=leaf("*.example.com", dns("*.example.com")), peer="www.example.com")
    one("cn::ipv4-copy", True, leaf=leaf("192.0.2.1", ip(192, 0, 2, 1)), peer=("IP", "192.0.2.1"))
    six = ip(0x20, 1, 0xD, 0xB8, *[0] * 11, 1)
    one("cn::ipv6-copy", True, leaf=leaf("2001:db8::1", six), peer=("IP", "2001:db8::1"))
    one("cn::ipv6-uppercase-mismatch", False, leaf=leaf("2001:DB8::1", six), peer=("IP", "2001:db8::1"))
    one("cn::ipv4-hex-mismatch", False, leaf=leaf("0xC0000201", ip(192, 0, 2, 1)), peer=("IP", "192.0.2.1"))
    one("cn::ipv4-not-in-san", False, leaf=leaf("192.0.2.2", ip(192, 0, 2, 1)), peer=("IP", "192.0.2.1"))


def alternative_names(one):
    def leaf(*alternatives, critical=False, **fields):
        return {**fields, "extensions": {ALT_NAME: (names(*alternatives), critical)}}

    one("san::wildcard-san", True, leaf=leaf(dns("*.example.com")), peer="foo.example.com")
    one("san::wildcard-not-apex", False, leaf=leaf(dns("*.example.com")), peer="example.com")
    one("san::public-suffix-wildcard-san", False, leaf=leaf(dns("*.com")), peer="example.com")
    one("san::public-suffix-multi-label-wildcard-san", False, leaf=leaf(dns("*.co.uk")), peer="example.co.uk")
    one("san::public-suffix-private-namespace-wildcard-san", True, leaf=leaf(dns("*.appspot.com")), peer="x.appspot.com")
    one("san::mail-address", False, leaf=leaf(dns("example.com"), mail("somebody@example.com")))
    one("san::uri", False, leaf=leaf(dns("example.com"), uri("https://example.com/")))
    one("san::critical-with-empty-subject", True, leaf=leaf(dns("example.com"), critical=True, subject=NAMELESS))
    one("san::ulabel", False, leaf=leaf(dns("example.com"), implicit(2, "münchen.example.com".encode())))
