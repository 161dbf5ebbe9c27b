/// What the evidence map needs beside the style of all pages.
enum EvidencePageStyle {
    static let text = #"""

        header { display: block; }
        nav ol { column-gap: 2.75rem; }
        .group { padding: .75rem 0 1.25rem; border-top: 1px solid var(--line); max-width: 110ch; }
        .group table { border-collapse: collapse; margin: .5rem 0 1rem; font-size: .875rem; }
        .group th, .group td { padding: .125rem 1.25rem .125rem 0; text-align: left; font-weight: 400; vertical-align: baseline; }
        .group thead th { color: var(--faint); }
        .group .count { text-align: right; font-variant-numeric: tabular-nums; }
        .group .c { color: var(--faint); font-weight: 400; }
        article { margin: .75rem 0; padding: .625rem .875rem; border: 1px solid var(--line); border-radius: 8px;
          background: var(--panel); font-size: .9375rem; scroll-margin-top: .5rem; }
        article:target { border-color: var(--accent); box-shadow: inset 3px 0 0 var(--accent); }
        article h3 { font-size: 1rem; }
        article h4 { margin: .5rem 0 0; font-size: .875rem; }
        article ul { margin: 0; padding-left: 1.25rem; font-size: .875rem; }
        article li > .c { display: block; }
        article li li > .c { display: inline; }
        article details { font-size: .875rem; }
        article summary { cursor: pointer; }
        @media print { article { break-inside: avoid; border-color: #999; } }

        """#
}
