#!/usr/bin/env python3
"""Writes what fuzzing begins with: the fixtures, in the forms that the targets read. seeds.py FOLDER"""
import base64
import binascii
import json
import pathlib
import re
import sys

top = pathlib.Path(__file__).resolve().parent.parent
out = pathlib.Path(sys.argv[1])
BLOCK = re.compile(rb"-----BEGIN ([A-Z0-9 ]+)-----\r?\n(.*?)-----END \1-----", re.S)
TARGETS = ["der", "certificate", "crl", "ocsp", "pem", "key", "constraints", "verifier"]


def put(target, name, data):
    """One seed; large ones only slow the fuzzer down."""
    if len(data) <= 16384:
        (out / target / name).write_bytes(data)


def blocks(data):
    """The labels and octets of PEM blocks without headers."""
    for label, body in BLOCK.findall(data):
        try:
            yield label.decode(), base64.b64decode(body)
        except binascii.Error:
            pass  # a fixture that is broken on purpose, or has headers


def seeds(path):
    """The seeds that one file gives."""
    data = path.read_bytes()
    name = path.name
    if b"-----BEGIN" in data:
        put("pem", name, data)
    found = list(blocks(data)) or [("DER", data)]
    certificates = []
    for number, (label, der) in enumerate(found):
        unique = f"{name}-{number}"
        if der[:1] != b"\x30":
            continue
        put("der", unique, der)
        if label in ("CERTIFICATE", "DER", "TRUSTED CERTIFICATE"):
            put("certificate", unique, der)
            certificates.append(der)
        if label in ("X509 CRL", "DER"):
            put("crl", unique, der)
        if "ocsp" in str(path).lower():
            put("ocsp", unique, der)
        labels = ["PRIVATE KEY", "RSA PRIVATE KEY", "EC PRIVATE KEY", "ENCRYPTED PRIVATE KEY"]
        if label in labels:
            put("key", unique, bytes([labels.index(label)]) + der)
    return certificates


for target in TARGETS:
    (out / target).mkdir(parents=True, exist_ok=True)
certificates = []
for path in sorted((top / "Fixtures").rglob("*")):
    if path.is_file() and path.suffix in (".pem", ".der", ".crl", ".crt", ".key", ".csr", ".ocsp"):
        certificates += seeds(path)
# The verifier reads certificates and revocation lists behind each other: the target first, the trust anchors last.
for index in range(0, max(len(certificates) - 2, 0), 3):
    put("verifier", f"chain-{index}", b"".join(certificates[index : index + 3]))
limbo = top.parent / "shared" / "conformance" / "limbo.json"
if limbo.exists():
    for case in json.loads(limbo.read_text())["testcases"]:
        if case["id"].startswith("bettertls") and not case["id"].endswith("7"):
            continue
        parts = [case["peer_certificate"], *case["untrusted_intermediates"], *case["crls"], *case["trusted_certs"]]
        put("verifier", case["id"], b"".join(der for part in parts for _, der in blocks(part.encode())))


def element(tag, content):
    """A DER element."""
    length = bytes([len(content)]) if len(content) < 128 else b"\x82" + len(content).to_bytes(2, "big")
    return bytes([tag]) + length + content


# Name constraints and names behind each other.
names = {
    "dns": (0x82, b"example.com", b"www.example.com"),
    "wildcard": (0x82, b"example.com", b"*.example.com"),
    "mail": (0x81, b"example.com", b'"a b"@example.com'),
    "uri": (0x86, b".example.com", b"https://u@www.example.com:1/"),
    "ipv4": (0x87, bytes([192, 0, 2, 0, 255, 255, 255, 0]), bytes([192, 0, 2, 1])),
    "ipv6": (0x87, bytes(32), bytes(16)),
    "directory": (0xA4, b"\x30\x0e\x31\x0c\x30\x0a\x06\x03\x55\x04\x03\x0c\x03foo", b"\x30\x00"),
}
for name, (tag, base, presented) in names.items():
    tree = element(0x30, element(tag, base))
    constraints = element(0x30, element(0xA0, tree) + element(0xA1, tree))
    put("constraints", name, constraints + element(0x30, element(tag, presented) + element(tag, base)))
