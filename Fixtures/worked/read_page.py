"""Reads the numbers of the signatures from a page that `lucid verify --html` made.

usage: read_page.py PAGE < MESSAGES.json > CASES.json

MESSAGES.json has for each signature of the page, in its order, an object with `message` (the signed octets, hexadecimal), `hash` and,
for PSS, `mask` (hashlib's names). Prints what `recompute.py` reads: nothing in it comes from anywhere but the page and the messages.
"""
import json
import sys
from html.parser import HTMLParser


class Page(HTMLParser):
    """Collects, for each signature, its steps and the states of its hash."""

    def __init__(self):
        super().__init__()
        self.signatures, self.item, self.part, self.depth = [], None, None, 0

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if "data-procedure" in attributes:
            self.signatures.append(
                {"procedure": attributes["data-procedure"], "isValid": attributes["data-valid"] == "true", "steps": [], "hash": []}
            )
        elif tag == "li" and ("data-kind" in attributes or "data-hash" in attributes):
            self.item = {"attributes": attributes, "numbers": [], "parts": []}
            self.signatures[-1]["steps" if "data-kind" in attributes else "hash"].append(self.item)
        elif tag == "code" and self.item and "num" in attributes.get("class", "").split():
            self.item["numbers"].append("")
            self.depth = 1
        elif tag == "span" and self.depth and "data-part" in attributes:
            self.part = {"name": attributes["data-part"], "octets": ""}
            self.item["parts"].append(self.part)

    def handle_endtag(self, tag):
        if tag == "code":
            self.depth = 0
        elif tag == "span":
            self.part = None
        elif tag == "li":
            self.item = None

    def handle_data(self, data):
        if not self.depth:
            return
        self.item["numbers"][-1] += data
        if self.part is not None:
            self.part["octets"] += "".join(data.split())


def step(item):
    """A step as `lucid verify --explain --json` has it."""
    kind, numbers = item["attributes"]["data-kind"], ["".join(number.split()) for number in item["numbers"]]
    found = {"name": item["attributes"]["data-name"]} if item["attributes"]["data-name"] else {}
    if kind in ("number", "octets"):
        found[kind] = numbers[0]
    elif kind == "parts":
        found["parts"] = item["parts"]
        assert "".join(part["octets"] for part in item["parts"]) == numbers[0]
    elif kind == "point":
        found["point"] = dict(zip("xy", numbers)) or None
    elif kind == "holds":
        found["holds"] = item["attributes"]["data-holds"] == "true"
    return found


def states(items):
    """The hash block by block: H0, then each block and the state after it, then the digest."""
    found = {kind: [item["numbers"][0] for item in items if item["attributes"]["data-hash"] == kind] for kind in ("h", "block", "digest")}
    first, *later = [number.split() for number in found["h"]]
    assert len(later) == len(found["block"]) and len(found["digest"]) == 1
    blocks = [{"octets": octets, "state": state} for octets, state in zip(found["block"], later)]
    return {"initialState": first, "blocks": blocks, "digest": found["digest"][0]}


page = Page()
with open(sys.argv[1], encoding="utf-8") as file:
    page.feed(file.read())
messages = json.load(sys.stdin)
assert len(messages) == len(page.signatures) > 0, (len(messages), len(page.signatures))
cases = []
for signature, message in zip(page.signatures, messages):
    case = dict(message, verification={key: signature[key] for key in ("procedure", "isValid")})
    case["verification"]["steps"] = [step(item) for item in signature["steps"]]
    decisions = [found["holds"] for found in case["verification"]["steps"] if "holds" in found]
    assert all(decisions) == signature["isValid"], "the decisions and the outcome differ"
    if signature["hash"]:
        case["states"] = states(signature["hash"])
    cases.append(case)
print(json.dumps(cases))
