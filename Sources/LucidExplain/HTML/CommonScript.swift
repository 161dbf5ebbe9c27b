/// What the scripts of all pages begin with.
enum CommonScript {
    static let text = "\n\"use strict\";\n" + functions

    private static let functions = #"""
        // An element with classes and text.
        function make(name, kind, text) {
          const element = document.createElement(name);
          if (kind) element.className = kind;
          if (text) element.textContent = text;
          return element;
        }

        // Light or dark: first as the system has it, then as the button says.
        function addThemeButton() {
          const root = document.documentElement, button = make("button", "theme", "Dark");
          const system = matchMedia("(prefers-color-scheme: dark)");
          const isDark = () => root.dataset.theme ? root.dataset.theme === "dark" : system.matches;
          const tell = () => button.setAttribute("aria-pressed", String(isDark()));
          button.type = "button";
          button.addEventListener("click", () => {
            root.dataset.theme = isDark() ? "light" : "dark";
            tell();
          });
          system.addEventListener("change", tell);
          tell();
          document.querySelector("header h1").after(button);
        }

        """#
}
