#!/usr/bin/env python3
"""Runs a line of shell on a terminal of its own and types answers.

terminal.py LINE [QUESTION ANSWER]...

An answer is typed when the terminal shows the end of its question. What stood on the terminal goes to standard output; the exit
code is the line's, or 99 where a question was not asked.
"""
import os
import pty
import select
import sys
import time


def main():
    line, pairs = sys.argv[1], sys.argv[2:]
    questions = list(zip(pairs[0::2], pairs[1::2]))
    child, terminal = pty.fork()
    if child == 0:
        os.execv("/bin/sh", ["/bin/sh", "-c", line])
    shown, asked, deadline = b"", 0, time.monotonic() + 120
    while time.monotonic() < deadline:
        ready, _, _ = select.select([terminal], [], [], 1)
        if not ready:
            continue
        try:
            octets = os.read(terminal, 65536)
        except OSError:  # Linux says so at the end
            break
        if not octets:
            break
        shown += octets
        while questions and (place := shown.find(questions[0][0].encode(), asked)) >= 0:
            question, answer = questions.pop(0)
            asked = place + len(question.encode())
            # Who reads a passphrase throws away what was typed before the question stood there.
            time.sleep(0.05)
            os.write(terminal, answer.encode() + b"\n")
    sys.stdout.buffer.write(shown.replace(b"\r\n", b"\n"))
    sys.stdout.flush()
    _, status = os.waitpid(child, 0)
    if questions:
        sys.stderr.write(f"not asked: {questions}\n")
        sys.exit(99)
    sys.exit(os.waitstatus_to_exitcode(status))


main()
