/// The rest of the script's class for a structure: what the keyboard does in the fields, as the ARIA Authoring Practices' tree pattern
/// wants it, and in the two grids.
enum PaneKeyScript {
    static let text = treeKeys + gridKeys

    /// The keys of the tree, and folding.
    private static let treeKeys = #"""
          nameTree() {
            this.tree.setAttribute("role", "tree");
            for (const field of this.fields) {
              const item = field.item, group = item.querySelector(":scope > ul");
              item.setAttribute("role", "treeitem");
              item.tabIndex = field.index ? -1 : 0;
              // Without a name of its own an item would be called by all that is in it.
              field.row.id = this.tree.closest("section[id]").id + "-f" + field.index;
              item.setAttribute("aria-labelledby", field.row.id);
              if (!group) continue;
              group.setAttribute("role", "group");
              item.ariaExpanded = "true";
            }
          }

          addFoldButtons(heading) {
            const bar = make("div", "bar");
            heading.replaceWith(bar);
            bar.append(heading);
            for (const [text, state] of [["Unfold all", "true"], ["Fold all", "false"]]) {
              const button = make("button", "", text);
              button.type = "button";
              button.addEventListener("click", () => {
                for (const field of this.fields) if (field.index && field.item.ariaExpanded) field.item.ariaExpanded = state;
                this.show(this.current.field, this.current.at, null);
              });
              bar.append(button);
            }
          }

          isFolded(field) { return field.item.ariaExpanded === "false"; }
          parent(field) { return this.fields.find((each) => each.item === field.item.parentElement.closest("li")); }
          isShown(field) { return !field.item.parentElement.closest("li[aria-expanded=false]"); }
          shownFields() { return this.fields.filter((field) => this.isShown(field)); }

          // The field itself, or what it is folded into.
          shownField(field) {
            while (!this.isShown(field)) field = this.parent(field);
            return field;
          }

          unfoldTo(field) {
            for (let up = this.parent(field); up; up = this.parent(up)) up.item.ariaExpanded = "true";
          }

          fold(field) {
            if (!field.item.ariaExpanded) return;
            field.item.ariaExpanded = this.isFolded(field) ? "true" : "false";
            this.show(field, null, this.tree);
          }

          fieldFocused(event) {
            const field = this.fields.find((each) => each.item === event.target);
            if (!field || field === this.current.field) return;
            this.pinned = null;
            this.show(field, null, this.tree);
            reveal(this.tree, field.row);
          }

          treeKey(event) {
            const field = this.fields.find((each) => each.item === event.target);
            if (!field || event.ctrlKey || event.altKey || event.metaKey) return;
            const target = this.treeTarget(event.key, field);
            if (target === undefined) return;
            event.preventDefault();
            if (target) target.item.focus();
          }

          // Where a key goes from a field; null where it did something else, undefined where it means nothing.
          treeTarget(key, field) {
            const shown = this.shownFields(), place = shown.indexOf(field), state = field.item.ariaExpanded;
            switch (key) {
              case "ArrowDown": return shown[place + 1] ?? null;
              case "ArrowUp": return shown[place - 1] ?? null;
              case "Home": return shown[0];
              case "End": return shown[shown.length - 1];
              case "ArrowRight":
                if (state === "true") return this.fields[field.index + 1] ?? null;
                if (state === "false") this.fold(field);
                return null;
              case "ArrowLeft":
                if (state !== "true") return this.parent(field) ?? null;
                this.fold(field);
                return null;
              case "*":
                for (const item of field.item.parentElement.children) if (item.ariaExpanded) item.ariaExpanded = "true";
                return null;
              case "Enter":
              case " ":
                this.pin({ field, at: null }, this.tree);
                return null;
            }
            // A letter goes to the next field whose name begins with it.
            if (key.length !== 1) return undefined;
            const rest = [...shown.slice(place + 1), ...shown.slice(0, place)], letter = key.toLowerCase();
            return rest.find((each) => each.row.querySelector("b").textContent.toLowerCase().startsWith(letter)) ?? null;
          }

        """#

    /// The keys of the octets and of the PEM text.
    private static let gridKeys = #"""
          addGridKeys(pane, cells, width) {
            pane.addEventListener("focusin", (event) => {
              const place = this.placeOf(event.target);
              if (!place || (place.field === this.current.field && place.at === this.current.at)) return;
              if (this.pinned !== place.field) this.pinned = null;
              this.show(place.field, place.at, pane);
              // What the keyboard is on keeps the tab stop, though its octet begins in another character.
              event.target.tabIndex = 0;
              this.stops.push(event.target);
              reveal(pane, event.target);
            });
            pane.addEventListener("keydown", (event) => {
              const at = event.target.at;
              if (at === undefined || event.altKey || event.metaKey) return;
              const row = at - at % width, last = cells.length - 1;
              const targets = {
                ArrowRight: at + 1, ArrowLeft: at - 1, ArrowDown: at + width, ArrowUp: at - width,
                Home: event.ctrlKey ? 0 : row, End: event.ctrlKey ? last : Math.min(row + width - 1, last),
                PageDown: Math.min(at + 8 * width, last), PageUp: Math.max(at - 8 * width, 0),
              };
              if (event.key === "Enter" || event.key === " ") {
                this.pin(this.placeOf(event.target), pane);
              } else if (event.key in targets) {
                cells[targets[event.key]]?.focus();
              } else return;
              event.preventDefault();
            });
          }
        }

        """#
}
