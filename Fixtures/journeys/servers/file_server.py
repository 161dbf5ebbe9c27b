"""Python's own server of files, over HTTPS, as in journey 004. It needs nothing but Python.

usage: file_server.py PORT FOLDER FULLCHAIN KEY
"""
import functools
import http.server
import ssl
import sys

port, folder, fullchain, key = sys.argv[1:]
handler = functools.partial(http.server.SimpleHTTPRequestHandler, directory=folder)
server = http.server.ThreadingHTTPServer(("127.0.0.1", int(port)), handler)
context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
context.load_cert_chain(fullchain, key)
# Each connection shakes hands in its own thread, so that one that is refused holds up no other.
server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
print(f"https://127.0.0.1:{server.server_port}", flush=True)
server.serve_forever()
