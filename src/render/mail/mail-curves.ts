import type { CurvesChart } from '../../model/chart.ts';
import type { Lang } from '../../model/text.ts';
import { nameOf, writerOf } from './figures.ts';
import { escaped, font, inkOf, inks, placing } from './look.ts';

/** Ages a curve is read at: as many as a phone has room for. */
const mostSamples = 6;

/** From none to most, with the ink that is legible on each: the same in light and dark. */
const shades = [
  ['#eaf1f8', '#1f2933'],
  ['#c9dcf0', '#1f2933'],
  ['#9dc1e4', '#1f2933'],
  ['#3473b4', '#ffffff'],
  ['#1f5591', '#ffffff'],
] as const;

/** Curves as a row of cells each: the figure at some ages, the darker the higher. */
export function curvesOf({ curves, x, y, isStepped }: CurvesChart, lang: Lang): string {
  const points = curves.flatMap((curve) => curve.points);
  const ages = samplesTo(Math.max(0, ...points.map((point) => point.x)));
  const most = Math.max(0, ...points.map((point) => point.y));
  const writeX = writerOf(ages.every(Number.isInteger) ? { ...x, unit: 'count' } : x, ages, lang);
  const writeY = writerOf(
    y,
    points.map((point) => point.y),
    lang,
  );
  const cell = (content: string, style: string) =>
    `<td align="center" ${inkOf(inks.quiet, `padding:4px 1px;${font(12)};${style}`)}>${content}</td>`;
  const head = [
    `<td width="28%" ${inkOf(inks.quiet, font(12))}>${escaped(x.label[lang])}</td>`,
    ...ages.map((age) => cell(writeX(age), '')),
  ];
  const rows = curves.map((curve) => {
    const cells = ages.map((age) => {
      const value = valueAt(curve.points, age, isStepped);
      if (value === undefined) return cell('', '');
      const [paper, ink] = shades[shadeOf(value, most)] ?? shades[0];
      const style = `padding:4px 1px;${font(12)};background-color:${paper};color:${ink}`;
      return `<td align="center" bgcolor="${paper}" style="${style}">${writeY(value)}</td>`;
    });
    const name = `<td ${inkOf(inks.text, `padding:4px 6px 4px 0;word-break:break-word;${font(13)}`)}>${nameOf(curve.of, lang)}</td>`;
    return `<tr>${name}${cells.join('')}</tr>`;
  });
  const caption = `<div ${inkOf(inks.quiet, `padding:2px 0;${font(12)}`)}>${escaped(y.label[lang])}</div>`;
  return caption + placing(`<tr>${head.join('')}</tr>${rows.join('')}`, 'table-layout:fixed');
}

function shadeOf(value: number, most: number): number {
  return most > 0 ? Math.max(0, Math.min(shades.length - 1, Math.floor((value / most) * shades.length))) : 0;
}

/** Round ages up to the last one, evenly apart. */
function samplesTo(most: number): number[] {
  if (!(most > 0)) return [0];
  const power = 10 ** Math.floor(Math.log10(most / mostSamples));
  const step = [1, 2, 3, 5, 10, 20].map((each) => each * power).find((each) => most / each <= mostSamples);
  if (step === undefined) return [most];
  const count = Math.max(1, Math.floor(most / step + 1e-9));
  return Array.from({ length: count }, (_, i) => (i + 1) * step);
}

/** A curve's figure at an age, held or drawn straight between its points; undefined past its end. */
function valueAt(
  points: CurvesChart['curves'][number]['points'],
  age: number,
  isStepped: boolean,
): number | undefined {
  const after = points.findIndex((point) => point.x >= age);
  const next = points[after];
  if (next === undefined) return undefined;
  if (next.x === age) return next.y;
  const last = points[after - 1];
  if (last === undefined) return undefined;
  return isStepped ? last.y : last.y + ((next.y - last.y) * (age - last.x)) / (next.x - last.x);
}
