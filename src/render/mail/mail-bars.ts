import type {
  Chart,
  FunnelChart,
  PairsChart,
  PanelsChart,
  RangesChart,
  ScatterChart,
} from '../../model/chart.ts';
import type { Column } from '../../model/report.ts';
import { formatShare, type Lang, type Phrase, speak, text } from '../../model/text.ts';
import { spokenCell } from '../cells.ts';
import { nameOf, writerOf } from './figures.ts';
import { escaped, foldOf, font, type Ink, inkOf, inks, paintOf, placing, sentence } from './look.ts';
import { curvesOf } from './mail-curves.ts';
import { bar, columnsOf, painted, slotOf, strip } from './strip.ts';

/** More columns than these are too thin to see, and make a mail so long that it is cut. */
const mostColumns = 24;

/** A chart as tables with coloured cells; its title names it for those who do not see it, its sentence stands under it. */
export function chartMail(chart: Chart, lang: Lang): string {
  const title = escaped(speak(chart.title, lang));
  const says = sentence(speak(chart.says, lang));
  return [
    `<h3 ${inkOf(inks.text, `margin:18px 0 6px;${font(14, 600)}`)}>${title}</h3>`,
    `<div role="img" aria-label="${title}">${drawn(chart, lang)}</div>`,
    `<p ${inkOf(inks.quiet, `margin:6px 0 14px;${font(13)}`)}>${says}</p>`,
  ].join('\n');
}

function drawn(chart: Chart, lang: Lang): string {
  switch (chart.kind) {
    case 'ranges':
      return rangesOf(chart, lang);
    case 'panels':
      return panelsOf(chart, lang);
    case 'funnel':
      return funnelOf(chart, lang);
    case 'pairs':
      return pairsOf(chart, lang);
    case 'scatter':
      return scatterOf(chart, lang);
    case 'curves':
      return curvesOf(chart, lang);
  }
}

/** A line of text: what it is on the left, its figures on the right. */
function headed(name: string, figures: string, ink: Ink = inks.text): string {
  const left = `<td ${inkOf(ink, `padding:8px 8px 3px 0;${foldOf(name)}${font(13)}`)}>${name}</td>`;
  const right = `<td align="right" ${inkOf(ink, `padding:8px 0 3px;white-space:nowrap;${font(13)}`)}>${figures}</td>`;
  return placing(`<tr>${left}${right}</tr>`);
}

/** What is measured. */
function measured(label: string): string {
  return `<div ${inkOf(inks.quiet, font(12))}>${label}</div>`;
}

/** What each colour stands for. */
function legend(entries: readonly (readonly [ink: Ink, label: string])[]): string {
  const swatches = entries.map(
    ([ink, label]) =>
      `<span ${paintOf(ink, 'font-size:10px')}>&nbsp;&nbsp;&nbsp;</span>&nbsp;${label.replaceAll(' ', '&nbsp;')}`,
  );
  return `<div ${inkOf(inks.quiet, `padding:2px 0;${font(12)}`)}>${swatches.join(' &nbsp; ')}</div>`;
}

function rangesOf({ rows, value, mark }: RangesChart, lang: Lang): string {
  const marks = rows.flatMap((row) => (row.mark === null ? [] : [row.mark]));
  const all = [...rows.flatMap(({ low, middle, high }) => [low, middle, high]), ...marks].filter(
    Number.isFinite,
  );
  const least = all.reduce((a, b) => Math.min(a, b), 0);
  const most = all.reduce((a, b) => Math.max(a, b), 0);
  const write = writerOf(value, all, lang);
  const at = (each: number) => slotOf(each, least, most);
  const lines = rows.map((row) => {
    const span = speak(text(words.span, { low: write(row.low), high: write(row.high) }), lang);
    const line = painted([
      { from: at(row.low), to: at(row.high), ink: inks.soft },
      { from: at(row.middle) - 1, to: at(row.middle) + 1, ink: inks.first },
      ...(row.mark === null ? [] : [{ from: at(row.mark), to: at(row.mark), ink: inks.mark }]),
    ]);
    return headed(nameOf(row.of, lang), `<b>${write(row.middle)}</b> (${span})`) + strip(line);
  });
  const keys = legend([
    [inks.first, escaped(words.middle[lang])],
    [inks.soft, escaped(words.range[lang])],
    ...(marks.length > 0 ? [[inks.mark, escaped(mark[lang])] as const] : []),
  ]);
  const ends = headed(write(least), write(most), inks.quiet);
  return measured(escaped(value.label[lang])) + keys + lines.join('') + ends;
}

function panelsOf({ panels, value, ends, isOneScale }: PanelsChart, lang: Lang): string {
  const cut = panels.map(({ of, values }) => ({ of, values: values.slice(-mostColumns) }));
  const largest = (values: readonly (number | null)[]) =>
    values.reduce<number>((most, each) => Math.max(most, each ?? 0), 0);
  const shared = Math.max(0, ...cut.map(({ values }) => largest(values)));
  const known = cut.flatMap(({ values }) => values.filter((each) => each !== null));
  const write = writerOf(value, known, lang);
  const rows = cut.map(({ of, values }) => {
    const last = values.at(-1);
    const figure = typeof last === 'number' ? write(last) : '—';
    const name = `<td width="38%" valign="bottom" ${inkOf(inks.text, `padding:8px 8px 0 0;word-break:break-word;${font(13)}`)}>${nameOf(of, lang)}<br><b>${figure}</b></td>`;
    const most = isOneScale ? shared : largest(values);
    return `<tr>${name}<td valign="bottom" style="padding-top:8px">${columnsOf(values, most)}</td></tr>`;
  });
  const days = ends.slice(-mostColumns).map((day) => spokenCell(day, dayColumn, 0, lang));
  const axis = headed(days[0] ?? '', days.at(-1) ?? '', inks.quiet);
  const scale = isOneScale
    ? speak(text(words.oneScale, { most: write(shared) }), lang)
    : words.ownScale[lang];
  const head = measured(`${escaped(value.label[lang])} · ${scale}`);
  const foot = `<tr><td></td><td>${axis}</td></tr>`;
  return head + placing(rows.join('') + foot, 'table-layout:fixed');
}

const dayColumn: Column = { id: 'end', label: { en: '', fr: '' }, unit: 'day' };

function funnelOf({ stages }: FunnelChart, lang: Lang): string {
  const first = stages[0]?.count ?? 0;
  const most = Math.max(0, ...stages.map(({ count }) => count));
  const lines = stages.map(({ label, count }, i) => {
    const share = i > 0 && first > 0 ? ` (${formatShare(count / first, lang)})` : '';
    return headed(escaped(label[lang]), `<b>${count}</b>${share}`) + bar(count, most, inks.first);
  });
  return lines.join('');
}

function pairsOf({ rows, left, right }: PairsChart, lang: Lang): string {
  const all = rows.flatMap((row) => [row.left, row.right]);
  const most = Math.max(0, ...all);
  const write = writerOf(left, all, lang);
  const lines = rows.map((row) => {
    const [back, forth] = [slotOf(row.left, 0, most) / 2, slotOf(row.right, 0, most) / 2].map(Math.round);
    const line = painted([
      ...(row.left > 0 ? [{ from: 50 - (back ?? 0), to: 50, ink: inks.second }] : []),
      ...(row.right > 0 ? [{ from: 50, to: 50 + (forth ?? 0), ink: inks.first }] : []),
      { from: 50, to: 50, ink: inks.mark },
    ]);
    return headed(nameOf(row.of, lang), `${write(row.left)} | ${write(row.right)}`) + strip(line);
  });
  const keys = legend([
    [inks.second, escaped(left.label[lang])],
    [inks.first, escaped(right.label[lang])],
  ]);
  return keys + lines.join('');
}

function scatterOf({ points, x, y, ray }: ScatterChart, lang: Lang): string {
  const xs = points.map((point) => point.x);
  const ys = points.map((point) => point.y);
  const [mostX, mostY] = [Math.max(0, ...xs), Math.max(0, ...ys)];
  const [writeX, writeY] = [writerOf(x, xs, lang), writerOf(y, ys, lang)];
  const ratios = points.map((point) => (Number.isFinite(point.y / point.x) ? point.y / point.x : null));
  const writeRay = writerOf(
    ray,
    ratios.filter((each) => each !== null),
    lang,
  );
  const line = (drawnBar: string, figure: string) =>
    `<tr><td style="padding:1px 0">${drawnBar}</td><td width="76" align="right" ${inkOf(inks.text, `padding-left:8px;white-space:nowrap;${font(12)}`)}>${figure}</td></tr>`;
  const groups = points.map((point, i) => {
    const ratio = ratios[i] ?? null;
    const figure = ratio === null ? '' : `${escaped(ray.label[lang])} <b>${writeRay(ratio)}</b>`;
    return (
      headed(nameOf(point.of, lang), figure) +
      placing(
        line(bar(point.x, mostX, inks.second), writeX(point.x)) +
          line(bar(point.y, mostY, inks.first), writeY(point.y)),
      )
    );
  });
  const keys = legend([
    [inks.second, escaped(x.label[lang])],
    [inks.first, escaped(y.label[lang])],
  ]);
  return keys + groups.join('');
}

const words = {
  span: { en: '{low} to {high}', fr: 'de {low} à {high}' },
  middle: { en: 'most likely', fr: 'le plus probable' },
  range: { en: 'range', fr: 'plage' },
  oneScale: { en: 'one scale for all, from 0 to {most}', fr: 'une même échelle, de 0 à {most}' },
  ownScale: { en: 'each on a scale of its own, from 0', fr: 'chacun à son échelle, à partir de 0' },
} satisfies Record<string, Phrase>;
