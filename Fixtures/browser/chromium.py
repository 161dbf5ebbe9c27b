"""A headless Chromium, driven over the DevTools protocol.

It talks through two pipes (--remote-debugging-pipe): messages are JSON, each ended by a zero octet. That needs nothing
but Python's own library, opens no port, and ends with the program.
"""
import fcntl
import json
import os
import select
import subprocess
import tempfile
import time


class Chromium:
    def __init__(self, program):
        self.folder = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        # High numbers first: the program's ends must become 3 and 4, which may be taken by these very pipes.
        command_out, command_in = (fcntl.fcntl(end, fcntl.F_DUPFD, 50) for end in os.pipe())
        answer_out, answer_in = (fcntl.fcntl(end, fcntl.F_DUPFD, 50) for end in os.pipe())

        def place_pipes():
            os.dup2(command_out, 3)
            os.dup2(answer_in, 4)

        self.process = subprocess.Popen(
            [
                program, "--headless=new", "--remote-debugging-pipe", "--no-sandbox", "--disable-gpu",
                "--disable-dev-shm-usage", "--no-first-run", "--no-default-browser-check", "--disable-background-networking",
                "--disable-component-update", "--disable-extensions", "--force-color-profile=srgb",
                f"--user-data-dir={self.folder.name}",
            ],
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            preexec_fn=place_pipes, pass_fds=(3, 4), env={**os.environ, "HOME": self.folder.name})
        os.close(command_out)
        os.close(answer_in)
        self.writer, self.reader = command_in, answer_out
        self.buffer, self.last_id, self.events, self.session = b"", 0, [], None

    def close(self):
        try:
            self.command("Browser.close", session=None, seconds=5)
            self.process.wait(5)
        except Exception:
            self.process.kill()
            self.process.wait()
        self.folder.cleanup()

    def message(self, seconds):
        """The next message, or None when none comes in time."""
        deadline = time.monotonic() + seconds
        while b"\0" not in self.buffer:
            ready, _, _ = select.select([self.reader], [], [], max(0, deadline - time.monotonic()))
            if not ready:
                return None
            octets = os.read(self.reader, 1 << 20)
            if not octets:
                raise EOFError("Chromium has ended")
            self.buffer += octets
        text, self.buffer = self.buffer.split(b"\0", 1)
        return json.loads(text)

    def command(self, method, session="page", seconds=60, **parameters):
        """Sends a command and returns its result. Events that come meanwhile are kept."""
        self.last_id += 1
        message = {"id": self.last_id, "method": method, "params": parameters}
        if session and self.session:
            message["sessionId"] = self.session
        octets = json.dumps(message).encode() + b"\0"
        while octets:
            octets = octets[os.write(self.writer, octets):]
        while True:
            answer = self.message(seconds)
            if answer is None:
                raise TimeoutError(method)
            if answer.get("id") == self.last_id:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']['message']}")
                return answer["result"]
            if "method" in answer:
                self.events.append(answer)

    def open(self, url, width=1400, height=1000):
        """Opens a page in a new tab, and waits until it has loaded."""
        self.target = self.command("Target.createTarget", session=None, url="about:blank")["targetId"]
        self.session = self.command("Target.attachToTarget", session=None, targetId=self.target, flatten=True)["sessionId"]
        for domain in ["Page", "Runtime", "Log", "Network", "DOM", "Accessibility"]:
            self.command(f"{domain}.enable")
        self.size(width, height)
        self.events.clear()
        self.load(url)

    def close_page(self):
        self.command("Target.closeTarget", session=None, targetId=self.target)
        self.session = None

    def load(self, url):
        # Not that of the page before.
        self.events = [event for event in self.events if event["method"] != "Page.loadEventFired"]
        self.command("Page.navigate", url=url)
        while not any(event["method"] == "Page.loadEventFired" for event in self.events):
            event = self.message(60)
            if event is None:
                raise TimeoutError(url)
            if "method" in event:
                self.events.append(event)

    def size(self, width, height):
        self.command(
            "Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=width < 600)

    def media(self, media="", scheme="light"):
        self.command(
            "Emulation.setEmulatedMedia", media=media, features=[
                {"name": "prefers-color-scheme", "value": scheme}, {"name": "prefers-reduced-motion", "value": "reduce"}])

    def run(self, script):
        """The value of a JavaScript expression."""
        result = self.command("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in result:
            raise RuntimeError(result["exceptionDetails"]["exception"].get("description", "exception") + "\n" + script)
        return result["result"].get("value")

    def point(self, script, click=False):
        """Moves the pointer onto an element, which an expression names; perhaps clicks it."""
        # Away first: what scrolls under a resting pointer is pointed at too, and that would scroll other panes.
        self.command("Input.dispatchMouseEvent", type="mouseMoved", x=2, y=2)
        box = self.run(
            f"(() => {{ const e = {script}; e.scrollIntoView({{block: 'center', inline: 'nearest'}});"
            " const b = e.getBoundingClientRect(); return [b.left + Math.min(b.width / 2, 60), b.top + b.height / 2]; })()")
        place = {"x": box[0], "y": box[1]}
        self.command("Input.dispatchMouseEvent", type="mouseMoved", **place)
        if click:
            for kind in ["mousePressed", "mouseReleased"]:
                self.command("Input.dispatchMouseEvent", type=kind, button="left", clickCount=1, **place)

    CODES = {"ArrowLeft": 37, "ArrowUp": 38, "ArrowRight": 39, "ArrowDown": 40, "Enter": 13, "Tab": 9, "Home": 36,
             "End": 35, "Escape": 27, "PageDown": 34, "PageUp": 33, " ": 32}

    def press(self, key, shift=False, control=False):
        """Presses a key, and lets go of it."""
        text = {"Enter": "\r", " ": " "}.get(key, key if len(key) == 1 else "")
        for kind in ["keyDown" if text else "rawKeyDown", "keyUp"]:
            self.command(
                "Input.dispatchKeyEvent", type=kind, key=key, code=key, windowsVirtualKeyCode=self.CODES.get(key, 0),
                modifiers=(8 if shift else 0) | (2 if control else 0), **({"text": text} if kind == "keyDown" else {}))

    def complaints(self, url):
        """What a quiet page has none of: messages, errors, dialogs, and requests for anything but itself."""
        found = []
        for event in self.events:
            method, parameters = event["method"], event.get("params", {})
            if method == "Runtime.consoleAPICalled":
                found.append(f"console: {parameters['type']} {[a.get('value') for a in parameters['args']]}")
            elif method == "Runtime.exceptionThrown":
                details = parameters["exceptionDetails"]
                found.append("exception: " + details.get("exception", {}).get("description", details["text"]))
            elif method == "Log.entryAdded":
                found.append("log: " + parameters["entry"]["text"])
            elif method == "Page.javascriptDialogOpening":
                found.append("dialog: " + parameters["message"])
            elif method == "Network.requestWillBeSent" and parameters["request"]["url"].split("#")[0] != url:
                found.append("request: " + parameters["request"]["url"])
        return found
