"""Name constraints, and revocation lists."""
from builder import ALT_NAME, CLIENT_AUTH, EXTENDED_KEY_USAGE, KEY_USAGE, ip, names, pem, purposes, usage
from cases import simple
from der import bits, explicit, integer, sequence, utc_time
from keys import ECKey
from pki import Name, authority_key_identifier, directory, dns, extension, mail, uri

NAME_CONSTRAINTS = "2.5.29.30"


def constrained(permitted=(), excluded=()):
    """What a CA's certificate says; each subtree is a general name."""
    parts = [explicit(tag, *map(sequence, bases)) for tag, bases in enumerate((permitted, excluded)) if bases]
    return {"extensions": {NAME_CONSTRAINTS: (sequence(*parts), True), ALT_NAME: None}}


def name_constraints(run):
    def one(name, valid, constraints, *alternatives, peer="example.com", subject=None):
        leaf = {"extensions": {ALT_NAME: names(*alternatives)} if alternatives else {}}
        if subject:
            leaf["subject"] = subject
        # Once in the trust anchor's certificate, once in an intermediate's.
        simple(run, "rfc5280::nc::" + name, valid, root=constraints, leaf=leaf, peer=peer)
        simple(run, f"rfc5280::nc::{name}-by-intermediate", valid, intermediate=constraints, leaf=leaf, peer=peer)

    example, other = dns("example.com"), dns("example.org")
    one("permitted-dns-match", True, constrained([example]))
    one("permitted-dns-mismatch", False, constrained([other]))
    one("permitted-dns-match-more", True, constrained([example]), dns("a.b.example.com"), peer="a.b.example.com")
    one("permitted-dns-part-of-a-label", False, constrained([example]), dns("myexample.com"), peer="myexample.com")
    one("permitted-dns-in-capitals", True, constrained([dns("EXAMPLE.com")]))
    one("excluded-dns-match", False, constrained(excluded=[example]))
    one("excluded-dns-match-second", False, constrained(excluded=[other, example]))
    one("excluded-dns-mismatch", True, constrained(excluded=[other]))
    one("excluded-dns-second-name", False, constrained(excluded=[other]), example, other)
    one("permitted-and-excluded", False, constrained([example], [dns("a.example.com")]), example, dns("a.example.com"))
    one("permitted-empty-dns", True, constrained([dns("")]))
    one("excluded-empty-dns", False, constrained(excluded=[dns("")]))
    wildcard = dns("*.example.com")
    one("permitted-wildcard-san", True, constrained([example]), wildcard, peer="a.example.com")
    one("excluded-within-wildcard-san", False, constrained(excluded=[dns("a.example.com")]), wildcard, peer="b.example.com")
    one("invalid-dns-wildcard-constraint", False, constrained([wildcard]), dns("a.example.com"), peer="a.example.com")
    one("invalid-dns-leading-period", False, constrained([dns(".example.com")]), dns("a.example.com"), peer="a.example.com")
    addresses(one)
    other_kinds(one)
    self_issued(run)


def addresses(one):
    net = ip(192, 0, 2, 0, 255, 255, 255, 0)
    inside, outside = ("IP", "192.0.2.1"), ("IP", "192.0.3.1")
    one("permitted-ipv4-match", True, constrained([net]), ip(192, 0, 2, 1), peer=inside)
    one("permitted-ipv4-mismatch", False, constrained([net]), ip(192, 0, 3, 1), peer=outside)
    one("excluded-ipv4-match", False, constrained(excluded=[net]), ip(192, 0, 2, 1), peer=inside)
    six, mask = [0x20, 1, 0xD, 0xB8, *[0] * 12], [255] * 4 + [0] * 12
    address = ip(*six[:15], 1)
    one("permitted-ipv6-match", True, constrained([ip(*six, *mask)]), address, peer=("IP", "2001:db8::1"))
    one("excluded-ipv6-match", False, constrained(excluded=[ip(*six, *mask)]), address, peer=("IP", "2001:db8::1"))
    # Neither address is of the other's family.
    one("permitted-ipv6-for-ipv4", False, constrained([ip(*six, *mask)]), ip(192, 0, 2, 1), peer=inside)
    one("invalid-ipv4-address", False, constrained([ip(192, 0, 2, 0)]), ip(192, 0, 2, 1), peer=inside)
    one("invalid-ipv6-address", False, constrained([ip(*six)]), address, peer=("IP", "2001:db8::1"))
    one("invalid-ipv4-mask", False, constrained([ip(192, 0, 2, 0, 255, 0, 255, 0)]), ip(192, 0, 2, 1), peer=inside)


def other_kinds(one):
    units, other = Name("OU=unit"), Name("OU=other")
    one("permitted-dn-match", True, constrained([directory(units)]), subject=units.plus("CN=example.com"))
    one("permitted-dn-mismatch", False, constrained([directory(other)]), subject=units.plus("CN=example.com"))
    one("excluded-dn-match", False, constrained(excluded=[directory(units)]), subject=units.plus("CN=example.com"))
    one("permitted-different-constraint-type", True, constrained([mail("example.com")]))
    address, both = mail("good@example.com"), dns("example.com")
    for name, valid, constraint in (
            ("exact", True, "good@example.com"), ("host", True, "example.com"), ("domain", False, ".example.com"),
            ("other", False, "bad@example.com"), ("capitals", True, "good@EXAMPLE.com"),
            ("local-capitals", False, "GOOD@example.com")):
        one(f"permitted-mail-{name}", valid, constrained([mail(constraint)]), both, address)
    one("excluded-mail", False, constrained(excluded=[mail("example.com")]), both, address)
    for name, valid, constraint in (("host", True, "h.example.com"), ("domain", True, ".example.com"), ("other", False, "example.com")):
        one(f"permitted-uri-{name}", valid, constrained([uri(constraint)]), both, uri("https://h.example.com:1/x"))
    one("permitted-uri-without-host", False, constrained([uri("example.com")]), both, uri("urn:example"))


def self_issued(run):
    build = run.builder
    root = build.root(**constrained([dns("example.com")]))
    leaf = build.leaf(root, subject=root.name, extensions={ALT_NAME: names(dns("example.org"))})
    run.case("rfc5280::nc::self-issued-leaf", False, [root], [], leaf, peer="example.org")
    root = build.root(**constrained(excluded=[dns("forbidden.example")]))
    below = build.intermediate(root, extensions={ALT_NAME: names(dns("forbidden.example"))})
    run.case("rfc5280::nc::nc-forbids-same-chain-ica", False, [root], [below], build.leaf(below))
    again = build.intermediate(root, subject=root.name, extensions={ALT_NAME: names(dns("forbidden.example"))})
    run.case("rfc5280::nc::self-issued-ca-is-free", True, [root], [again], build.leaf(again))
    # 2048 constraints and 2048 names.
    many = [dns(f"x{i}.test") for i in range(2048)]
    root = build.root(**constrained(many, many))
    leaf = build.leaf(root, extensions={ALT_NAME: names(*(dns(f"t{i}.test") for i in range(2048)))})
    run.case("pathological::nc-dos-1", False, [root], [], leaf, peer="t0.test")


def crl(run):
    def one(
            name, valid, *, revoked=(), number=1, critical=False, end="2030-01-01", signer=None, issuer=None,
            extensions=None):
        build = run.builder
        root = build.root(extensions=extensions)
        leaf = build.leaf(root, serial=4711)
        more = [authority_key_identifier(root.key)]
        if number is not None:
            more.append(extension("2.5.29.20", integer(number), critical))
        entries = sequence(*(sequence(integer(serial), utc_time("2025-01-01")) for serial in revoked))
        key = signer or root.key
        tbs = sequence(
            integer(1), key.algorithm, (issuer or root.name).der, utc_time("2025-01-01"), utc_time(end),
            *([entries] if revoked else []), explicit(0, sequence(*more)))
        text = pem("X509 CRL", sequence(tbs, key.algorithm, bits(key.sign(tbs))))
        run.case("crl::" + name, valid, [root], [], leaf, crls=[text])

    one("certificate-not-on-crl", True, revoked=[4712])
    one("certificate-not-on-empty-crl", True)
    one("revoked-certificate-with-crl", False, revoked=[4711])
    one("crlnumber-missing", False, number=None)
    one("crlnumber-critical", False, critical=True)
    one("crl-expired", False, end="2025-06-01")
    one("crl-by-another-key", False, signer=ECKey("limbo impostor"))
    one("crl-of-another-issuer", False, issuer=Name("CN=somebody else"))
    one("issuer-missing-crlsign", False, extensions={KEY_USAGE: usage("certSign")})
    one("issuer-no-keyusage-extension", True, extensions={KEY_USAGE: None})


def clients(run):
    build = run.builder
    root = build.root(extensions={ALT_NAME: None})
    alternatives = names(mail("user@example.com"), mail("**@example.com"))
    leaf = build.leaf(root, extensions={ALT_NAME: alternatives, EXTENDED_KEY_USAGE: purposes(CLIENT_AUTH)})
    for name, valid, asked in (
            ("one", True, ["user@example.com"]), ("both", True, ["user@example.com", "**@example.com"]),
            ("other", False, ["user@example.com", "nobody@example.com"]), ("host-in-capitals", True, ["user@EXAMPLE.com"]),
            ("user-in-capitals", False, ["USER@example.com"]), ("no-wildcard", False, ["*@example.com"])):
        run.case(
            f"rfc5280::client::{name}", valid, [root], [], leaf, peer=None, kind="CLIENT",
            peers=[{"kind": "RFC822", "value": value} for value in asked])
