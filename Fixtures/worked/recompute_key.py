"""Follows the search for an RSA key again with Python's integers.

Reads what `lucid key new --explain --json` printed from standard input, for a kind whose length in bits is the first argument.
Prints what differs, and how many candidates were followed.
"""
import json
import math
import sys

told = json.load(sys.stdin)
bits = int(sys.argv[1]) // 2
E = 65537
problems = []


def expect(condition, what):
    if not condition:
        problems.append(what)


def survives(w, base):
    """Whether w survives the base (FIPS 186-5 B.3.1, steps 4.3 to 4.5)."""
    m, a = w - 1, 0
    while m % 2 == 0:
        m, a = m // 2, a + 1
    z = pow(base, m, w)
    if z in (1, w - 1):
        return True
    for _ in range(a - 1):
        z = z * z % w
        if z == w - 1:
            return True
    return False


def small_primes():
    limit = 1 << 16
    sieve = bytearray([1]) * limit
    for number in range(2, limit):
        if sieve[number]:
            if number > 2:
                yield number
            sieve[number * number :: number] = bytes(len(range(number * number, limit, number)))


PRIMES = list(small_primes())
found = []
for index, candidate in enumerate(told["search"]):
    number, fate = int(candidate["number"], 16), candidate["fate"]
    expect(number % 2 == 1, f"{index}: even")
    is_too_small = number * number < 1 << (2 * bits - 1)
    expect((fate == "tooSmall") == is_too_small, f"{index}: {fate}, but its square says {is_too_small}")
    if is_too_small:
        continue
    expect((fate == "oneModuloExponent") == (number % E == 1), f"{index}: {fate}, but modulo e it is {number % E}")
    if number % E == 1:
        continue
    factor = next((prime for prime in PRIMES if number % prime == 0), None)
    expect(candidate.get("factor") == factor, f"{index}: factor {candidate.get('factor')}, computed {factor}")
    if factor:
        continue
    survived = [survives(number, int(base, 16)) for base in candidate["witnesses"]]
    expect(all(survived[:-1]), f"{index}: went on after a witness")
    expect(fate == ("prime" if survived[-1] else "composite"), f"{index}: {fate}, but {survived}")
    if fate == "prime":
        expect(len(survived) >= 4, f"{index}: {len(survived)} rounds")
        found.append(number)

values = {step["name"]: int(step["number"], 16) for step in told["numbers"]}
p, q = values["p"], values["q"]
expect([p, q] == found[-2:], "p and q are not the primes that were found last")
carmichael = math.lcm(p - 1, q - 1)
expected = {
    "n": p * q,
    "e": E,
    "λ": carmichael,
    "d": pow(E, -1, carmichael),
    "dP": pow(E, -1, carmichael) % (p - 1),
    "dQ": pow(E, -1, carmichael) % (q - 1),
    "qInv": pow(q, -1, p),
}
for name, value in expected.items():
    expect(values[name] == value, f"{name} is {values[name]:x}, computed {value:x}")
for problem in problems:
    print(problem)
print(f"{len(told['search'])} candidates followed")
