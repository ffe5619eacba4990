import type { BookPeriod, Chapter } from '../../model/book.ts';

const layout = `body.with-nav{max-width:80rem}
.chapter{margin-top:3rem;border-top:3px solid var(--rule);padding-top:1rem}
.chapter:first-child{margin-top:1.4rem;border-top:0;padding-top:0}
.chapter>h2{font-size:1.45rem}
.chapter>.lead{color:var(--quiet);margin-top:0}
h4{font-size:.95rem;margin:1.2rem 0 .4rem}
.pictures{display:grid;gap:0 2rem;grid-template-columns:repeat(auto-fill,minmax(min(100%,17rem),1fr))}
.sheet{display:none}
.sheet.usual{display:block}
.sheet:target{display:block}
ul.choice{list-style:none;padding:0;margin:.2rem 0;display:flex;flex-wrap:wrap;gap:.35rem;max-width:none}
ul.choice li{margin:0}
ul.choice a{display:block;padding:.2rem .7rem;border:1px solid var(--rule);border-radius:1rem;text-decoration:none;font-size:.92rem}
ul.choice a:hover{background:var(--wash)}
ul.choice a[aria-current]{background:var(--ink);border-color:var(--ink);color:var(--paper)}
.sheet>h3{margin-top:1rem}
dl{margin:.6rem 0;display:grid;gap:.1rem 1.6rem;grid-template-columns:repeat(auto-fill,minmax(min(100%,15rem),1fr))}
dl div{display:flex;justify-content:space-between;gap:1rem;border-bottom:1px solid var(--rule);padding:.3rem 0}
dt{color:var(--quiet)}
dd{margin:0;font-variant-numeric:tabular-nums;white-space:nowrap}
dl.large{gap:.7rem;grid-template-columns:repeat(auto-fill,minmax(min(100%,13rem),1fr))}
dl.large div{flex-direction:column;gap:0;background:var(--wash);border:1px solid var(--rule);border-radius:.5rem;padding:.5rem .8rem}
dl.large dt{font-size:.88rem}
dl.large dd{font-size:1.35rem;font-weight:600}
dd a,td a,th a{text-decoration-thickness:1px;text-underline-offset:3px}
details.fold{margin:1rem 0;border:1px solid var(--rule);border-radius:.5rem;padding:.5rem .9rem}
details.fold>summary{font-weight:600;color:var(--link);padding:.2rem 0}
.scroll .entries th{max-width:6rem;min-width:0;position:static}
.entries td{min-width:0;text-align:right;white-space:nowrap}
.entries td:nth-child(-n+3){text-align:left}
.entries td:nth-child(2){white-space:normal;min-width:9rem}
.entries td:nth-child(3){font-family:ui-monospace,Menlo,Consolas,monospace;font-size:.8em}
.scroll .entries th,.entries td{padding:.35rem}
.entries tfoot td{font-variant-numeric:tabular-nums}
ul.formulas{list-style:none;padding:0;max-width:none}
ul.formulas li{padding:.25rem 0;border-bottom:1px solid var(--rule)}
td:target,li:target{background:var(--mark);box-shadow:0 0 0 3px var(--mark)}
.chapter,.sheet,.here{scroll-margin-top:1rem}
td:target,li:target{scroll-margin-top:35vh}
code{font-family:ui-monospace,Menlo,Consolas,monospace;font-size:.9em}
:root{--mark:#fff1b8}
@media screen and (prefers-color-scheme:dark){:root{--mark:#5a4a10}}`;

const side = `nav.page ul{list-style:none;margin:0;padding:0}
nav.page li{margin:0}
nav.page a{display:block;padding:.3rem .6rem;text-decoration:none;border-radius:.3rem}
nav.page a:hover{background:var(--wash)}
@media screen and (min-width:60rem){
body.with-nav{display:grid;grid-template-columns:13rem minmax(0,1fr);column-gap:2rem;align-items:start}
body.with-nav>header,body.with-nav>footer{grid-column:1/-1}
body.with-nav table{font-size:.9rem}
body.with-nav .many{font-size:.82rem}
.with-nav .scroll .many th,.with-nav .many td{padding:.3rem .25rem}
.with-nav .many thead th{font-size:.92em}
.with-nav .many.entries td:nth-child(2){min-width:7rem}
.with-nav td.place{white-space:normal}
.with-nav td.long,.with-nav th.long{min-width:8rem}
.with-nav .many .brief{white-space:normal}
body.with-nav>nav.page{position:sticky;top:0;max-height:100vh;overflow-y:auto;padding:1.2rem 0}
}
@media screen and (max-width:59.99rem){
body.with-nav>nav.page{position:sticky;top:0;z-index:3;background:var(--paper);border-bottom:1px solid var(--rule);
margin:0 -.9rem;padding:.3rem .9rem;overflow-x:auto}
nav.page ul{white-space:nowrap}
nav.page li{display:inline-block}
nav.page a{padding:.45rem .6rem}
.chapter,.sheet,.here{scroll-margin-top:4rem}
dl.large{grid-template-columns:repeat(auto-fill,minmax(8rem,1fr))}
.scroll th:first-child{max-width:7.5rem}
}`;

const print = `@media print{
ul.choice,.fold,.back{display:none}
.fold:has(:target){display:block}
.chapter{break-before:page;border-top:0}
.chapter:first-child{break-before:auto}
dd a,td a,th a{color:inherit;text-decoration:none}
dl.large dd{font-size:12pt}
dl,dl.large{grid-template-columns:repeat(4,1fr)}
}`;

/**
 * The style of a book, after that of every page. What is shown follows from the address alone: a link to anything of a
 * period (class `p`, and `p-` with its id) shows the sheets of that period, and hides those of the usual one.
 */
export function bookCss(periods: readonly BookPeriod[], chapters: readonly Chapter[]): string {
  const shown = periods.map(
    ({ id }) => `body:has(.p-${id}:target,.p-${id} :target) .sheet.p-${id}{display:block}`,
  );
  const current = chapters.map(({ id }) => `body:has(#${id} :target) .c-${id}`);
  const usual = 'body:has(.p:target,.p :target) .sheet.usual{display:none}';
  return [
    layout,
    usual,
    ...shown,
    side,
    `${current.join(',')}{background:var(--wash);font-weight:600}`,
    print,
  ].join('\n');
}
