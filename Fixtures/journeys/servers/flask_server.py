"""Flask's own server, as in journey 003. Its log names the address.

usage: flask_server.py PORT FULLCHAIN KEY
"""
import sys

import flask

application = flask.Flask(__name__)


@application.route("/")
def hello():
    return "Hello over HTTPS\n"


port, fullchain, key = sys.argv[1:]
application.run(host="127.0.0.1", port=int(port), ssl_context=(fullchain, key))
