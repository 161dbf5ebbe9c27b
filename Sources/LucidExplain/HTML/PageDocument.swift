import LucidCrypto
import LucidPEM

/// The frame of every page: a head whose policy lets nothing run but the one script and the one style, and a body.
///
/// Nothing of what is explained gets into the script or the style; the policy (Content Security Policy Level 3) names
/// both by their digests, so that even text which became markup could neither run nor load anything.
struct PageDocument {
    /// The page's title, as text.
    let title: String
    let style: String
    let script: String
    /// What the first link of the page, for the keyboard, says: it leads over the heading to `#main`.
    let skip: String
    /// The elements of the page, as HTML.
    let body: String

    /// The whole page.
    var html: String {
        """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="\(policy)">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="referrer" content="no-referrer">
        <meta name="color-scheme" content="light dark">
        <title>\(HTMLText.escaped(title))</title>
        <style>\(style)</style>
        </head>
        <body>
        <a class="skip" href="#main">\(HTMLText.escaped(skip))</a>
        \(body)
        <script>\(script)</script>
        </body>
        </html>

        """
    }

    /// Nothing may be loaded, sent or run but what has these digests.
    var policy: String {
        "default-src 'none'; style-src '\(Self.digest(style))'; script-src '\(Self.digest(script))'; "
            + "base-uri 'none'; form-action 'none'"
    }

    /// `sha256-…`, as the policy names an inline script or style (CSP Level 3 §2.3.1).
    private static func digest(_ text: String) -> String {
        "sha256-" + Base64.encode(SHA256.hash(Array(text.utf8)).span)
    }
}
