/// The part of the page's script that links the panes of one structure.
///
/// Three panes show the same octets: the fields, a tree as in the ARIA Authoring Practices' tree pattern, and the octets and the
/// PEM text, which are grids. `show` lights one field in all three.
enum PaneScript {
    static let text = structure + PaneKeyScript.text

    private static let structure = #"""
        class Structure {
          constructor(section) {
            this.panel = section.querySelector(".live");
            this.tree = section.querySelector(".tree");
            this.hex = section.querySelector(".hex");
            this.pem = section.querySelector(".pem");
            this.fields = [...this.tree.querySelectorAll("li")].map((item, index) => {
              const [start, end, whole, header] = item.dataset.r.split(" ").map(Number);
              return { item, index, row: item.firstElementChild, start, end, whole, header };
            });
            this.lit = [];
            this.pinned = null;
            this.readOctets();
            this.readCharacters();
            this.nameTree();
            this.listenToPointer();
            this.tree.addEventListener("keydown", (event) => this.treeKey(event));
            this.tree.addEventListener("focusin", (event) => this.fieldFocused(event));
            this.addGridKeys(this.hex, this.octets, 16);
            this.addGridKeys(this.pem, this.characters, 64);
            section.addEventListener("keydown", (event) => { if (event.key === "Escape") this.letGo(); });
            section.addEventListener("click", (event) => this.problemClicked(event));
            this.addFoldButtons(section.querySelector(".tree-pane > h3"));
            if (this.fields.length) this.show(this.fields[0], null, "start");
          }

          // Cuts the rows of octets into one element an octet, and its character.
          readOctets() {
            this.octets = [];
            this.ascii = [];
            this.asGrid(this.hex, "Octets in hexadecimal");
            for (const row of this.hex.children) {
              row.setAttribute("role", "row");
              row.querySelector(".o").setAttribute("role", "rowheader");
              this.cut(row.querySelector(".x"), row.querySelector(".x").textContent.split(" "), this.octets, true);
              row.querySelector(".a").ariaHidden = "true";
              this.cut(row.querySelector(".a"), [...row.querySelector(".a").textContent], this.ascii, false);
            }
            this.owner = [];
            for (const field of this.fields) {
              for (let at = field.start; at < field.end; at++) this.owner[at] = field;
              if (field.header) this.octets[field.start].classList.add("id");
              for (let at = field.start + 1; at < field.start + field.header; at++) this.octets[at].classList.add("len");
            }
          }

          // The same for the PEM text.
          readCharacters() {
            this.characters = [];
            this.asGrid(this.pem, "PEM text");
            for (const row of this.pem.children) {
              row.setAttribute("role", "row");
              if (row.className !== "l") {
                const text = row.textContent;
                row.replaceChildren(make("span", "", text));
                row.firstChild.setAttribute("role", "rowheader");
              } else this.cut(row, [...row.textContent], this.characters, true);
            }
          }

          asGrid(pane, label) {
            pane.setAttribute("role", "grid");
            pane.setAttribute("aria-readonly", "true");
            pane.setAttribute("aria-label", label);
          }

          cut(holder, texts, list, isCell) {
            const pieces = texts.map((text) => {
              const piece = make("span", "", text);
              piece.at = list.length;
              if (isCell) {
                piece.setAttribute("role", "gridcell");
                piece.tabIndex = list.length ? -1 : 0;
              }
              list.push(piece);
              return piece;
            });
            holder.replaceChildren(...pieces);
          }

          // The octet that most bits of a PEM character are of.
          octetOfCharacter(index) { return Math.min(Math.floor((index * 6 + 3) / 8), this.octets.length - 1); }

          // Which field, and which octet of it, an element of any pane stands for.
          placeOf(target) {
            const piece = target.closest("[role=gridcell], .a span");
            if (piece && piece.at !== undefined) {
              const at = this.pem.contains(piece) ? this.octetOfCharacter(piece.at) : piece.at;
              return this.owner[at] ? { field: this.owner[at], at } : null;
            }
            const row = target.closest(".f");
            const field = row && this.fields.find((each) => each.row === row);
            return field ? { field, at: null } : null;
          }

          paneOf(target) { return [this.tree, this.hex, this.pem].find((pane) => pane.contains(target)); }

          listenToPointer() {
            for (const pane of [this.tree, this.hex, this.pem]) {
              pane.addEventListener("pointerover", (event) => {
                const place = this.placeOf(event.target);
                if (place && !this.pinned) this.show(place.field, place.at, pane);
              });
              pane.addEventListener("click", (event) => {
                const place = this.placeOf(event.target);
                if (!place) return;
                if (pane === this.tree && event.offsetX < 18 && event.target === place.field.row) this.fold(place.field);
                else this.pin(place, pane);
              });
            }
          }

          // Lights a field everywhere. Its own octets are brighter than those of the fields inside of it.
          show(field, at, source) {
            for (const element of this.lit) element.classList.remove("on", "in", "here");
            this.lit = [];
            const mark = (element, kind) => {
              if (!element) return;
              element.classList.add(kind);
              this.lit.push(element);
            };
            for (let index = field.start; index < field.whole; index++) {
              const kind = index < field.end ? "on" : "in";
              mark(this.octets[index], kind);
              mark(this.ascii[index], kind);
            }
            const last = Math.min(Math.ceil(field.whole * 8 / 6), this.characters.length);
            for (let index = Math.floor(field.start * 8 / 6); index < last; index++) {
              mark(this.characters[index], index * 6 < field.end * 8 ? "on" : "in");
            }
            const shown = this.shownField(field);
            mark(shown.row, "on");
            const place = at ?? field.start;
            if (at !== null) mark(this.octets[at], "here");
            if (this.pinned) mark(shown.row, "here");
            this.current = { field, at };
            this.moveTabStops(shown, place);
            if (source !== "start") {
              if (source !== this.tree) reveal(this.tree, shown.row);
              if (source !== this.hex) reveal(this.hex, this.octets[place]);
              if (source !== this.pem) reveal(this.pem, this.characters[Math.floor(place * 8 / 6)]);
            }
            describe(this.panel, field, at === null ? "" : this.octetWords(field, at), this.pinned !== null, () => this.letGo());
          }

          // Tab goes from pane to pane at the place that is lit.
          moveTabStops(field, at) {
            const stops = [field.item, this.octets[at], this.characters[Math.floor(at * 8 / 6)]];
            for (const old of this.stops ?? [this.fields[0].item, this.octets[0], this.characters[0]]) old.tabIndex = -1;
            for (const stop of stops) stop.tabIndex = 0;
            this.stops = stops;
          }

          octetWords(field, at) {
            const digits = this.octets[at].textContent, value = parseInt(digits, 16);
            if (Number.isNaN(value)) return "offset " + at + ", secret";
            const place = at - field.start;
            const part = place >= field.header ? "content" : place === 0 ? "identifier" : "length";
            const bits = value.toString(2).padStart(8, "0");
            return "offset " + at + " (" + at.toString(16) + " in hexadecimal): " + digits + " = " + bits.slice(0, 4) + " "
              + bits.slice(4) + (field.header ? ", " + part : "");
          }

          // Holds on to a field, or lets go of it.
          pin(place, pane) {
            if (this.pinned === place.field && place.at === this.current.at) return this.letGo();
            this.pinned = place.field;
            if (pane !== this.tree) this.unfoldTo(place.field);
            this.show(place.field, place.at, pane);
          }

          letGo() {
            if (!this.pinned) return;
            const hadFocus = this.panel.contains(document.activeElement);
            this.pinned = null;
            this.show(this.current.field, this.current.at, null);
            if (hadFocus) this.shownField(this.current.field).item.focus();
          }

          problemClicked(event) {
            const link = event.target.closest(".problems a");
            const field = link && this.fields.find((each) => "#" + each.item.id === link.getAttribute("href"));
            if (!field) return;
            event.preventDefault();
            this.unfoldTo(field);
            field.item.focus();
          }

        """#
}
