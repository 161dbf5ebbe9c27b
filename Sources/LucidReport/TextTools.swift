import LucidModel

extension String {
    /// Filled up on the right with spaces.
    func padded(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }

    /// For showing text that came from outside on a terminal: control characters, and the invisible ones that reorder or hide
    /// text, are written as `\u{1B}`.
    public var safeToShow: String {
        guard unicodeScalars.contains(where: \.isUnsafeToShow) else { return self }
        var safe = ""
        for scalar in unicodeScalars {
            if scalar.isUnsafeToShow {
                safe += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
            } else {
                safe.unicodeScalars.append(scalar)
            }
        }
        return safe
    }
}

extension String {
    /// The beginning of a text that nobody would want to read whole, such as a file given for a name.
    func shortened(to count: Int = 80) -> String {
        unicodeScalars.count <= count ? self : String(String.UnicodeScalarView(unicodeScalars.prefix(count))) + "…"
    }
}

/// Lower-case hexadecimal.
func hexadecimal(_ octets: some Sequence<UInt8>) -> String {
    octets.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
}

/// `1 byte`, `2 bytes`.
func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }

/// How text is set off on a terminal.
public enum TextStyle: Sendable {
    case plain
    /// ANSI colours.
    case colored

    package func good(_ text: String) -> String { wrap(text, "32") }
    package func bad(_ text: String) -> String { wrap(text, "31") }
    package func warning(_ text: String) -> String { wrap(text, "33") }
    package func strong(_ text: String) -> String { wrap(text, "1") }
    package func faint(_ text: String) -> String { wrap(text, "2") }

    private func wrap(_ text: String, _ code: String) -> String {
        self == .colored ? "\u{1b}[\(code)m\(text)\u{1b}[0m" : text
    }
}
