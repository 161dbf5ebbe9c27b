/// The style of ``VerificationPage``, behind ``CommonStyle``.
enum StoryStyle {
    static let text = CommonStyle.text + verdict + steps + numbers + sizes

    private static let verdict = #"""
        h4, h5 { margin: 0; unicode-bidi: isolate; }
        h3 { font-size: 1.125rem; }
        h4 { font-size: 1rem; line-height: 1.4; }
        h5 { font-size: 1rem; line-height: 1.4; }
        main { max-width: 78rem; }
        .answer { padding-top: .25rem; }
        .answer + .answer { margin-top: 2rem; }
        .yes > .mark, span.yes, .words .yes { color: var(--good); }
        .no > .mark, span.no { color: var(--bad); }
        .warn > .mark, span.warn, .words .warn { color: var(--warn); }
        .c { color: var(--faint); font-size: .8125rem; white-space: nowrap; }
        summary { cursor: pointer; padding: .125rem 0; }
        summary h4 { display: inline; }
        .bar { display: flex; gap: .5rem; padding-bottom: .625rem; }
        .said { position: fixed; right: 1rem; bottom: 1rem; background: var(--ink); color: var(--page);
          border-radius: 8px;
          padding: .375rem .75rem; font-size: .875rem; }
        .said:empty { padding: 0; }
        :target { scroll-margin-top: .5rem; outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 4px; }
        .answer:target, .chains:target, .story:target, .evidence:target { outline: 0; }

        /* The verdict. */
        .verdict { border: 1px solid var(--line); border-left: .5rem solid var(--good); border-radius: 8px;
          background: var(--panel);
          padding: .75rem 1rem; margin: .25rem 0 1rem; }
        .verdict.bad { border-left-color: var(--bad); }
        .verdict h2 { font-size: 1.375rem; }
        .verdict h2 > span { color: var(--good); }
        .verdict.bad h2 > span { color: var(--bad); }
        .verdict > p { max-width: 80ch; margin: .25rem 0 .5rem; }
        .verdict h3 { font-size: .9375rem; margin-top: .5rem; }
        .reasons { list-style: none; margin: .25rem 0 .5rem; padding: 0; }
        .reasons .dn { font-weight: 600; }
        .asked { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(16rem, 100%), 1fr));
          gap: .375rem 1.5rem;
          margin: .75rem 0 0; font-size: .875rem; }
        .asked dt, .evidence dt { color: var(--faint); font-size: .75rem; }
        .asked dd, .evidence dd { margin: 0; unicode-bidi: isolate; }

        /* What the drawing has beyond a chain. */
        .chain .warn { fill: var(--warn); }
        .chain a:hover text, .chain a:focus-visible text { text-decoration: underline; }
        .box.missing rect, .box.untaken rect { stroke: var(--bad); stroke-dasharray: 3 4; fill: var(--page); }
        .edge.untaken { stroke: var(--bad); stroke-dasharray: 3 4; }
        .words .aside { color: var(--faint); }

        """#

    private static let steps = #"""
        /* The story. */
        .story, .evidence { padding: .75rem 0 1.25rem; border-top: 1px solid var(--line); }
        .path, .branches { margin: .75rem 0; }
        details.path > summary { padding: .375rem .5rem; border: 1px solid var(--line); border-radius: 8px; }
        .stage { border: 1px solid var(--line); border-radius: 8px; padding: .625rem .875rem .75rem; margin: .75rem 0; }
        .stage > p { max-width: 80ch; font-size: .9375rem; }
        .stage details { margin: .375rem 0; }
        .outcome { font-weight: 600; }
        .dn { unicode-bidi: isolate; }
        .checks { list-style: none; margin: .25rem 0; padding: 0; }
        .checks > li, .reasons > li { display: grid; grid-template-columns: 1.375rem minmax(0, 1fr) 13rem 17rem;
          gap: 0 .5rem;
          align-items: baseline; padding: .1875rem .25rem; font-size: .9375rem; }
        .checks > li + li { border-top: 1px solid var(--line); }
        .stage .checks > .no .says { font-weight: 600; }
        .mark { font-weight: 600; }
        .id { font: .8125rem var(--code); }
        .facts { color: var(--faint); font-size: .8125rem; font-weight: 400; }

        /* The variables. */
        .state { border-collapse: collapse; width: 100%; margin-top: .625rem; font-size: .875rem; }
        .state caption { text-align: left; font-weight: 600; padding: .25rem 0; }
        .state th, .state td { text-align: left; vertical-align: baseline; padding: .1875rem .5rem;
          border-top: 1px solid var(--line);
          font-weight: 400; unicode-bidi: isolate; }
        .state thead th { color: var(--faint); font-size: .75rem; border-top: 0; padding-bottom: 0; }
        .state th:first-child { width: 20.5rem; }
        .state td:nth-child(2) { width: 34%; }
        .letter { display: inline-block; min-width: 3.75rem; color: var(--faint); }
        .state .note { margin-left: .5rem; border: 1px solid var(--ink); border-radius: 4px; padding: 0 .25rem;
          font-size: .6875rem;
          white-space: nowrap; }
        .state .same, .state .for { color: var(--faint); }
        .changed > * { background: var(--lit-soft); }
        .why { display: block; font-size: .8125rem; }
        .why .c { white-space: normal; }

        /* The evidence. */
        .evidence ul { list-style: none; margin: .5rem 0 0; padding: 0; display: grid; gap: .5rem 1.5rem;
          grid-template-columns: repeat(auto-fill, minmax(min(24rem, 100%), 1fr)); }
        .evidence li { border-top: 1px solid var(--line); padding: .375rem .25rem; font-size: .9375rem; }
        .evidence li h3 { font-size: .9375rem; display: inline; margin-right: .5rem; }
        .evidence dl { margin: .25rem 0 0; font-size: .8125rem; }

        """#

    private static let numbers = #"""
        /* Signatures. */
        .signature { border-left: 3px solid var(--line); padding-left: .75rem; }
        .lesson { max-width: 80ch; font-size: .9375rem; margin: .25rem 0 .5rem; }
        .group { font-weight: 600; font-size: .875rem; margin-top: .5rem; }
        .work { list-style: none; margin: .25rem 0; padding: 0; }
        .w { padding: .25rem 0; }
        .eq { font-size: .9375rem; }
        .eq > b { font-family: var(--code); }
        .label { color: var(--faint); font-size: .8125rem; margin-right: .25rem; }
        .s { color: var(--faint); font-size: .8125rem; max-width: 90ch; }
        .decision { border: 1px solid var(--good); border-radius: 8px; padding: .25rem .625rem; margin: .25rem 0;
          width: fit-content; }
        .decision.no { border: 2px solid var(--bad); }
        .decision.yes .mark { color: var(--good); }
        .decision.no .mark { color: var(--bad); }
        .value { display: flex; gap: .5rem; align-items: flex-start; }
        .value .coordinate { font: .8125rem/1.5 var(--code); white-space: nowrap; }
        .num { display: block; flex: 0 1 auto; min-width: 0; max-width: 64ch; word-break: break-all; line-height: 1.5;
          font-size: .8125rem;
          user-select: all; }
        .num.block { word-break: normal; max-width: 99ch; line-height: 1.75; }
        .copy { font-size: .6875rem; padding: 0 .375rem; flex: none; opacity: 1; color: var(--faint); }
        .part { padding: .0625rem .125rem; border-radius: 3px;
          text-decoration-line: underline; text-decoration-thickness: 1.5px; text-underline-offset: 3px;
          box-decoration-break: clone; -webkit-box-decoration-break: clone; }
        .p1 { background: light-dark(#d6e4ff, #1d3a66); text-decoration-style: solid; }
        .p2 { background: light-dark(#e8ebf0, #2c333d); text-decoration-style: dotted; }
        .p3 { background: light-dark(#f1d9ff, #4a2666); text-decoration-style: double; }
        .p4 { background: light-dark(#ffe9a8, #4d3d0a); text-decoration-style: dashed; }
        .p5 { background: light-dark(#cdf3d7, #114d27); text-decoration-style: wavy; text-decoration-thickness: 1px; }
        /* A sign that copying leaves out. */
        .p1::before { content: "①" / ""; }
        .p2::before { content: "②" / ""; }
        .p3::before { content: "③" / ""; }
        .p4::before { content: "④" / ""; }
        .p5::before { content: "⑤" / ""; }
        .part::before { margin-right: .25ch; }
        .legend { list-style: none; margin: .25rem 0 .25rem; padding: 0; font-size: .8125rem; }
        .legend .part { font-family: var(--code); }
        .pad { text-decoration: underline dotted; background: var(--lit-soft); }

        """#

    /// What differs with the window, and on paper.
    private static let sizes = #"""
        @media screen and (max-width: 1049px) {
          .checks > li, .reasons > li { grid-template-columns: 1.375rem minmax(0, 1fr); }
          .checks > li > :nth-child(n+3), .reasons > li > :nth-child(n+3) { grid-column: 2; }
        }
        @media screen and (max-width: 699px) {
          h1 { font-size: 1.25rem; }
          .verdict h2 { font-size: 1.125rem; }
          .stage { padding: .5rem .5rem .625rem; }
          .c { white-space: normal; }
          .state th:first-child { width: 38%; }
          .state th, .state td { padding: .1875rem .25rem; }
          .letter { display: block; }
          .state .note { display: inline-block; margin-left: 0; }
          .num, .num.block { font-size: .75rem; }
          .value { flex-wrap: wrap; }
          .signature { padding-left: .5rem; }
        }
        @media print {
          .bar, .copy, .said { display: none !important; }
          details::details-content { content-visibility: visible; block-size: auto; }
          .stage, .verdict { break-inside: auto; }
          .checks > li, .w, .state tr, .evidence li { break-inside: avoid; }
          .checks > li, .reasons > li { grid-template-columns: 1.375rem minmax(0, 1fr) 10rem 13rem; font-size: 9pt; }
          .state { font-size: 9pt; }
          .state th:first-child { width: 34%; }
          .state td:nth-child(2) { width: 28%; }
          .part { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
        }

        """#
}
