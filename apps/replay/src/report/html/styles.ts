/** The look of a report: quiet, typographic, for the screen in light and dark and for A4. */
export const STYLES = `
:root {
  --paper: #fff; --ink: #1b1f24; --muted: #565d66; --line: #d9dde2; --soft: #f4f5f7;
  --accent: #8f1d1d; --good: #1a6b37; --good-soft: #eaf4ed; --bad: #a61b1b; --bad-soft: #fbecec;
  --c1: #24548c; --c2: #a2600f; --c3: #5b7f3a; --c4: #7a5aa0; --limit: #a61b1b;
  --serif: "Times New Roman", "Liberation Serif", "Noto Serif", Tinos, serif;
  --sans: "Segoe UI", "Helvetica Neue", Arial, "Liberation Sans", "Noto Sans", sans-serif;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --paper: #14171b; --ink: #e6e8eb; --muted: #a5acb5; --line: #353b43; --soft: #1d2126;
    --accent: #e39a9a; --good: #7cc795; --good-soft: #16261c; --bad: #f19a9a; --bad-soft: #2c1a1b;
    --c1: #7db0e8; --c2: #e2a35a; --c3: #a4c67f; --c4: #bfa3e0; --limit: #f19a9a;
  }
}
* { box-sizing: border-box; }
html { background: var(--paper); color: var(--ink); -webkit-text-size-adjust: 100%; }
body { margin: 0 auto; max-width: 60rem; padding: 2rem 1.5rem 4rem; font: 16px/1.5 var(--sans); }
header { border-top: 3px solid var(--accent); border-bottom: 1px solid var(--line); padding: 1.25rem 0 1rem; }
header .over { margin: 0; color: var(--muted); font-size: .8125rem; letter-spacing: .06em; text-transform: uppercase; }
h1 { margin: .25rem 0 .5rem; font: 700 2rem/1.2 var(--serif); }
h2 { margin: 0 0 .75rem; padding-bottom: .25rem; border-bottom: 1px solid var(--line); font: 700 1.375rem/1.3 var(--serif); }
.en { color: var(--muted); font-size: .86em; font-weight: 400; font-style: italic; }
h1 .en, h2 .en { font-size: .68em; }
section { margin-top: 2.5rem; }
p { margin: 0 0 .75rem; max-width: 44rem; }
header p { margin: 0; }
.note { color: var(--muted); font-size: .875rem; }
.legend, .kinds { margin: 0; padding: 0; list-style: none; display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; font-size: .875rem; }
.kinds { margin: .75rem 0; }
.verdict { margin: 0 0 1.25rem; padding: 1rem 1.25rem; border-left: 5px solid; }
.verdict p { margin: 0; }
.verdict .word { font: 700 1.5rem/1.3 var(--serif); letter-spacing: .04em; }
.pass { border-color: var(--good); background: var(--good-soft); }
.pass .word { color: var(--good); }
.fail { border-color: var(--bad); background: var(--bad-soft); }
.fail .word, .bad { color: var(--bad); }
.good { color: var(--good); }
.warning { margin: 0 0 .5rem; padding: .625rem 1rem; border-left: 4px solid var(--c2); background: var(--soft); max-width: none; }
.figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(7.75rem, 1fr)); gap: 1rem 1.25rem; margin: 0; }
.figures div { display: flex; flex-direction: column; justify-content: space-between; border-top: 1px solid var(--line); padding-top: .375rem; }
.figures dt { font-size: .8125rem; line-height: 1.35; color: var(--muted); }
.figures dd { margin: .125rem 0 0; font: 700 1.25rem/1.25 var(--serif); white-space: nowrap; font-variant-numeric: lining-nums tabular-nums; }
.facts { margin: 0 0 1.25rem; columns: 2; column-gap: 2.5rem; font-size: .875rem; }
.facts div { display: flex; justify-content: space-between; gap: 1rem; padding: .25rem 0; border-bottom: 1px solid var(--line); break-inside: avoid; }
.facts dt { color: var(--muted); }
.facts dd { margin: 0; text-align: right; overflow-wrap: anywhere; min-width: 40%; }
.scroll { overflow-x: auto; margin: 0 0 1.5rem; }
.scroll:focus-visible { outline: 2px solid var(--c1); outline-offset: 2px; }
table { border-collapse: collapse; width: 100%; font-size: .875rem; line-height: 1.35; }
caption { padding: 0 0 .375rem; text-align: left; font-weight: 600; }
th, td { padding: .3125rem .5rem; vertical-align: baseline; border-bottom: 1px solid var(--line); }
th:first-child { padding-left: 0; }
th:last-child, td:last-child { padding-right: 0; }
thead th { vertical-align: bottom; border-bottom: 1.5px solid var(--muted); font-weight: 600; }
thead .en { display: block; white-space: nowrap; }
tbody th { font-weight: 400; }
tbody .t { min-width: 6.5rem; }
.t { text-align: left; }
.n { text-align: right; font-variant-numeric: lining-nums tabular-nums; white-space: nowrap; }
.code { color: var(--muted); font-variant-numeric: tabular-nums; margin-right: .25rem; }
.with-bar { display: flex; justify-content: space-between; align-items: center; gap: .75rem; }
.bar { flex: none; width: 6rem; height: .625rem; background: var(--soft); }
.bar span { display: block; height: 100%; background: var(--c1); }
figure { margin: 0 0 1.5rem; }
figcaption { font-weight: 600; font-size: .875rem; margin-bottom: .25rem; }
figure svg { display: block; width: 100%; height: auto; font-family: var(--sans); }
.narrow { display: none; }
.legend { margin-bottom: .25rem; font-size: .8125rem; }
.legend li { display: flex; align-items: center; gap: .375rem; }
.swatch { flex: none; width: 1.375rem; border-top: 2px solid currentColor; }
.swatch.dashed { border-top-style: dashed; }
.swatch.area { width: .75rem; height: .75rem; border: 0; background: currentColor; }
.swatch.dot, .swatch.diamond { width: .5625rem; height: .5625rem; border: 0; background: currentColor; }
.swatch.dot { border-radius: 50%; }
.swatch.diamond { transform: rotate(45deg); }
.swatch.tick { width: 3px; height: 1rem; border: 0; background: currentColor; }
@media screen and (max-width: 40rem) {
  body { padding: 1rem 1rem 3rem; }
  h1 { font-size: 1.625rem; }
  .facts { columns: 1; }
  .wide { display: none; }
  .narrow { display: block; }
  .bar { width: 2.5rem; }
}
@media print {
  @page { size: A4; margin: 16mm 15mm 18mm; }
  body { max-width: none; padding: 0; font-size: 10.5pt; }
  .scroll { overflow: visible; }
  table { font-size: 8.5pt; }
  thead { display: table-header-group; }
  tr, figure, .verdict, .figures div { break-inside: avoid; }
  th, td { padding-top: .1875rem; padding-bottom: .1875rem; }
  .figures { grid-template-columns: repeat(auto-fit, minmax(6rem, 1fr)); gap: .75rem; }
  .figures dd { font-size: 12pt; }
  h2, h2 + p, caption, figcaption, .legend { break-after: avoid; }
  section { margin-top: 1.5rem; }
  .bar { width: 4rem; }
  * { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
}
`;
