/// What the styles of all pages begin with: colours, letters, headings and the drawing of chains.
///
/// It has the colours of both schemes as pairs, `light-dark(light, dark)`; each text has at least 4.5 times the
/// contrast to what is behind it (WCAG 2.2 §1.4.3), which the tests compute in a browser.
enum CommonStyle {
    static let text = #"""

        :root {
          color-scheme: light dark;
          --page: light-dark(#ffffff, #14171c);
          --panel: light-dark(#f5f6f8, #1b1f26);
          --line: light-dark(#d3d8df, #39414d);
          --ink: light-dark(#1b1f24, #e6e8eb);
          --faint: light-dark(#545d68, #a7b0bc);
          --accent: light-dark(#0550ae, #7cb7ff);
          --identifier: light-dark(#7a3fcf, #d2a8ff);
          --length: light-dark(#0a6459, #6fd3c1);
          --good: light-dark(#116329, #7ee08a);
          --bad: light-dark(#a8201a, #ff9b92);
          --warn: light-dark(#7a4a00, #f0c060);
          --lit: light-dark(#ffd24d, #7a5600);
          --lit-soft: light-dark(#fff0bd, #3d3312);
          --on-lit: light-dark(#1b1f24, #ffffff);
          --text: system-ui, -apple-system, "Segoe UI", sans-serif;
          --code: ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", "Liberation Mono", monospace;
        }
        /* The switch overrules what the system says. */
        :root[data-theme="light"] { color-scheme: light; }
        :root[data-theme="dark"] { color-scheme: dark; }

        * { box-sizing: border-box; }
        body { margin: 0; padding: 0 clamp(.75rem, 2vw, 2rem) 1rem; background: var(--page); color: var(--ink);
          font: 1rem/1.5 var(--text); overflow-wrap: anywhere; }
        h1, h2, h3, p { margin: 0; unicode-bidi: isolate; }
        h1 { font-size: 1.5rem; line-height: 1.25; }
        h2 { font-size: 1.25rem; line-height: 1.3; }
        h3 { font-size: .9375rem; }
        code { font-family: var(--code); font-size: .9em; }
        a { color: var(--accent); }
        :focus-visible { outline: 2px solid var(--accent); outline-offset: 1px; }
        button { font: inherit; font-size: .8125rem; padding: .125rem .625rem; border: 1px solid var(--line); border-radius: 6px;
          background: var(--page); color: var(--ink); cursor: pointer; }
        button:hover, button[aria-pressed="true"] { border-color: var(--accent); }
        .skip { position: absolute; left: -99rem; }
        .skip:focus { left: 1rem; top: .25rem; background: var(--page); padding: .25rem; }

        /* Heading. */
        header { display: grid; grid-template-columns: 1fr auto; gap: .25rem 1rem; align-items: start; padding: 1rem 0 .75rem; }
        header > p, .about, .help, figcaption, footer { color: var(--faint); font-size: .875rem; }
        .help { grid-column: 1 / -1; max-width: 75ch; }
        .help summary { cursor: pointer; }
        .help p { margin: .375rem 0; }
        nav ol { display: flex; flex-wrap: wrap; gap: .25rem 1.75rem; margin: 0; padding: 0 0 .75rem 1.25rem; font-size: .9375rem; }
        .structure, .chains, .remarks { padding: .75rem 0 1.25rem; border-top: 1px solid var(--line); }
        .problems { margin: .5rem 0; padding: .5rem .75rem; border: 1px solid var(--bad); border-radius: 8px; font-size: .9375rem; }
        .problems h3 { color: var(--bad); }
        .problems ul { margin: 0; padding-left: 1.25rem; }

        /* The chain. */
        .chain { margin: .75rem 0; overflow-x: auto; }
        .both { display: flex; flex-wrap: wrap; gap: .5rem 3rem; }
        .both > * { min-width: 0; max-width: 100%; }
        .chain svg { display: block; }
        figcaption { max-width: 70ch; padding-top: .5rem; }
        .chain text { fill: var(--ink); font: 13px var(--text); }
        .chain .n { font-weight: 600; font-size: 15px; }
        .chain .yes { fill: var(--good); }
        .chain .no { fill: var(--bad); }
        .chain .clause { fill: var(--faint); font-size: 12px; }
        .box rect { fill: var(--panel); stroke: var(--accent); stroke-width: 1.5; }
        .box.bad rect { stroke: var(--bad); stroke-dasharray: 5 3; }
        .chain a:hover rect, .chain a:focus-visible rect { stroke-width: 3; }
        .edge, .head { fill: none; stroke: var(--accent); stroke-width: 1.5; }
        .edge.bad { stroke: var(--bad); stroke-dasharray: 5 3; }
        .head.bad { stroke: var(--bad); }
        .words { padding-left: 1.25rem; font-size: .9375rem; }
        .words ul { list-style: none; padding-left: .5rem; margin-bottom: .5rem; font-size: .875rem; }
        .words .yes { color: var(--good); }
        .words .no, .remarks .no { color: var(--bad); }
        .words .c, .headers .c { color: var(--faint); padding-left: .5ch; }
        .headers, .remarks ul { margin: .25rem 0; padding-left: 1.25rem; font-size: .875rem; }
        .note { font-size: .9375rem; max-width: 75ch; }
        footer { border-top: 1px solid var(--line); padding-top: .5rem; }

        """# + print

    /// What holds for all pages on paper.
    private static let print = #"""
        @media print {
          :root, :root[data-theme] { color-scheme: light; }
          body { padding: 0; font-size: 10pt; }
          .skip, .help, nav, button { display: none !important; }
          header { display: block; }
          .chain { overflow: visible; }
          .chain svg { max-width: 100%; height: auto; }
          h2, h3, h4, h5 { break-after: avoid; }
        }

        """#
}
