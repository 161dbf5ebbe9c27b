"""Certificates as x509-limbo's own builder makes them: all of a conforming CA's extensions, unless a case says otherwise."""
import base64
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "pkits"))

import keys
import pki
from der import NULL, bits, boolean, element, explicit, generalized_time, integer, octets, oid, sequence, utc_time

BASIC_CONSTRAINTS, KEY_USAGE, EXTENDED_KEY_USAGE, ALT_NAME = "2.5.29.19", "2.5.29.15", "2.5.29.37", "2.5.29.17"
SUBJECT_KEY, AUTHORITY_KEY, AUTHORITY_ACCESS = "2.5.29.14", "2.5.29.35", "1.3.6.1.5.5.7.1.1"
SERVER_AUTH, CLIENT_AUTH = "1.3.6.1.5.5.7.3.1", "1.3.6.1.5.5.7.3.2"


class RSAKey:
    """Just enough RSA for roots that sign something: PKCS #1 v1.5 with SHA-256. The primes come from the name."""

    algorithm = sequence(oid("1.2.840.113549.1.1.11"), NULL)

    def __init__(self, name, size):
        self.size = size
        p, q = self.prime(name + "p", size // 2), self.prime(name + "q", size - size // 2)
        while (p * q).bit_length() != size:
            q = self.prime(name + "q", size - size // 2, after=q)
        self.modulus, self.secret = p * q, pow(65537, -1, (p - 1) * (q - 1))
        self.info = rsa_info(self.modulus)

    @staticmethod
    def prime(name, size, after=None):
        digest = b"".join(keys.number(name.encode(), bytes([i])).to_bytes(32, "big") for i in range(size // 256 + 1))
        # The two highest bits are set, so that products have the length that was asked for.
        number = after or int.from_bytes(digest, "big") >> (len(digest) * 8 - size) | 3 << (size - 2) | 1
        while True:
            number += 2
            if all(number % small for small in (3, 5, 7, 11, 13, 17, 19, 23)) and number % 65537 != 1 and \
                    pow(2, number - 1, number) == 1 and pow(3, number - 1, number) == 1:
                return number

    def sign(self, message):
        import hashlib
        digest = sequence(sequence(oid("2.16.840.1.101.3.4.2.1"), NULL), octets(hashlib.sha256(message).digest()))
        size = (self.size + 7) // 8
        block = b"\0\1" + b"\xff" * (size - 3 - len(digest)) + b"\0" + digest
        return pow(int.from_bytes(block, "big"), self.secret, self.modulus).to_bytes(size, "big")


def rsa_info(modulus):
    key = sequence(integer(modulus), integer(65537))
    return sequence(sequence(oid("1.2.840.113549.1.1.1"), NULL), bits(key))


class Foreign:
    """A public key that signs nothing."""

    def __init__(self, info):
        self.info = info


class Pair:
    """A certificate and its key."""

    def __init__(self, der, key, name):
        self.der, self.key, self.name = der, key, name

    @property
    def pem(self):
        return pem("CERTIFICATE", self.der)


def pem(label, der):
    return f"-----BEGIN {label}-----\n{base64.encodebytes(der).decode()}-----END {label}-----\n"


def usage(*names):
    return element(3, pki.bit_flags(*(pki.USAGES.index(name) for name in names)))


def purposes(*identifiers):
    return sequence(*map(oid, identifiers))


def names(*general_names):
    return sequence(*general_names)


def ip(*values):
    return pki.implicit(7, bytes(values))


def authority_key(key, issuer=None, serial=None, identifier=True):
    parts = [pki.implicit(0, keys.identifier(key.info))] if identifier else []
    if issuer:
        parts.append(explicit(1, pki.directory(issuer)))
    if serial is not None:
        parts.append(pki.implicit(2, integer(serial)[2:]))
    return sequence(*parts)


class Builder:
    def __init__(self):
        self.count = 0

    def certificate(
            self, subject, key, issuer, extensions, *, issuer_name=None, serial=None, start=utc_time("1970-01-01"),
            end=generalized_time("2969-05-03"), version=2, inner_algorithm=None):
        """Extensions: identifier to content, or to (content, critical); None leaves one out. Issuer None: self-signed. Version
        0 means 1, and has no extensions; 1 means 2, and should have none."""
        self.count += 1
        signer = issuer.key if issuer else key
        name = issuer_name or (issuer.name if issuer else subject)
        items = []
        for identifier, content in extensions.items():
            if content is not None:
                content, critical = content if isinstance(content, tuple) else (content, False)
                items.append(pki.extension(identifier, content, critical))
        tbs = sequence(
            *([explicit(0, integer(version))] if version else []), integer(self.count + 1000 if serial is None else serial),
            inner_algorithm or signer.algorithm, name.der, sequence(start, end), subject.der, key.info,
            *([explicit(3, sequence(*items))] if items and version else []))
        return Pair(sequence(tbs, signer.algorithm, bits(signer.sign(tbs))), key, subject)

    def root(self, subject=None, key=None, issuer=None, extensions=None, **fields):
        key = key or keys.ECKey(f"limbo root {self.count}")
        subject = subject if subject is not None else pki.Name("CN=x509-limbo-root")
        own = {
            BASIC_CONSTRAINTS: (sequence(boolean(True)), True), KEY_USAGE: usage("certSign", "crlSign"),
            ALT_NAME: names(pki.dns("example.com")), SUBJECT_KEY: octets(keys.identifier(key.info))}
        return self.certificate(subject, key, issuer, {**own, **(extensions or {})}, **fields)

    def intermediate(self, parent, text="intermediate", key=None, subject=None, extensions=None, **fields):
        key = key or keys.ECKey(f"limbo {text} {self.count}")
        own = {
            BASIC_CONSTRAINTS: (sequence(boolean(True)), True), KEY_USAGE: usage("certSign"),
            AUTHORITY_KEY: authority_key(parent.key), SUBJECT_KEY: octets(keys.identifier(key.info))}
        return self.certificate(
            subject if subject is not None else pki.Name(f"CN=x509-limbo-{text}"), key, parent,
            {**own, **(extensions or {})}, **fields)

    def leaf(self, parent, subject=None, key=None, extensions=None, **fields):
        key = key or keys.ECKey("limbo leaf")
        own = {
            SUBJECT_KEY: octets(keys.identifier(key.info)), AUTHORITY_KEY: authority_key(parent.key),
            KEY_USAGE: usage("digitalSignature"), EXTENDED_KEY_USAGE: purposes(SERVER_AUTH),
            ALT_NAME: names(pki.dns("example.com"))}
        return self.certificate(
            subject if subject is not None else pki.Name("CN=example.com"), key, parent, {**own, **(extensions or {})},
            **fields)
