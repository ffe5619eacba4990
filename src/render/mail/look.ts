import { columnsOf, visible } from '../../model/visible.ts';

/** A colour by what it means: light, as an attribute and a style, and dark, by the class of the same name. */
export interface Ink {
  readonly name: string;
  readonly light: string;
  readonly dark: string;
}

const ink = (name: string, light: string, dark: string): Ink => ({ name, light, dark });

/** The colours of a mail. A client that turns colours round by itself finds none that it makes illegible. */
export const inks = {
  page: ink('pg', '#eef1f4', '#0f1114'),
  sheet: ink('sh', '#ffffff', '#181b20'),
  text: ink('tx', '#1f2933', '#e6e9ed'),
  quiet: ink('qu', '#5b6673', '#a5afba'),
  rule: ink('ru', '#d9dee4', '#3a424b'),
  track: ink('tr', '#e9edf1', '#2a3038'),
  first: ink('b1', '#2f6fb5', '#6ea8e6'),
  second: ink('b2', '#c2691c', '#e39a56'),
  soft: ink('bs', '#a9c6e6', '#3d648f'),
  below: ink('bb', '#b3261e', '#f28b82'),
  mark: ink('mk', '#1f2933', '#f2f4f7'),
  good: ink('go', '#1d7a46', '#62c48b'),
  bad: ink('ba', '#b3261e', '#f28b82'),
  warning: ink('wa', '#8a5a00', '#e5b454'),
} as const satisfies Record<string, Ink>;

/** Inks that are written with; the others are painted with. */
const written: readonly Ink[] = [inks.text, inks.quiet, inks.good, inks.bad, inks.warning];

const family = "-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";

/** The font of all that stands within. */
export const typeface = `font-family:${family}`;

/** The size of letters and lines in pixels, and how bold they are where that is not the element's own. */
export function font(size: number, weight?: number): string {
  const bold = weight === undefined ? '' : `;font-weight:${weight}`;
  return `font-size:${size}px;line-height:${Math.round(size * 1.45)}px${bold}`;
}

/** The one style block: what no inline style can say. A client that drops it shows the light colours. */
export const styleBlock = [
  ':root{color-scheme:light dark;supported-color-schemes:light dark}',
  // In Outlook a cell inherits no typeface.
  `td,th,p,h1,h2,h3,li,div,span{${typeface}}`,
  '@media (prefers-color-scheme:dark){',
  ...Object.values(inks).map((each) =>
    written.includes(each)
      ? `.${each.name}{color:${each.dark}!important}`
      : `.${each.name}{background-color:${each.dark}!important}`,
  ),
  `.ln{border-color:${inks.rule.dark}!important}`,
  '}',
].join('\n');

/** Attributes of something written in a colour. */
export function inkOf({ name, light }: Ink, style: string): string {
  return `class="${name}" style="${style};color:${light}"`;
}

/** Attributes of a cell that is written in, with a line under it. */
export function linedInk({ name, light }: Ink, style: string): string {
  const line = `border-bottom:1px solid ${inks.rule.light}`;
  return `class="${name} ln" style="${style};${line};color:${light}"`;
}

/** Attributes of a cell painted in a colour, for Outlook as well. */
export function paintOf({ name, light }: Ink, style = ''): string {
  return `class="${name}" bgcolor="${light}" style="background-color:${light}${style === '' ? '' : `;${style}`}"`;
}

/** A table that only places things. */
export function placing(rows: string, style = '', width = '100%'): string {
  const styled = style === '' ? '' : ` style="${style}"`;
  return `<table role="presentation" width="${width}" border="0" cellpadding="0" cellspacing="0"${styled}>${rows}</table>`;
}

/** Words of a cell longer than this many letters may be broken over lines. */
export const leastText = 11;

/** How a cell's words fold: only where one is too long for a narrow column may it be broken. */
export function foldOf(cell: string): string {
  return cell.split(' ').some((word) => columnsOf(word) > leastText) ? 'word-break:break-word;' : '';
}

/** Text that HTML shows as it is, within an element or an attribute. */
export function escaped(text: string): string {
  return visible(text)
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/'/g, '&#39;');
}

/** A sentence that HTML shows as it is; in French a colon and its like stand apart from their word, and never begin a line. */
export function sentence(text: string): string {
  return escaped(text.replace(/ (?=[:;!?\u00bb])|(?<=\u00ab) /g, '\u00a0'));
}
