/// The style of ``ExplainedPage``, behind ``CommonStyle``.
enum PageStyle {
    static let text = CommonStyle.text + panes + sizes

    private static let panes = #"""
        /* The panes. */
        .panes { display: grid; gap: .75rem; margin-top: .625rem; }
        .pane, .detail { min-width: 0; border: 1px solid var(--line); border-radius: 8px; background: var(--panel); }
        .pane { display: flex; flex-direction: column; overflow: hidden; max-height: 75vh; }
        .pane > h3, .bar { padding: .375rem .75rem; border-bottom: 1px solid var(--line); }
        .bar { display: flex; gap: .5rem; align-items: center; }
        .bar h3 { flex: 1; }
        .tree, .hex, .pem { margin: 0; padding: .375rem .5rem; overflow: auto; position: relative; scrollbar-width: thin;
          scrollbar-gutter: stable; }
        .octets { display: flex; flex-direction: column; gap: .75rem; min-width: 0; }
        .on { background: var(--lit); }
        .in { background: var(--lit-soft); }
        .on, .in, .on > *, .on .o, .on i, .on .v { color: var(--on-lit) !important; }

        /* The fields. */
        .tree, .tree ul { list-style: none; }
        .tree ul { margin: 0 0 0 .625rem; padding-left: .1875rem; border-left: 1px solid var(--line); }
        .f { display: flex; gap: .75ch; align-items: baseline; padding: .0625rem .25rem; border-radius: 4px; white-space: nowrap; }
        .js .f { cursor: pointer; font-size: .875rem; }
        .f { min-width: 15rem; }
        .f b { font-weight: 600; flex: none; max-width: calc(100% - 8rem); overflow: hidden; text-overflow: ellipsis; }
        /* Where there is little room the type gives way first, then the value; the name stays. */
        .f i { flex: 0 40 auto; min-width: 3ch; overflow: hidden; text-overflow: ellipsis; font-style: normal; font-size: .75rem;
          color: var(--faint); }
        .f .v { flex: 1 6 8rem; min-width: 3ch; overflow: hidden; text-overflow: ellipsis; unicode-bidi: isolate; font-size: .8125rem; }
        .f .o { order: 9; margin-left: auto; color: var(--faint); font: .75rem var(--code); }
        .js .f::before { content: ""; flex: none; width: .75rem; color: var(--faint); }
        .js li[aria-expanded="true"] > .f::before { content: "▾"; }
        .js li[aria-expanded="false"] > .f::before { content: "▸"; }
        .wrong > .f b, .wrong > .f i { color: var(--bad); }
        .tree li:focus { outline: none; }
        .tree li:focus-visible > .f { outline: 2px solid var(--accent); outline-offset: -2px; }
        .m { margin: 0 0 .5rem 1.5rem; font-size: .8125rem; color: var(--faint); }
        .m code { display: block; color: var(--ink); }
        .m .e { color: var(--bad); }

        /* The octets. */
        .hex, .pem { font: .8125rem/1.55 var(--code); }
        .row { display: flex; gap: 1ch; white-space: pre; }
        .hex .o { color: var(--faint); }
        .js .row { display: grid; grid-template-columns: 5ch repeat(16, 2.75ch) 17ch; gap: 0; }
        .js .x { display: contents; }
        .js .a { grid-column: 18; padding-left: 1ch; }
        .x span { text-align: center; border-radius: 2px; }
        .x .id { color: var(--identifier); font-weight: 600; }
        .x .len { color: var(--length); text-decoration: underline 1px; text-underline-offset: 3px; }
        .pem div { white-space: pre; }
        .js .x span, .js .a span, .js .l span { cursor: pointer; }
        .here { outline: 2px solid var(--accent); outline-offset: -1px; }

        /* What is said about a field. */
        .detail { padding: .5rem .75rem .75rem; font-size: .875rem; overflow: auto; }
        .detail .name { font-size: 1.0625rem; font-weight: 600; unicode-bidi: isolate; }
        .detail .says { margin: .25rem 0 .5rem; }
        .detail .error { color: var(--bad); }
        .detail > h3 { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden; }
        .detail dl { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(15rem, 100%), 1fr)); gap: .375rem 1.25rem;
          margin: 0; }
        .detail dt { color: var(--faint); font-size: .75rem; }
        .detail dd { margin: 0; unicode-bidi: isolate; }
        .detail .code { font: .8125rem/1.45 var(--code); }
        .detail .pinned { margin-bottom: .375rem; }
        html:not(.js) .detail { display: none; }

        """#

    /// What differs with the window, and on paper.
    private static let sizes = #"""
        /* A telephone: the panes one below the other, half a row of octets a line, and the panel at the lower edge. */
        @media screen and (max-width: 699px) {
          h1 { font-size: 1.25rem; }
          .pane { max-height: 60vh; }
          .js .row { grid-template-columns: 5ch repeat(8, 1fr); padding-bottom: .25rem; }
          .row .o { grid-row: span 2; }
          .js .a { display: none; }
          .pem { font-size: .6875rem; }
          .f .o { display: none; }
          .detail { position: sticky; bottom: .25rem; max-height: 34vh; background: var(--page); border-color: var(--accent);
            font-size: .8125rem; }
          .detail dl { grid-template-columns: 1fr; }
          .detail .code { font-size: .75rem; }
        }
        /* Two columns, and the panel below them. */
        @media screen and (min-width: 700px) {
          .panes { grid-template-columns: minmax(0, 1fr) minmax(0, auto); }
          .detail { grid-column: 1 / -1; position: sticky; bottom: .25rem; max-height: 30vh; background: var(--page);
            border-color: var(--accent); }
        }
        /* Three columns that fill the window's height. */
        @media screen and (min-width: 1200px) {
          .panes { grid-template-columns: minmax(0, 1fr) auto minmax(15rem, 18rem); height: calc(100vh - 2rem); min-height: 30rem; }
          .panes > * { min-height: 0; height: 100%; }
          .pane { max-height: none; }
          .octets .hex-pane { flex: 3; min-height: 0; }
          .octets .pem-pane { flex: 2; min-height: 0; }
          .detail { grid-column: auto; position: static; max-height: none; background: var(--panel);
            border-color: var(--line); }
        }
        @media screen {
          .js .m { display: none; }
          .js li[aria-expanded="false"] > ul { display: none; }
        }
        @media (prefers-reduced-motion: no-preference) {
          .f, .x span { transition: background-color .08s; }
        }
        /* Paper: all of it, unfolded and uncut, each field with its sentence and clause. */
        @media print {
          .detail, .js .f::before { display: none !important; }
          .panes, .octets { display: block; }
          .pane { display: block; max-height: none; overflow: visible; border: 0; background: none; margin-top: 1em; }
          .tree, .hex, .pem { overflow: visible; padding-left: 0; }
          .js .f { font-size: 9.5pt; white-space: normal; break-after: avoid; }
          .f b, .f i, .f .v { overflow: visible; overflow-wrap: anywhere; flex-shrink: 1; max-width: none; }
          .m { font-size: 8.5pt; break-inside: avoid; }
          .m p { display: inline; }
          .m p + p::before { content: "\a0 · "; }
          .m .p::after, .m .c::after { content: "\A"; white-space: pre; }
          .m .p::before, .m .t::before { content: "" !important; }
          .hex, .pem { font-size: 8pt; }
          .row { break-inside: avoid; }
          .on, .in, .on * { background: none; color: inherit !important; }
          .here { outline: 0; }
        }

        """#
}
