"""Ends a server that nobody stopped: the alarm's usual effect is the end of the process."""
import signal

signal.alarm(180)
