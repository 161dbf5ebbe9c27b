"""Flask's own server, as in journey 003. Its log names the address.

usage: flask_server.py FULLCHAIN KEY
"""
import sys

import flask

import deadline

application = flask.Flask(__name__)


@application.route("/")
def hello():
    return "Hello over HTTPS\n"


application.run(host="127.0.0.1", port=0, ssl_context=(sys.argv[1], sys.argv[2]))
