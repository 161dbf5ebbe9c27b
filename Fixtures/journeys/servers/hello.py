"""The application that gunicorn serves in journey 002."""


def application(environ, start_response):
    start_response("200 OK", [("Content-Type", "text/plain")])
    return [b"Hello over HTTPS\n"]
