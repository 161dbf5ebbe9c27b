"""Verifies a server's chain with pyca/cryptography, the strictest verifier of Python's.

usage: pyca_verify.py ROOT NAME FULLCHAIN
"""
import ipaddress
import pathlib
import sys

from cryptography import x509
from cryptography.x509.verification import PolicyBuilder, Store, VerificationError

root, name, fullchain = sys.argv[1:]
leaf, *intermediates = x509.load_pem_x509_certificates(pathlib.Path(fullchain).read_bytes())
anchors = x509.load_pem_x509_certificates(pathlib.Path(root).read_bytes())
try:
    subject = x509.IPAddress(ipaddress.ip_address(name))
except ValueError:
    subject = x509.DNSName(name)
try:
    PolicyBuilder().store(Store(anchors)).build_server_verifier(subject).verify(leaf, intermediates)
except VerificationError as error:
    sys.exit(f"VerificationError: {error}")
print("accepted")
