/// The script of ``VerificationPage``: it folds, unfolds and copies. The page holds everything without it.
enum StoryScript {
    static let text = CommonScript.text + folding + copying + start

    private static let folding = #"""
        // Links lead into what is folded, too.
        function unfoldAround(element) {
          for (let e = element; e; e = e.parentElement) if (e.localName === "details") e.open = true;
        }

        function followLink() {
          let id = location.hash.slice(1);
          try { id = decodeURIComponent(id); } catch { return; }
          const target = id && document.getElementById(id);
          if (!target) return;
          unfoldAround(target);
          target.scrollIntoView();
        }

        function addFoldButtons() {
          const all = () => document.querySelectorAll("main details");
          const holder = make("div", "bar");
          for (const [words, open] of [["Unfold all", true], ["Fold all", false]]) {
            const button = make("button", "", words);
            button.type = "button";
            button.addEventListener("click", () => { for (const e of all()) e.open = open; });
            holder.append(button);
          }
          document.querySelector("main").before(holder);
          // A telephone shows a part of the drawing at a time; the words are all there.
          if (innerWidth < 700) for (const e of document.querySelectorAll(".chains details")) e.open = true;
          // Paper shows everything.
          let folded = [];
          addEventListener("beforeprint", () => {
            folded = [...all()].filter((e) => !e.open);
            for (const e of folded) e.open = true;
          });
          addEventListener("afterprint", () => { for (const e of folded) e.open = false; });
        }

        """#

    private static let copying = #"""
        // Behind each number a button that copies it, without the spaces between octets. Where the browser does not let
        // pages copy, the number is selected, and the keyboard's own command copies it.
        function addCopyButtons() {
          const said = make("p", "said");
          said.setAttribute("role", "status");
          document.body.append(said);
          for (const number of document.querySelectorAll("code.num")) {
            const item = number.closest(".w"), name = item.querySelector(".eq b:not(.mark)").textContent;
            const coordinate = number.parentElement.querySelector(".coordinate");
            const words = coordinate ? name + "’s " + coordinate.textContent.replace(" =", "") : name;
            const button = make("button", "copy", "Copy");
            button.type = "button";
            button.setAttribute("aria-label", "Copy " + words);
            button.addEventListener("click", async () => {
              getSelection().selectAllChildren(number);
              try {
                await navigator.clipboard.writeText(number.textContent.replace(/\s/g, ""));
                said.textContent = words + " is copied";
              } catch {
                said.textContent = words + " is selected";
              }
              setTimeout(() => { said.textContent = ""; }, 2500);
            });
            number.after(button);
          }
        }

        """#

    private static let start = #"""
        document.documentElement.classList.add("js");
        addThemeButton();
        addFoldButtons();
        addCopyButtons();
        addEventListener("hashchange", followLink);
        followLink();

        """#
}
