"""A Tornado server that talks to clients with a certificate alone, as in journey 001.

usage: tornado_server.py PORT FULLCHAIN KEY CLIENT-ROOT [CRL]

The key's passphrase is in LUCID_PASSPHRASE. With a CRL a client whose certificate is on it is refused.
"""
import asyncio
import os
import ssl
import sys

import tornado.httpserver
import tornado.netutil
import tornado.web


class Hello(tornado.web.RequestHandler):
    def get(self):
        subject = self.request.get_ssl_certificate()["subject"]
        names = [value for part in subject for kind, value in part if kind == "commonName"]
        self.write(f"Hello, {names[0]}\n")


async def main(port, fullchain, key, client_root, *crls):
    # This context asks nobody for a certificate before its verify_mode is set.
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH, cafile=client_root)
    context.verify_mode = ssl.CERT_REQUIRED
    # Python 3.13 verifies so by default, older ones when told.
    context.verify_flags |= ssl.VERIFY_X509_STRICT
    context.load_cert_chain(fullchain, key, os.environ.get("LUCID_PASSPHRASE"))
    for crl in crls:
        context.load_verify_locations(crl)
        context.verify_flags |= ssl.VERIFY_CRL_CHECK_LEAF
    server = tornado.httpserver.HTTPServer(tornado.web.Application([("/", Hello)]), ssl_options=context)
    sockets = tornado.netutil.bind_sockets(int(port), "127.0.0.1")
    server.add_sockets(sockets)
    print(f"https://127.0.0.1:{sockets[0].getsockname()[1]}", flush=True)
    await asyncio.Event().wait()


asyncio.run(main(*sys.argv[1:]))
