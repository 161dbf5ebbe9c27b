"""gunicorn's settings in journey 002, from the folder where it is started: any free port, and the two files that it takes."""
import deadline

bind = "127.0.0.1:0"
certfile = "localhost-fullchain.pem"
keyfile = "localhost-key.pem"
# A worker whose master was killed sees it after half of this.
timeout = 4
graceful_timeout = 2
control_socket_disable = True
