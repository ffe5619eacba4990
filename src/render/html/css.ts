/** The palette: as CSS variables, so that light, dark and print have one each. Pairs hold AA contrast (4.5 for text). */
const light = `--paper:#fff;--ink:#1d232b;--quiet:#57606b;--rule:#d3d9e0;--wash:#f4f6f8;--link:#0a5a9c;
--good:#0b6a4d;--bad:#b02a1b;--warning:#855600;
--c0:#0a5fa5;--c1:#b4500b;--c2:#0d7a68;--c3:#8a3a9e;--c4:#6b6206;--soft:#7191b2;--other:#b4500b`;
const dark = `--paper:#15191f;--ink:#e7ebef;--quiet:#a3adb8;--rule:#3a434e;--wash:#1e242c;--link:#7cc0ff;
--good:#5fd3a6;--bad:#ff9a8b;--warning:#f0c05a;
--c0:#6db5f5;--c1:#f5a35c;--c2:#55cfb8;--c3:#d5a0ea;--c4:#d6cc5a;--soft:#5a7a97;--other:#f5a35c`;

const layout = `*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;scroll-behavior:auto}
body{margin:0 auto;padding:1.5rem 1rem 3rem;max-width:80rem;background:var(--paper);color:var(--ink);
font:1rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;overflow-wrap:anywhere}
h1{font-size:1.6rem;line-height:1.25;margin:0 0 .4rem}
h2{font-size:1.2rem;line-height:1.3;margin:0 0 .6rem}
h3,h4{font-size:1.05rem;line-height:1.3;margin:0 0 .5rem}
header.page{border-bottom:1px solid var(--rule);padding-bottom:.8rem}
header.page p{margin:.2rem 0}
section{margin-top:2.2rem}
section section{margin-top:1.6rem}
p,ul,ol{margin:.6rem 0;max-width:46rem}
ul,ol{padding-left:1.3rem}
li{margin:.25rem 0}
a{color:var(--link)}
:target{scroll-margin-top:1rem}
:focus-visible{outline:3px solid var(--link);outline-offset:2px}
main:focus{outline:none}
.quiet{color:var(--quiet)}
footer.page{margin-top:2.5rem;border-top:1px solid var(--rule);padding-top:.7rem;color:var(--quiet);font-size:.9rem}
.unseen,caption{position:absolute;width:1px;height:1px;margin:-1px;padding:0;overflow:hidden;clip-path:inset(50%);
white-space:nowrap;border:0}
.skip{position:absolute;left:-99rem}
.skip:focus{left:1rem;top:.5rem;background:var(--paper);padding:.4rem .8rem;z-index:2}
details>summary{cursor:pointer}`;

const tables = `.scroll{overflow-x:auto;position:relative;margin:.6rem 0}
table{border-collapse:collapse;font-size:.95rem;line-height:1.35;font-variant-numeric:tabular-nums;overflow-wrap:normal}
th,td{padding:.4rem .7rem;text-align:left;vertical-align:top;border-bottom:1px solid var(--rule)}
th:first-child,td:first-child{padding-left:.2rem}
thead th{vertical-align:bottom;font-weight:600;color:var(--quiet);border-bottom:2px solid var(--rule);max-width:8rem}
tbody th,tfoot th{font-weight:400;max-width:19rem}
.long{overflow-wrap:anywhere}
th.long{min-width:12rem}
.scroll th:first-child{position:sticky;left:0;background:var(--paper);z-index:1}
tfoot th,tfoot td{font-weight:700;border-top:2px solid var(--quiet);border-bottom:0}
.figure{text-align:right}
.brief,td.figure,td.day,th.day,span.day{white-space:nowrap}
td.place,th.place{font-family:ui-monospace,Menlo,Consolas,monospace;font-size:.88em;white-space:nowrap}
@keyframes more{from{box-shadow:inset -1.6rem 0 1rem -1.2rem var(--quiet)}to{box-shadow:none}}
@supports (animation-timeline:scroll()){@media screen{.scroll{animation:more linear;animation-timeline:scroll(self inline)}}}
svg.bar,svg.spark{display:block;max-width:none}
svg.bar{margin-top:.2em}
td.long{min-width:15rem}
.tone{font-weight:600}
td .tone{white-space:nowrap}
.tone::before{margin-right:.35em;font-weight:700}
.tone.good,.change.good{color:var(--good)}
.tone.bad,.change.bad{color:var(--bad)}
.tone.warning{color:var(--warning)}
.tone.quiet{font-weight:400;color:var(--quiet)}
.tone.good::before{content:"✓" / ""}
.tone.bad::before{content:"✕" / ""}
.tone.warning::before{content:"!" / ""}
.change.bad{text-decoration:underline;text-underline-offset:3px}
.key{font-size:.88rem;color:var(--quiet);margin:.3rem 0}`;

const charts = `figure{margin:1rem 0 1.4rem;max-width:46rem;container-type:inline-size}
figcaption{margin-bottom:.6rem}
figcaption strong{display:block}
svg{max-width:100%;height:auto}
svg text{font:12px system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;fill:var(--ink);
font-variant-numeric:tabular-nums}
svg text.quiet,svg text.ray{fill:var(--quiet)}
svg text.name{font-weight:600}
svg text.halo{paint-order:stroke;stroke:var(--paper);stroke-width:4px;stroke-linejoin:round}
svg text.below{fill:var(--bad)}
.narrow{display:none}
@container (max-width:35rem){.wide{display:none}.narrow{display:block}}
.grid{stroke:var(--rule)}
.axis{stroke:var(--quiet);fill:none}
line.ray{stroke:var(--quiet);stroke-dasharray:5 4;opacity:.75}
.mark{fill:var(--c0)}
.soft{fill:var(--soft)}
.other{fill:var(--other)}
rect.below,.point.below,.point.bad{fill:var(--bad)}
.point{stroke:var(--paper);stroke-width:1.5;fill:var(--c0)}
.point.good{fill:var(--good)}
.point.warning{fill:var(--warning)}
.point.quiet{fill:var(--quiet)}
.range{fill:var(--c0);stroke:var(--c0);fill-opacity:.35}
rect.range.below{stroke:var(--bad)}
.bar-mark{stroke:var(--ink);stroke-width:2.5}
.curve{fill:none;stroke-width:2;stroke:var(--c0)}
.band{stroke:none;opacity:.15;fill:var(--c0)}
${[0, 1, 2, 3, 4].map((i) => `.curve.line${i}{stroke:var(--c${i})}.band.line${i},.point.line${i}{fill:var(--c${i})}`).join('\n')}
.panels{list-style:none;margin:0;padding:0;max-width:none;display:grid;gap:1rem 1.4rem;
grid-template-columns:repeat(auto-fill,minmax(min(100%,14rem),1fr))}
.panels li{margin:0;break-inside:avoid;display:flex;flex-direction:column;justify-content:end;max-width:21rem}
.panels p{margin:0;font-size:.9rem;line-height:1.3;display:flex;justify-content:space-between;gap:.8rem;align-items:end}
.panels b{white-space:nowrap}
.panels svg{display:block;width:100%}
.panels svg text{font-size:11px}
ul.key{list-style:none;padding:0;columns:15rem auto}
.key li{margin:0 0 .3rem;break-inside:avoid}
ul.key svg{vertical-align:-1px}
ol.key{columns:15rem auto;column-gap:1.5rem;padding:0}
ol.key li{margin-left:2.2rem}`;

const print = `@page{margin:14mm}
@media print{
html{font-size:10pt}
body{max-width:none;padding:0}
.skip,nav.page{display:none}
h1,h2,h3,h4,figcaption,.key{break-after:avoid}
.key{break-before:avoid;break-after:auto}
tr,figure,li{break-inside:avoid}
p{orphans:3;widows:3}
thead{display:table-header-group}
tfoot{display:table-row-group}
.scroll{overflow:visible}
.scroll th:first-child{position:static}
table{font-size:8.5pt}
th,td{padding:.25rem .45rem}
table.many{font-size:7pt}
.many th,.many td{padding:.2rem .3rem}
th.long,td.long{min-width:0}
.many .brief{white-space:normal}
.table:not(:has(tbody tr:nth-child(16))){break-inside:avoid}
section:has(>figure~.table):not(:has(tbody tr:nth-child(16))){display:flex;flex-direction:column}
section:has(>figure~.table)>.table{order:1}
section:has(>figure~.table)>figure{order:2}
section:has(>figure~.table)>p{order:3}
figure{max-width:100%}
}`;

const phone = `@media (max-width:40rem){
body{padding:1rem .9rem 2rem}
h1{font-size:1.35rem}
table{font-size:.9rem}
th,td{padding:.35rem .5rem}
tbody th,tfoot th{max-width:8.5rem}
th.long{min-width:8rem}
}`;

/** The style of every page. Dark is for screens alone: paper is white. */
export const pageCss = `:root{color-scheme:light dark;${light}}
@media screen and (prefers-color-scheme:dark){:root{${dark}}}
${layout}
${tables}
${charts}
${phone}
${print}`;
