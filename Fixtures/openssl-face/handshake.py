#!/usr/bin/env python3
"""Says whether a TLS client accepts a server, without a network between them.

handshake.py ROOTS CERTIFICATES KEY HOST [PASSPHRASE]

The client has Python's default context, with the roots of the file ROOTS. The answer is one line: accepted, or refused and why.
"""
import ssl
import sys


def main():
    roots, certificates, key, host, *passphrase = sys.argv[1:]
    try:
        client_context = ssl.create_default_context(cafile=roots)
        server_context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        server_context.load_cert_chain(certificates, key, *passphrase)
    except ssl.SSLError as error:
        print("unusable:", error.reason)
        return
    to_server, to_client = ssl.MemoryBIO(), ssl.MemoryBIO()
    client = client_context.wrap_bio(to_client, to_server, server_hostname=host)
    server = server_context.wrap_bio(to_server, to_client, server_side=True)
    waiting = [client, server]
    for _ in range(10):
        for side in list(waiting):
            try:
                side.do_handshake()
                waiting.remove(side)
            except ssl.SSLWantReadError:
                pass
            except ssl.SSLCertVerificationError as error:
                print("refused:", error.verify_code, error.verify_message)
                return
            except ssl.SSLError as error:
                print("refused:", error.reason)
                return
        if not waiting:
            print("accepted")
            return
    print("no end")


main()
