"""Keys and signatures, so small that no package is needed. Not for secrets: the keys are made from their names."""
import hashlib

from der import bits, integer, oid, sequence

# P-256 (NIST SP 800-186 §3.2.1.3)
P = 0xFFFFFFFF00000001000000000000000000000000FFFFFFFFFFFFFFFFFFFFFFFF
N = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
G = (
    0x6B17D1F2E12C4247F8BCE6E563A440F277037D812DEB33A0F4A13945D898C296,
    0x4FE342E2FE1A7F9B8EE7EB4A7C0F9E162BCE33576B315ECECBB6406837BF51F5,
)


def number(*parts):
    return int.from_bytes(hashlib.sha256(b"|".join(parts)).digest(), "big")


def double(point):
    x, y, z = point
    a = y * y % P
    b = 4 * x * a % P
    c = 3 * (x - z * z) * (x + z * z) % P
    x3 = (c * c - 2 * b) % P
    return x3, (c * (b - x3) - 8 * a * a) % P, 2 * y * z % P


def add(point, other):
    """A point in Jacobian coordinates and an affine one; never the same one here but with negligible odds."""
    if point is None:
        return (*other, 1)
    x, y, z = point
    square = z * z % P
    h = (other[0] * square - x) % P
    r = (other[1] * square * z - y) % P
    h2 = h * h % P
    h3, v = h * h2 % P, x * h2 % P
    x3 = (r * r - h3 - 2 * v) % P
    return x3, (r * (v - x3) - y * h3) % P, z * h % P


def powers_of_two():
    """2^i·G in affine coordinates: a multiple of G is a sum of some of them."""
    points, point = [], (*G, 1)
    for _ in range(256):
        inverse = pow(point[2], -1, P)
        points.append((point[0] * inverse * inverse % P, point[1] * inverse**3 % P))
        point = double(point)
    return points


TABLE = powers_of_two()


def multiple(scalar):
    point = None
    for bit, power in enumerate(TABLE):
        if scalar >> bit & 1:
            point = add(point, power)
    inverse = pow(point[2], -1, P)
    return point[0] * inverse * inverse % P, point[1] * inverse**3 % P


def identifier(info):
    """What a key is known by in subjectKeyIdentifier and authorityKeyIdentifier (RFC 5280 §4.2.1.2 leaves it open)."""
    return hashlib.sha256(info).digest()[:20]


class ECKey:
    """A P-256 key that signs with ECDSA and SHA-256."""

    algorithm = sequence(oid("1.2.840.10045.4.3.2"))

    def __init__(self, name):
        self.secret = number(b"key", name.encode()) % (N - 1) + 1
        x, y = multiple(self.secret)
        self.info = sequence(
            sequence(oid("1.2.840.10045.2.1"), oid("1.2.840.10045.3.1.7")),
            bits(b"\4" + x.to_bytes(32, "big") + y.to_bytes(32, "big")))

    def sign(self, message):
        nonce = number(b"nonce", self.secret.to_bytes(32, "big"), message) % (N - 1) + 1
        r = multiple(nonce)[0] % N
        digest = int.from_bytes(hashlib.sha256(message).digest(), "big")
        return sequence(integer(r), integer(pow(nonce, -1, N) * (digest + r * self.secret) % N))


class DSAKey:
    """A DSA key of 1024 and 160 bits, whose certificate may leave its parameters to its issuer's key."""

    algorithm = sequence(oid("1.2.840.10040.4.3"))
    # From `openssl dsaparam 1024`; nothing depends on these but that they are parameters.
    p = int(
        "a8a6b0eb559ccc6412b6f5ef6b9a8f6c8e6c1994b91b06617aeb1b7a8c3326627f8baa40553d0b01fd2393851acb410a819d"
        "0ac58bb06c318f5a590dd3f201550ea267db7dd191328a09b5a2ab2be57f6a0d0482dc38f260c4da9e381cb44638511881b2"
        "751a50e5c63ac6fb48f1a35fcd9c604053349abab807eb9edf0fd10f", 16)
    q = int("ec21ca4b0d2344f510179919f03ebb0145967e95cbb1ec80d73682e1", 16)
    g = int(
        "226183a2ab5af0f5fcfd8b8e9eca1c9c47f00fbca9326fe81468b624d04b9fa45312d4f560daafba0bcfd3fd79d4b7661746"
        "c82175e3f439d210a98a6a98499b0c6aad6d46fb2e152f3590bd2c44f7cff638b02cdc1fd872176b5bc287afb6ad5d73644d"
        "1687f7f739b32d4db6f8d226c9b237fe9d9ad8e9e2eb58aaa3df42bf", 16)

    def __init__(self, name, inherits=False):
        self.secret = number(b"dsa", name.encode()) % (self.q - 1) + 1
        parameters = b"" if inherits else sequence(integer(self.p), integer(self.q), integer(self.g))
        public = integer(pow(self.g, self.secret, self.p))
        self.info = sequence(sequence(oid("1.2.840.10040.4.1"), parameters), bits(public))

    def sign(self, message):
        nonce = number(b"dsa nonce", self.secret.to_bytes(32, "big"), message) % (self.q - 1) + 1
        r = pow(self.g, nonce, self.p) % self.q
        digest = int.from_bytes(hashlib.sha1(message).digest(), "big")
        return sequence(integer(r), integer(pow(nonce, -1, self.q) * (digest + r * self.secret) % self.q))
