"""Derives keys and certificates from the words of a teaching seed, as Documentation/teaching.md says, and compares them with files.

    recompute_teaching.py WORDS key.pem                       of `lucid key new --teaching-seed WORDS key.pem`
    recompute_teaching.py WORDS key.pem localhost.pem         of `lucid self-signed --teaching-seed WORDS localhost`
    recompute_teaching.py WORDS folder/                       of `lucid demo --teaching-seed WORDS folder`

Needs nothing but Python. Prints what differs, and how many numbers were computed. What is read from a certificate is only what it
says (names, times, extensions); its keys, key identifiers, serial number and signature are computed.
"""
import base64
import hashlib
import hmac
import math
import os
import sys

problems = []
computed = 0


def expect(what, found, wanted):
    global computed
    computed += 1
    if found != wanted:
        problems.append(f"{what} is {found!r}, computed {wanted!r}")


# The seed


class Stream:
    """The "random" octets of a seed: octets 32i to 32i+31 are SHA-256(seed, i in eight octets)."""

    def __init__(self, seed):
        self.seed, self.count, self.octets = seed, 0, b""

    def draw(self, count):
        while len(self.octets) < count:
            self.octets += hashlib.sha256(self.seed + self.count.to_bytes(8, "big")).digest()
            self.count += 1
        drawn, self.octets = self.octets[:count], self.octets[count:]
        return drawn

    def number(self, bits):
        """A number of so many bits: the octets that it needs, without the bits on top that are too many."""
        return int.from_bytes(self.draw((bits + 7) // 8), "big") & (1 << bits) - 1


def serial_number(words, signed_part):
    """The serial number of a certificate: it follows from all else that is signed."""
    octets, place = bytearray(signed_part), place_of_serial_number(signed_part)
    octets[place : place + 16] = b"\x40" + bytes(15)
    drawn = bytearray(Stream(words + b"/" + bytes(octets)).draw(16))
    drawn[0] = drawn[0] & 0x3F | 0x40
    return bytes(drawn)


# DER, as far as keys and certificates need it


def element(octets, at=0):
    """Tag, and where the content begins and ends."""
    length, start = octets[at + 1], at + 2
    if length >= 0x80:
        start += length - 0x80
        length = int.from_bytes(octets[at + 2 : start], "big")
    return octets[at], start, start + length


def children(octets):
    """The elements in a constructed one, each with its header."""
    _, at, end = element(octets)
    found = []
    while at < end:
        after = element(octets, at)[2]
        found.append(octets[at:after])
        at = after
    return found


def content(octets):
    _, start, end = element(octets)
    return octets[start:end]


def integer(octets):
    return int.from_bytes(content(octets), "big")


def der(tag, octets):
    length = len(octets)
    if length < 0x80:
        return bytes([tag, length]) + octets
    size = (length.bit_length() + 7) // 8
    return bytes([tag, 0x80 + size]) + length.to_bytes(size, "big") + octets


def der_integer(number):
    return der(0x02, number.to_bytes(number.bit_length() // 8 + 1, "big"))


def place_of_serial_number(signed_part):
    """Behind the version, which takes five octets, and two octets of header."""
    return element(signed_part)[1] + 5 + 2


# Elliptic curves (SP 800-186 §3.2.1): name, hash, p, n, and the two coordinates of G; a is -3 for all


CURVES = {
    "2a8648ce3d030107": (
        "P-256", hashlib.sha256,
        0xFFFFFFFF00000001000000000000000000000000FFFFFFFFFFFFFFFFFFFFFFFF,
        0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551,
        0x6B17D1F2E12C4247F8BCE6E563A440F277037D812DEB33A0F4A13945D898C296,
        0x4FE342E2FE1A7F9B8EE7EB4A7C0F9E162BCE33576B315ECECBB6406837BF51F5,
    ),
    "2b81040022": (
        "P-384", hashlib.sha384,
        2**384 - 2**128 - 2**96 + 2**32 - 1,
        0xFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFC7634D81F4372DDF581A0DB248B0A77AECEC196ACCC52973,
        0xAA87CA22BE8B05378EB1C71EF320AD746E1D3B628BA79B9859F741E082542A385502F25DBF55296C3A545E3872760AB7,
        0x3617DE4A96262C6F5D9E98BF9292DC29F8F41DBD289A147CE9DA3113B5F0B8C00A60B1CE1D7E819D7A431D7C90EA0E5F,
    ),
    "2b81040023": (
        "P-521", hashlib.sha512,
        2**521 - 1,
        2**521 - 2**264 + 0xFA51868783BF2F966B7FCC0148F709A5D03BB5C9B8899C47AEBB6FB71E91386409,
        0x00C6858E06B70404E9CD9E3ECB662395B4429C648139053FB521F828AF606B4D3DBAA14B5E77EFE75928FE1DC127A2FFA8DE3348B3C1856A429BF97E7E31C2E5BD66,
        0x011839296A789A3BC0045C8A5FB42C7D1BD998F54449579B446817AFBD17273E662C97EE72995EF42640C550B9013FAD0761353C7086A272C24088BE94769FD16650,
    ),
}


class EC:
    """A key that the stream's first number from 1 to n-1 makes."""

    def __init__(self, stream, curve):
        self.name, self.hash, self.p, self.n, x, y = CURVES[curve]
        self.d = 0
        while not 0 < self.d < self.n:
            self.d = stream.number(self.n.bit_length())
        self.base = (x, y)
        self.size = (self.p.bit_length() + 7) // 8
        x, y = self.times(self.d)
        self.public = b"\x04" + x.to_bytes(self.size, "big") + y.to_bytes(self.size, "big")

    def add(self, a, b):
        if a is None or b is None:
            return a or b
        (x1, y1), (x2, y2) = a, b
        if x1 == x2 and (y1 + y2) % self.p == 0:
            return None
        slope = (3 * x1 * x1 - 3) * pow(2 * y1, -1, self.p) if a == b else (y2 - y1) * pow(x2 - x1, -1, self.p)
        x = (slope * slope - x1 - x2) % self.p
        return x, (slope * (x1 - x) - y1) % self.p

    def times(self, number):
        total, power = None, self.base
        while number:
            if number & 1:
                total = self.add(total, power)
            power, number = self.add(power, power), number >> 1
        return total

    def compare(self, what, private):
        expect(f"{what}: d", int.from_bytes(content(children(private)[1]), "big"), self.d)

    def sign(self, message):
        """FIPS 186-5 §6.4.1, with the nonce of RFC 6979 §3.2."""
        digest = self.hash(message).digest()
        surplus = max(0, 8 * len(digest) - self.n.bit_length())
        e = int.from_bytes(digest, "big") >> surplus
        for k in self.nonces(e % self.n):
            r = self.times(k)[0] % self.n
            s = pow(k, -1, self.n) * (e + r * self.d) % self.n
            if r and s:
                return der(0x30, der_integer(r) + der_integer(s))

    def nonces(self, e):
        mac = lambda key, message: hmac.new(key, message, self.hash).digest()
        seed = self.d.to_bytes(self.size, "big") + e.to_bytes(self.size, "big")
        length = self.hash().digest_size
        value, key = b"\x01" * length, bytes(length)
        for octet in b"\x00", b"\x01":
            key = mac(key, value + octet + seed)
            value = mac(key, value)
        while True:
            octets = b""
            while len(octets) < self.size:
                value = mac(key, value)
                octets += value
            k = int.from_bytes(octets[: self.size], "big") >> (8 * self.size - self.n.bit_length())
            if 0 < k < self.n:
                yield k
            key = mac(key, value + b"\x00")
            value = mac(key, value)


# Ed25519 (RFC 8032 §5.1)


class Ed25519:
    """A key whose 32 octets are the stream's first."""

    P = 2**255 - 19
    L = 2**252 + 27742317777372353535851937790883648493
    D = -121665 * pow(121666, -1, P) % P
    BASE = (
        15112221349535400772501151409588531511454012693041857206046113283949847762202,
        46316835694926478169428394003475163141307993866256225615783033603165251855960,
    )

    def __init__(self, stream):
        self.seed = stream.draw(32)
        half = hashlib.sha512(self.seed).digest()
        self.s = int.from_bytes(half[:32], "little") & (1 << 254) - 8 | 1 << 254
        self.prefix = half[32:]
        self.public = self.encoded(self.times(self.s))

    def add(self, a, b):
        (x1, y1), (x2, y2) = a, b
        t = self.D * x1 * x2 * y1 * y2
        return (
            (x1 * y2 + x2 * y1) * pow(1 + t, -1, self.P) % self.P,
            (y1 * y2 + x1 * x2) * pow(1 - t, -1, self.P) % self.P,
        )

    def times(self, number):
        total, power = (0, 1), self.BASE
        while number:
            if number & 1:
                total = self.add(total, power)
            power, number = self.add(power, power), number >> 1
        return total

    def encoded(self, point):
        return (point[1] | (point[0] & 1) << 255).to_bytes(32, "little")

    def compare(self, what, private):
        expect(f"{what}: seed", content(private), self.seed)

    def sign(self, message):
        hashed = lambda octets: int.from_bytes(hashlib.sha512(octets).digest(), "little") % self.L
        r = hashed(self.prefix + message)
        point = self.encoded(self.times(r))
        s = (r + hashed(point + self.public + message) * self.s) % self.L
        return point + s.to_bytes(32, "little")


# RSA (FIPS 186-5 A.1.3)


def small_primes():
    sieve = bytearray([1]) * (1 << 16)
    for number in range(3, 1 << 16, 2):
        if sieve[number]:
            yield number
            sieve[number * number :: number] = bytes(len(range(number * number, 1 << 16, number)))


SMALL_PRIMES = math.prod(small_primes())
E = 65537


class RSA:
    """A key whose primes are the first two that the stream has: odd numbers of half the length, each tested with bases that are
    drawn from the stream too."""

    def __init__(self, stream, bits):
        while True:
            p, q = self.prime(stream, bits // 2), self.prime(stream, bits // 2)
            self.d = pow(E, -1, math.lcm(p - 1, q - 1))
            if abs(p - q).bit_length() > bits // 2 - 100 and self.d.bit_length() > bits // 2:
                break
        self.n = p * q
        self.numbers = [0, self.n, E, self.d, p, q, self.d % (p - 1), self.d % (q - 1), pow(q, -1, p)]
        self.public = der(0x30, der_integer(self.n) + der_integer(E))

    def prime(self, stream, bits):
        while True:
            w = stream.number(bits) | 1
            if w * w < 1 << 2 * bits - 1 or w % E == 1 or math.gcd(w, SMALL_PRIMES) != 1:
                continue
            if all(self.survives(w, stream) for _ in range(5 if bits < 1536 else 4)):
                return w

    def survives(self, w, stream):
        a = (w - 1 & 1 - w).bit_length() - 1
        base = 0
        while not 1 < base < w - 1:
            base = stream.number((w - 1).bit_length())
        z = pow(base, w - 1 >> a, w)
        return z in (1, w - 1) or any(pow(z, 1 << i, w) == w - 1 for i in range(1, a))

    def compare(self, what, private):
        names = ["version", "n", "e", "d", "p", "q", "dP", "dQ", "qInv"]
        for name, found, wanted in zip(names, children(private), self.numbers):
            expect(f"{what}: {name}", integer(found), wanted)

    def sign(self, message):
        """RFC 8017 §8.2.1."""
        info = bytes.fromhex("3031300d060960864801650304020105000420") + hashlib.sha256(message).digest()
        size = (self.n.bit_length() + 7) // 8
        block = b"\x00\x01" + b"\xff" * (size - 3 - len(info)) + b"\x00" + info
        return pow(int.from_bytes(block, "big"), self.d, self.n).to_bytes(size, "big")


# Files


def blocks(path, kind, words):
    """The blocks of a PEM file. Above each stands who can make it."""
    found, lines = [], open(path, encoding="ascii").read().split("\n")
    for index, line in enumerate(lines):
        if line == f"-----BEGIN {kind}-----":
            end = lines.index(f"-----END {kind}-----", index)
            found.append(base64.b64decode("".join(lines[index + 1 : end])))
            mark = lines[index - 2] if index > 1 else ""
            expect(f"{path}: mark", mark, f'UNSAFE: made for a lesson with the teaching seed "{words.decode()}".')
    return found


def key(words, path):
    """The key that follows from the words; it is compared with the one of the file, which says of what kind it is."""
    (octets,) = blocks(path, "PRIVATE KEY", words)
    _, algorithm, private = children(octets)[:3]
    private = content(private)
    identifier = [content(part).hex() for part in children(algorithm)]
    stream = Stream(words)
    if identifier[0] == "2b6570":
        derived = Ed25519(stream)
    elif identifier[0] == "2a8648ce3d0201":
        derived = EC(stream, identifier[1])
    else:
        derived = RSA(stream, integer(children(private)[1]).bit_length())
    derived.compare(path, private)
    return derived


def certificate(words, path, own, issuer, place=0):
    """Compares what of a certificate follows from words and keys."""
    octets = blocks(path, "CERTIFICATE", words)[place]
    signed, _, signature = children(octets)
    fields = children(signed)
    expect(f"{path}: serial number", content(fields[1]), serial_number(words, signed))
    expect(f"{path}: public key", content(children(fields[6])[1])[1:], own.public)
    for who, identifier in ((own, b"\x55\x1d\x0e"), (issuer, b"\x55\x1d\x23")):
        for extension in children(content(fields[7])):
            if content(children(extension)[0]) == identifier:
                found = content(content(children(extension)[-1]))
                wanted = hashlib.sha256(who.public).digest()[:20]
                expect(f"{path}: key identifier", found[-20:], wanted)
    expect(f"{path}: signature", content(signature)[1:], issuer.sign(signed))
    return octets


words, places = os.fsencode(sys.argv[1]), sys.argv[2:]
if os.path.isdir(places[0]):
    name = lambda file: os.path.join(places[0], file)
    keys = {
        part: key(words + b"/" + part.encode() + b"-key.pem", name(part + "-key.pem"))
        for part in ("root", "intermediate", "localhost")
    }
    certificate(words, name("root.pem"), keys["root"], keys["root"])
    middle = certificate(words, name("intermediate.pem"), keys["intermediate"], keys["root"])
    leaf = certificate(words, name("localhost.pem"), keys["localhost"], keys["intermediate"])
    expect("the chain", blocks(name("localhost-fullchain.pem"), "CERTIFICATE", words), [leaf, middle])
else:
    own = key(words, places[0])
    if len(places) > 1:
        certificate(words, places[1], own, own)
for problem in problems:
    print(problem)
print(f"{computed} numbers computed")
