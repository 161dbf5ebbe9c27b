"""Fetches a page with `requests`, which verifies the server by the root that it is given.

usage: requests_get.py ROOT URL [CERTIFICATE KEY PASSPHRASE]

`requests` itself takes no passphrase for a client's key; its adapter takes a context that has the opened key.
"""
import sys

import requests
from requests.adapters import HTTPAdapter
from urllib3.util.ssl_ import create_urllib3_context


class ClientCertificate(HTTPAdapter):
    def __init__(self, *identity):
        self.context = create_urllib3_context()
        self.context.load_cert_chain(*identity)
        super().__init__()

    def init_poolmanager(self, *arguments, **settings):
        super().init_poolmanager(*arguments, ssl_context=self.context, **settings)


root, url, *identity = sys.argv[1:]
session = requests.Session()
session.trust_env = False
session.verify = root
try:
    if identity:
        session.mount("https://", ClientCertificate(*identity))
    answer = session.get(url, timeout=20)
    answer.raise_for_status()
    print(answer.text, end="")
except (requests.RequestException, OSError) as error:
    sys.exit(f"{type(error).__name__}: {error}")
