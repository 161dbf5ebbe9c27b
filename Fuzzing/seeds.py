#!/usr/bin/env python3
"""Writes what fuzzing begins with, in the forms that the targets read: seeds.py FOLDER

The seeds are the fixtures, the cases that Fixtures/pkits and Fixtures/limbo make, and those of x509-limbo where they are at
hand."""
import base64
import binascii
import json
import os
import pathlib
import re
import subprocess
import sys
import zlib

top = pathlib.Path(__file__).resolve().parent.parent
BLOCK = re.compile(rb"-----BEGIN ([A-Z0-9 ]+)-----\r?\n(.*?)-----END \1-----", re.S)
TARGETS = [
    "der", "certificate", "crl", "ocsp", "pem", "key", "pkcs7", "pkcs12", "constraints", "verifier", "tls", "http",
]
KEYS = ["PRIVATE KEY", "RSA PRIVATE KEY", "EC PRIVATE KEY", "ENCRYPTED PRIVATE KEY"]
LARGEST = 8192  # large inputs only slow the fuzzer down

if len(sys.argv) != 2 or sys.argv[1].startswith("-"):
    sys.exit("usage: seeds.py FOLDER")
out = pathlib.Path(sys.argv[1])


def put(target, name, data):
    """One seed."""
    if len(data) <= LARGEST:
        (out / target / name.replace("/", "_")).write_bytes(data)


def blocks(data):
    """The labels and octets of PEM blocks without headers."""
    for label, body in BLOCK.findall(data):
        try:
            yield label.decode(), base64.b64decode(body)
        except binascii.Error:
            pass  # a fixture that is broken on purpose, or has headers


def structures(path):
    """The seeds that one file gives."""
    data = path.read_bytes()
    name = path.name
    if path.parent.name in ("pkcs7", "pkcs12"):
        put(path.parent.name, name, data)
    if b"-----BEGIN" in data:
        put("pem", name, data)
        if b"PRIVATE KEY" in data:
            put("key", name + "-text", b"\x04" + data)
    for number, (label, der) in enumerate(list(blocks(data)) or [("DER", data)]):
        unique = f"{name}-{number}"
        if der[:1] != b"\x30":
            continue
        put("der", unique, der)
        if label == "CERTIFICATE" or (label == "DER" and path.suffix in (".der", ".crt")):
            put("certificate", unique, der)
        if label == "X509 CRL" or (label == "DER" and path.suffix == ".crl") or "crls" in path.parts:
            put("crl", unique, der)
        if label == "CERTIFICATE REQUEST":
            put("pem", unique, der)
        if path.parent.name == "ocsp":
            put("ocsp", unique, der)
        if label in KEYS:
            put("key", unique, bytes([KEYS.index(label)]) + der)


def chain(name, parts):
    """A seed for the verifier: as it is, and to be signed anew. The name chooses the other bits, the same in every run."""
    choices = zlib.crc32(name.encode()) & 0xFB
    put("verifier", name, bytes([choices]) + b"".join(parts))
    put("verifier", name + "-anew", bytes([choices | 4]) + b"".join(parts))


def der(*paths):
    """The structures of some files."""
    for path in paths:
        data = path.read_bytes()
        yield from [octets for _, octets in blocks(data)] or [data]


def limbo(path, one_of):
    """The cases of a file in x509-limbo's form; of bettertls, whose cases are much alike, only one of so many."""
    for number, case in enumerate(json.loads(path.read_text())["testcases"]):
        if case["id"].startswith("bettertls") and number % one_of:
            continue
        texts = [case["peer_certificate"], *case["untrusted_intermediates"], *case["crls"], *case["trusted_certs"]]
        chain(case["id"], [octets for text in texts for _, octets in blocks(text.encode())])


def pkits(folder):
    """The cases of the PKITS-like suite, whose certificates go from the trust anchor down."""
    for case in json.loads((folder / "expected.json").read_text()):
        certificates = list(der(*(folder / "certs" / f"{name}.crt" for name in reversed(case["certs"]))))
        lists = list(der(*(folder / "crls" / f"{name}.crl" for name in case["crls"])))
        chain("pkits-" + case["number"], certificates[:-1] + lists + certificates[-1:])
    for path in sorted((folder / "certs").iterdir())[::4] + sorted((folder / "crls").iterdir())[::4]:
        structures(path)


def ocsp(folder):
    """A leaf with each of the OCSP responses."""
    certs = folder / "certs"
    leaf, issuer, root = (list(der(certs / f"chain-p256-{name}.pem")) for name in ("leaf", "intermediate", "root"))
    for path in sorted((folder / "ocsp").glob("*.der")):
        chain("ocsp-" + path.stem, leaf + issuer + list(der(path)) + root)


def element(tag, content):
    """A DER element."""
    length = bytes([len(content)]) if len(content) < 128 else b"\x82" + len(content).to_bytes(2, "big")
    return bytes([tag]) + length + content


def constraints():
    """Name constraints and names behind each other."""
    directory = b"\x30\x0e\x31\x0c\x30\x0a\x06\x03\x55\x04\x03\x0c\x03foo"
    upn = b"\x06\x0a\x2b\x06\x01\x04\x01\x82\x37\x14\x02\x03" + element(0xA0, element(0x0C, b"a@example.com"))
    smtp = b"\x06\x08\x2b\x06\x01\x05\x05\x07\x08\x09" + element(0xA0, element(0x0C, "ä@example.com".encode()))
    names = {
        "dns": (0x82, b"example.com", b"www.example.com"),
        "international": (0x82, b"xn--bcher-kva.example", b"www.xn--bcher-kva.example"),
        "wildcard": (0x82, b"example.com", b"*.example.com"),
        "mail": (0x81, b"example.com", b'"a b"@example.com'),
        "mail-domain": (0x81, b".example.com", b"a@host.example.com"),
        "uri": (0x86, b".example.com", b"https://u@www.example.com:1/"),
        "uri-address": (0x86, b"example.com", b"https://[2001:db8::1]:443/a?b#c"),
        "ipv4": (0x87, bytes([192, 0, 2, 0, 255, 255, 255, 0]), bytes([192, 0, 2, 1])),
        "ipv6": (0x87, bytes(32), bytes(16)),
        "directory": (0xA4, directory, b"\x30\x00"),
        "upn": (0xA0, upn, upn),
        "smtp": (0xA0, smtp, smtp),
        "registered": (0x88, b"\x2a\x03", b"\x2a\x03\x04"),
    }
    for name, (tag, base, presented) in names.items():
        tree = element(0x30, element(tag, base))
        bounded = element(0x30, element(tag, base) + element(0x80, b"\x01") + element(0x81, b"\x02"))
        both = element(0x30, element(0xA0, tree) + element(0xA1, tree))
        one = element(0x30, element(0xA0, bounded))
        altnames = element(0x30, element(tag, presented) + element(tag, base))
        put("constraints", name, both + altnames)
        put("constraints", name + "-bounded", one + altnames)


def tls():
    """What servers answer to a hello, behind an octet that says where to cut."""
    def vector(octets, content):
        return len(content).to_bytes(octets, "big") + content

    def record(kind, content):
        return bytes([kind, 3, 3]) + vector(2, content)

    hello = b"\x02" + vector(3, b"\x03\x03" + bytes(32) + b"\x04abcd\xc0\x2f\0" + vector(2, b"\xff\x01\0\x01\0"))
    chain = b"\x0b" + vector(3, vector(3, vector(3, b"\x30\x03abc") + vector(3, b"\x30\x01d")))
    put("tls", "chain", b"\x80" + record(22, hello + chain))
    put("tls", "records", b"\x20" + record(22, hello) + record(22, chain))
    put("tls", "pieces", b"\xf0" + b"".join(record(22, bytes([octet])) for octet in hello + chain))
    put("tls", "alert", b"\x40" + record(21, b"\x01\x70") + record(21, b"\x02\x28"))
    put("tls", "request", b"\x40" + record(22, bytes(4)) + record(22, hello + chain))
    put("tls", "later", b"\x40" + record(22, hello.replace(b"\xff\x01\0\x01\0", b"\0\x2b\0\x02\3\4")))
    for name, text in {"http": b"HTTP/1.1 400\r\n", "smtp": b"220 mail\r\n", "imap": b"* OK\r\n", "ssh": b"SSH-2.0"}.items():
        put("tls", name, b"\x10" + text)


def http():
    """Requests, behind an octet that says where to cut."""
    heads = {
        "get": b"GET /MFQ%2Fa%3D?x HTTP/1.1\r\nHost: ca.example\r\nAccept: */*\r\n\r\n",
        "old": b"\r\nGET / HTTP/1.0\r\n\r\n",
        "uri": b"GET http://ca.example/ocsp HTTP/1.1\r\nHost: ca.example\r\n\r\n",
        "post": b"POST /ocsp HTTP/1.1\r\nHost: h\r\nContent-Type: application/ocsp-request\r\nContent-Length: 5\r\n\r\n12345",
        "chunked": b"POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n0\r\n\r\n",
        "expect": b"PUT / HTTP/1.1\r\nHost: h\r\nExpect: 100-continue\r\nContent-Length: 1\r\n\r\n1",
        "folded": b"GET / HTTP/1.1\r\nHost: h\r\n\tx\r\n\r\n",
    }
    for name, head in heads.items():
        put("http", name, b"\x60" + head)


for target in TARGETS:
    (out / target).mkdir(parents=True, exist_ok=True)
    for file in (top / "Fixtures" / "fuzzing" / target).glob("*"):
        put(target, "kept-" + file.name, file.read_bytes())
for file in sorted((top / "Fixtures").rglob("*")):
    if file.is_file() and file.suffix in (".pem", ".der", ".crl", ".crt", ".key", ".csr", ".p7b", ".p7m", ".p12"):
        structures(file)
ocsp(top / "Fixtures" / "openssl")
constraints()
tls()
http()
subprocess.run([top / "Fixtures" / "pkits" / "make-pkits", out / "pkits"], check=True, stdout=subprocess.DEVNULL)
pkits(out / "pkits")
subprocess.run([top / "Fixtures" / "limbo" / "make-limbo", out / "limbo.json"], check=True, stdout=subprocess.DEVNULL)
limbo(out / "limbo.json", 1)
suite = pathlib.Path(os.environ.get("LUCID_CONFORMANCE", top.parent / "shared" / "conformance")) / "limbo.json"
if suite.exists():
    limbo(suite, 100)
