"""Writes DER (X.690), with nothing checked: the suite needs certificates that are wrong."""


def element(tag, *contents):
    content = b"".join(contents)
    size = len(content)
    if size < 0x80:
        return bytes([tag, size]) + content
    octets = size.to_bytes((size.bit_length() + 7) // 8, "big")
    return bytes([tag, 0x80 | len(octets)]) + octets + content


def sequence(*contents):
    return element(0x30, *contents)


def set_of(*contents):
    return element(0x31, *sorted(contents))


def explicit(number, *contents):
    return element(0xA0 | number, *contents)


def implicit(number, content):
    """A primitive context tag."""
    return element(0x80 | number, content)


def integer(value):
    return element(0x02, value.to_bytes(value.bit_length() // 8 + 1, "big", signed=True))


def boolean(value):
    return element(0x01, b"\xff" if value else b"\0")


def octets(content):
    return element(0x04, content)


def bits(content, unused=0):
    return element(0x03, bytes([unused]), content)


def bit_flags(*numbers):
    """The content of a BIT STRING of named bits: no zeros at its end."""
    if not numbers:
        return b"\0"
    size = max(numbers) + 1
    value = sum(1 << (size - 1 - number) for number in numbers)
    unused = -size % 8
    return bytes([unused]) + (value << unused).to_bytes((size + 7) // 8, "big")


NULL = element(0x05)


def oid(dotted):
    arcs = [int(arc) for arc in dotted.split(".")]
    content = b""
    for arc in [arcs[0] * 40 + arcs[1]] + arcs[2:]:
        group = [arc & 0x7F]
        while arc := arc >> 7:
            group.insert(0, arc & 0x7F | 0x80)
        content += bytes(group)
    return element(0x06, content)


def printable(text):
    return element(0x13, text.encode("ascii"))


def utf8(text):
    return element(0x0C, text.encode())


def ia5(text):
    return element(0x16, text.encode("ascii"))


def utc_time(text):
    """2010-01-01 as UTCTime; the hour is 08:30, as in the original suite."""
    return element(0x17, (text.replace("-", "")[2:] + "083000Z").encode())


def generalized_time(text):
    return element(0x18, (text.replace("-", "") + "083000Z").encode())


def time(text):
    """As RFC 5280 §4.1.2.5 asks: UTCTime through 2049."""
    return utc_time(text) if text < "2050" else generalized_time(text)
