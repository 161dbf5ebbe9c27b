"""Fetches a page with Python's own library, which verifies as strictly as Python 3.13 does by itself.

usage: urllib_get.py ROOT URL [CERTIFICATE KEY PASSPHRASE]
"""
import ssl
import sys
import urllib.request

root, url, *identity = sys.argv[1:]
context = ssl.create_default_context(cafile=root)
context.verify_flags |= ssl.VERIFY_X509_STRICT | ssl.VERIFY_X509_PARTIAL_CHAIN
try:
    if identity:
        context.load_cert_chain(*identity)
    handlers = urllib.request.HTTPSHandler(context=context), urllib.request.ProxyHandler({})
    with urllib.request.build_opener(*handlers).open(url, timeout=20) as answer:
        print(answer.read().decode(), end="")
except OSError as error:
    sys.exit(f"{type(error).__name__}: {error}")
