/// The page's script. It reads what the page says and links its panes; it holds nothing of what is explained, makes elements with
/// `createElement` and fills them with `textContent` alone, so that no text can become markup.
enum PageScript {
    static let text = CommonScript.text + parts + PaneScript.text + start

    /// Helpers, and the panel.
    private static let parts = #"""
        // Scrolls a pane, and nothing but that pane, until the element is to be seen.
        function reveal(pane, element) {
          const outer = pane.getBoundingClientRect(), inner = element.getBoundingClientRect();
          if (inner.top < outer.top) pane.scrollTop -= outer.top - inner.top + 8;
          else if (inner.bottom > outer.bottom) pane.scrollTop += Math.min(inner.bottom - outer.bottom + 8, inner.top - outer.top);
        }

        // What stands in the page about a field, read again for the panel.
        function facts(field) {
          const text = (kind) => field.item.querySelector(":scope > .m > ." + kind)?.textContent ?? "";
          const row = (kind) => field.row.querySelector(kind)?.textContent ?? "";
          return {
            name: row("b"), type: row("i"), value: row(".v"), sentence: text("s"), clause: text("c"), path: text("p"),
            tag: text("t"), length: text("l"), error: text("e"),
            asn1: field.item.querySelector(":scope > .m > code")?.textContent ?? "",
          };
        }

        // The panel: everything about a field, and about one octet of it where the pointer is on one.
        function describe(panel, field, octet, isPinned, letGo) {
          const about = facts(field), list = make("dl");
          const add = (term, text, kind) => {
            if (!text) return;
            const pair = make("div");
            pair.append(make("dt", "", term), make("dd", kind, text));
            list.append(pair);
          };
          add("Value", about.value);
          add("Clause", about.clause);
          add("ASN.1", about.asn1, "code");
          add("Path", about.path, "code");
          add("Identifier octet", about.tag, "code");
          add("Length octets", about.length, "code");
          const size = field.whole - field.start;
          add("Place", "octets " + field.start + " to " + (field.whole - 1) + ", " + size + (size === 1 ? " octet" : " octets"));
          if (octet) add("This octet", octet);
          panel.replaceChildren(make("p", "name", about.name + (about.type ? " · " + about.type : "")));
          if (about.error) panel.append(make("p", "error", about.error));
          panel.append(make("p", "says", about.sentence), list);
          if (isPinned) {
            const button = make("button", "pinned", "Held on to; let go");
            button.type = "button";
            button.addEventListener("click", letGo);
            panel.prepend(button);
          }
        }

        """#

    /// Begins.
    private static let start = #"""
        document.documentElement.classList.add("js");
        addThemeButton();
        for (const section of document.querySelectorAll(".structure")) new Structure(section);

        """#
}
