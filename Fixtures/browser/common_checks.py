"""What is asked of every page that Lucid writes, whatever it is about."""
import argparse
import base64
import json
import os
import shutil
import subprocess
import tempfile
import urllib.parse

from chromium import Chromium


class CommonChecks:
    # What Lucid writes itself.
    ELEMENTS = set("""html head meta title style body a header h1 h2 h3 p details summary nav ol ul li main section div span b i
        code aside dl dt dd footer script figure figcaption svg desc g rect text tspan path button""".split())

    def __init__(self, browser, url, expected):
        self.browser, self.url, self.expected = browser, url, expected
        self.wrong = []

    def expect(self, holds, words):
        if not holds:
            self.wrong.append(words)

    def expect_contrast(self, least, states):
        """Every text has 4.5 times the contrast to what is behind it, in both schemes, wide and narrow, in each of some states."""
        with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "contrast.js")) as file:
            script = file.read()
        for width in [1400, 390]:
            self.browser.size(width, 900)
            for scheme in ["light", "dark"]:
                self.browser.media(scheme=scheme)
                for enter in states:
                    enter()
                    result = self.browser.run(script)
                    self.expect(result["count"] > least, f"only {result['count']} texts")
                    for poor in result["poor"][:10]:
                        self.wrong.append(f"{scheme}, {width}: {poor}")
        self.browser.size(1400, 1000)

    def switch(self):
        """The button overrules the system's scheme, and back."""
        color = "getComputedStyle(document.body).backgroundColor"
        self.browser.media(scheme="light")
        light = self.browser.run(color)
        self.browser.point("document.querySelector('.theme')", click=True)
        dark = self.browser.run(color)
        self.expect(light != dark, "the switch does nothing")
        self.expect(self.browser.run("document.querySelector('.theme').ariaPressed") == "true", "aria-pressed")
        self.browser.media(scheme="dark")
        self.expect(self.browser.run(color) == dark, "the switch and the system differ")
        self.browser.point("document.querySelector('.theme')", click=True)
        self.expect(self.browser.run(color) == light, "the switch does not go back")

    def width(self):
        """Nothing sticks out of the window."""
        for width in [390, 800, 1400]:
            self.browser.size(width, 900)
            found = self.browser.run("document.documentElement.scrollWidth")
            self.expect(found <= width, f"the page is {found} wide in a window of {width}")
        self.browser.size(1400, 1000)

    def inert(self):
        """No text has become markup: only elements that Lucid writes are there, and no attribute that runs anything."""
        found = set(self.browser.run("[...document.querySelectorAll('*')].map(e => e.localName)"))
        self.expect(found <= self.ELEMENTS, f"elements {found - self.ELEMENTS}")
        self.expect(self.browser.run("document.scripts.length") == 1, "more than one script")
        self.expect(self.browser.run("document.querySelectorAll('style').length") == 1, "more than one style")
        handlers = self.browser.run(
            "[...document.querySelectorAll('*')].flatMap(e => [...e.attributes].filter(a => a.name.startsWith('on') || "
            "a.name === 'style' || a.name === 'src' || (a.name === 'href' && !a.value.startsWith('#')))"
            ".map(a => e.localName + ' ' + a.name))")
        self.expect(handlers == [], f"attributes {handlers}")
        self.expect(self.browser.run("window.injected === undefined"), "injected script has run")
        text = self.browser.run("document.title + document.body.textContent")
        hidden = [f"{ord(c):x}" for c in text if 0x202A <= ord(c) <= 0x202E or 0x2066 <= ord(c) <= 0x2069 or c in "\u2028\u2029"]
        self.expect(hidden == [], f"characters {hidden}")
        # The policy holds even if text became markup after all.
        self.browser.run("(() => { const s = document.createElement('script'); s.textContent = 'window.injected = 1'; document.body.append(s); })()")
        self.expect(self.browser.run("window.injected === undefined"), "the policy lets another script run")
        self.browser.run("document.scripts[document.scripts.length - 1].remove()")
        blocked = [e for e in self.browser.events if e["method"] == "Log.entryAdded" and "Content Security Policy" in e["params"]["entry"]["text"]]
        self.expect(len(blocked) == 1, f"the policy blocked {len(blocked)} scripts, not the test's one")
        self.browser.events = [e for e in self.browser.events if e not in blocked]

    def expect_printed(self, pdf, script, *options):
        """What the script lists is to be read in the PDF, but for the odd word that a font writes otherwise."""
        if not shutil.which("pdftotext"):
            return
        with tempfile.NamedTemporaryFile(suffix=".pdf") as file:
            file.write(pdf)
            file.flush()
            text = subprocess.run(["pdftotext", *options, file.name, "-"], capture_output=True, check=True).stdout.decode()
        squeezed = "".join(text.split())
        wanted = self.browser.run(script)
        missing = {w for w in wanted if "".join(w.split()) not in squeezed}
        self.expect(len(missing) <= len(set(wanted)) // 50, f"not in the PDF: {sorted(missing)[:5]}")

    def picture(self, path):
        with open(path, "wb") as file:
            file.write(base64.b64decode(self.browser.command("Page.captureScreenshot", format="png")["data"]))


def main(kind, usage):
    """Makes the checks that the command line names, with a class of checks, and prints the report."""
    parser = argparse.ArgumentParser(description=usage, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("page")
    parser.add_argument("expected")
    parser.add_argument("checks", nargs="*")
    parser.add_argument("--screenshots")
    arguments = parser.parse_args()
    program, page, expected = arguments.program, arguments.page, arguments.expected
    url = "file://" + urllib.parse.quote(os.path.abspath(page))
    with open(expected) as file:
        lines = json.load(file)
    browser, report = Chromium(program), {}
    try:
        for name in arguments.checks:
            browser.open(url)
            browser.media()
            checks = kind(browser, url, lines)
            try:
                getattr(checks, name)()
            except (RuntimeError, TimeoutError) as problem:
                checks.wrong.append(str(problem))
            report[name] = checks.wrong[:20]
            report.setdefault("quiet", []).extend(f"{name}: {c}" for c in browser.complaints(url))
            browser.close_page()
        if arguments.screenshots:
            browser.open(url)
            kind(browser, url, lines).screenshots(arguments.screenshots)
    finally:
        browser.close()
    print(json.dumps(report))
