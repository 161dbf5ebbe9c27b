"""Computes the numbers of worked verifications again with Python's integers.

Reads a JSON array from standard input: objects with `verification` (as `lucid verify --explain --json` has it), `message`
(hexadecimal) and `hash` (hashlib's name, with `mask` for PSS), perhaps with `states` (the hash of `--deep`). Prints what differs, and how many numbers were computed.
"""
import hashlib
import json
import sys

problems = []
computed = 0


def check(where, name, expected, found):
    global computed
    computed += 1
    if expected != found:
        problems.append(f"{where}: {name} is {found!r}, computed {expected!r}")


def mgf1(seed, count, name):
    mask = b""
    while len(mask) < count:
        mask += hashlib.new(name, seed + (len(mask) // hashlib.new(name).digest_size).to_bytes(4, "big")).digest()
    return mask[:count]


class Steps:
    """The values of a verification by name."""

    def __init__(self, verification):
        self.all = verification["steps"]
        self.by_name = {step["name"]: step for step in self.all if "name" in step}

    def number(self, name):
        return int(self.by_name[name]["number"], 16)

    def octets(self, name):
        return bytes.fromhex(self.by_name[name]["octets"])

    def joined(self, name):
        return b"".join(bytes.fromhex(part["octets"]) for part in self.by_name[name]["parts"])

    def part(self, name, part):
        return next(bytes.fromhex(p["octets"]) for p in self.by_name[name]["parts"] if p["name"] == part)

    def point(self, name):
        point = self.by_name[name]["point"]
        return point and (int(point["x"], 16), int(point["y"], 16))

    def has(self, name):
        return name in self.by_name


def primes():
    found = []
    number = 2
    while len(found) < 80:
        if all(number % prime for prime in found):
            found.append(number)
        number += 1
    return found


def root_fraction(number, degree, bits):
    """The first bits of the fraction of a number's square or cube root."""
    shifted = number << (degree * bits)
    low, high = 0, 1 << (bits + 10)
    while low < high:
        middle = (low + high + 1) // 2
        if middle**degree <= shifted:
            low = middle
        else:
            high = middle - 1
    return low % (1 << bits)


def sha2_states(blocks, initial, bits):
    """The states after each block, by FIPS 180-4 section 6.2.2 and 6.4.2."""
    mask = (1 << bits) - 1
    rounds, schedule, sums = (
        (64, ((7, 18, 3), (17, 19, 10)), ((6, 11, 25), (2, 13, 22)))
        if bits == 32
        else (80, ((1, 8, 7), (19, 61, 6)), ((14, 18, 41), (28, 34, 39)))
    )
    constants = [root_fraction(prime, 3, bits) for prime in primes()[:rounds]]

    def turn(word, count):
        return (word >> count | word << (bits - count)) & mask

    def small(word, counts):
        return turn(word, counts[0]) ^ turn(word, counts[1]) ^ word >> counts[2]

    def big(word, counts):
        return turn(word, counts[0]) ^ turn(word, counts[1]) ^ turn(word, counts[2])

    state = list(initial)
    for block in blocks:
        size = bits // 8
        words = [int.from_bytes(block[i : i + size], "big") for i in range(0, len(block), size)]
        for t in range(16, rounds):
            words.append(
                (small(words[t - 2], schedule[1]) + words[t - 7] + small(words[t - 15], schedule[0]) + words[t - 16]) & mask
            )
        a, b, c, d, e, f, g, h = state
        for t in range(rounds):
            first = h + big(e, sums[0]) + (e & f ^ ~e & g) + constants[t] + words[t]
            second = big(a, sums[1]) + (a & b ^ a & c ^ b & c)
            a, b, c, d, e, f, g, h = (first + second) & mask, a, b, c, (d + first) & mask, e, f, g
        state = [(old + new) & mask for old, new in zip(state, (a, b, c, d, e, f, g, h))]
        yield state


def hash_states(where, worked, steps, case):
    message = bytes.fromhex(case["message"])
    if steps.has("A"):
        # Ed25519 hashes the signature's first half and the key in front of the message (RFC 8032 section 5.1.7).
        message = steps.octets("signature")[:32] + steps.octets("A") + message
    blocks = [bytes.fromhex(block["octets"]) for block in worked["blocks"]]
    size = len(blocks[0])
    padded = message + b"\x80" + b"\0" * (-(len(message) + 1 + size // 8) % size)
    padded += (8 * len(message)).to_bytes(size // 8, "big")
    check(where, "the padded message", padded, b"".join(blocks))
    initial = [int(word, 16) for word in worked["initialState"]]
    if case["hash"] in ("sha256", "sha512"):
        check(where, "H0", [root_fraction(prime, 2, size // 2) for prime in primes()[:8]], initial)
    for number, state in enumerate(sha2_states(blocks, initial, size // 2)):
        found = [int(word, 16) for word in worked["blocks"][number]["state"]]
        check(where, f"H{number + 1}", state, found)
    check(where, "digest", hashlib.new(case["hash"], message).hexdigest(), worked["digest"])


def rsa(where, steps, case):
    n, e, s = steps.number("n"), steps.number("e"), steps.number("s")
    k = (n.bit_length() + 7) // 8
    digest = hashlib.new(case["hash"], bytes.fromhex(case["message"])).digest()
    check(where, "hash", digest, steps.octets("hash"))
    if not steps.has("m"):
        return False
    m = pow(s, e, n)
    check(where, "m", m, steps.number("m"))
    if steps.has("DB") or "mask" in case:
        return pss(where, steps, case, m, n.bit_length() - 1, digest)
    em = m.to_bytes(k, "big")
    check(where, "EM", em, steps.joined("EM"))
    # RFC 8017 section 9.2, note 1.
    prefixes = {
        "sha1": "3021300906052b0e03021a05000414",
        "sha224": "302d300d06096086480165030402040500041c",
        "sha256": "3031300d060960864801650304020105000420",
        "sha384": "3041300d060960864801650304020205000430",
        "sha512": "3051300d060960864801650304020305000440",
    }
    info = bytes.fromhex(prefixes[case["hash"]]) + digest
    expected = b"\0\1" + b"\xff" * (k - len(info) - 3) + b"\0" + info
    check(where, "EM'", expected, steps.joined("EM'"))
    check(where, "hash in EM'", digest, steps.part("EM'", "hash"))
    return em == expected


def pss(where, steps, case, m, bits, digest):
    length = (bits + 7) // 8
    em = m.to_bytes(length, "big")
    check(where, "EM", em, steps.joined("EM"))
    size = len(digest)
    masked, h = em[: length - size - 1], em[length - size - 1 : -1]
    mask = mgf1(h, len(masked), case["mask"])
    check(where, "dbMask", mask, steps.octets("dbMask"))
    block = bytearray(a ^ b for a, b in zip(masked, mask))
    unmasked, cleared = (step for step in steps.all if step.get("name") == "DB")
    check(where, "DB before step 9", bytes(block), bytes.fromhex(unmasked["octets"]))
    # The page's numbers come without the formulas.
    if "formula" in cleared:
        clearing = f"8·emLen - emBits = {8 * length - bits} bit"
        check(where, "step 9's bits", True, clearing in cleared["formula"])
    block[0] &= 0xFF >> (8 * length - bits)
    check(where, "DB", bytes(block), steps.joined("DB"))
    salt = steps.part("DB", "salt")
    again = b"\0" * 8 + digest + salt
    check(where, "M'", again, steps.joined("M'"))
    check(where, "H'", hashlib.new(case["hash"], again).digest(), steps.octets("H'"))
    frame = b"\0" * (len(block) - len(salt) - 1) + b"\1" + salt
    return hashlib.new(case["hash"], again).digest() == h and bytes(block) == frame and em[-1] == 0xBC


def ecdsa(where, steps, case):
    p, a, b, n = (steps.number(name) for name in "pabn")
    digest = hashlib.new(case["hash"], bytes.fromhex(case["message"])).digest()
    check(where, "hash", digest, steps.octets("hash"))

    def add(one, other):
        if one is None or other is None:
            return one or other
        (x1, y1), (x2, y2) = one, other
        if x1 == x2 and (y1 + y2) % p == 0:
            return None
        slope = (3 * x1 * x1 + a) * pow(2 * y1, -1, p) if one == other else (y2 - y1) * pow(x2 - x1, -1, p)
        x = (slope * slope - x1 - x2) % p
        return x, (slope * (x1 - x) - y1) % p

    def times(count, point):
        total = None
        while count:
            if count & 1:
                total = add(total, point)
            point = add(point, point)
            count >>= 1
        return total

    for name in "GQ":
        x, y = steps.point(name)
        check(where, f"{name} is on the curve", 0, (y * y - x**3 - a * x - b) % p)
    check(where, "n times G", None, times(n, steps.point("G")))
    r, s = steps.number("r"), steps.number("s")
    if not steps.has("e"):
        return False
    e = int.from_bytes(digest, "big") >> max(0, 8 * len(digest) - n.bit_length())
    check(where, "e", e, steps.number("e"))
    w = pow(s, -1, n)
    check(where, "w", w, steps.number("w"))
    check(where, "u1", e * w % n, steps.number("u1"))
    check(where, "u2", r * w % n, steps.number("u2"))
    point = add(times(e * w % n, steps.point("G")), times(r * w % n, steps.point("Q")))
    check(where, "R", point, steps.point("R"))
    if point is None:
        return False
    check(where, "v", point[0] % n, steps.number("v"))
    return point[0] % n == r


def ed25519(where, steps, case):
    p, limit = 2**255 - 19, steps.number("L")
    check(where, "L", 2**252 + 27742317777372353535851937790883648493, limit)
    d = -121665 * pow(121666, -1, p) % p
    root = pow(2, (p - 1) // 4, p)

    def decode(octets):
        y = int.from_bytes(octets, "little")
        odd, y = y >> 255, y & ~(1 << 255)
        square = (y * y - 1) * pow(d * y * y + 1, -1, p) % p
        x = pow(square, (p + 3) // 8, p)
        if (x * x - square) % p:
            x = x * root % p
        return (x if x & 1 == odd else p - x), y

    def encode(point):
        return (point[1] | (point[0] & 1) << 255).to_bytes(32, "little")

    def add(one, other):
        (x1, y1), (x2, y2) = one, other
        product = d * x1 * x2 * y1 * y2
        return (
            (x1 * y2 + x2 * y1) * pow(1 + product, -1, p) % p,
            (y1 * y2 + x1 * x2) * pow(1 - product, -1, p) % p,
        )

    def times(count, point):
        total = (0, 1)
        while count:
            if count & 1:
                total = add(total, point)
            point = add(point, point)
            count >>= 1
        return total

    signature, key = steps.octets("signature"), steps.octets("A")
    if not steps.has("R"):
        return False
    check(where, "R", signature[:32], steps.octets("R"))
    s = int.from_bytes(signature[32:], "little")
    check(where, "S", s, steps.number("S"))
    if not steps.has("k"):
        return False
    digest = hashlib.sha512(signature[:32] + key + bytes.fromhex(case["message"])).digest()
    check(where, "digest", digest, steps.octets("digest"))
    k = int.from_bytes(digest, "little") % limit
    check(where, "k", k, steps.number("k"))
    y = 4 * pow(5, -1, p) % p
    base = decode(y.to_bytes(32, "little"))
    x, y = decode(key)
    expected = encode(add(times(s, base), times(k, (p - x, y))))
    check(where, "R'", expected, steps.octets("R'"))
    return expected == signature[:32]


for index, case in enumerate(json.load(sys.stdin)):
    verification = case["verification"]
    where = f"{index} {verification['procedure']}"
    steps = Steps(verification)
    compute = {"RSASSA": rsa, "ECDSA": ecdsa, "Ed2551": ed25519}[verification["procedure"][:6].strip()]
    check(where, "isValid", compute(where, steps, case), verification["isValid"])
    if "states" in case:
        hash_states(where, case["states"], steps, case)
for problem in problems:
    print(problem)
print(f"{computed} numbers computed")
