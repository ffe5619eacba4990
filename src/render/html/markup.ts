import { visible } from '../../model/visible.ts';

/** Markup that may stand in a page as it is. A plain string may not: it is text, and is escaped where it is put. */
export interface Markup {
  readonly markup: string;
}

export type Content = Markup | string | readonly Content[] | undefined;

export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** Elements that hold nothing and have no end tag. */
const empty = new Set(['meta', 'link', 'br']);

/** An element with its attributes; one that is undefined is left out, numbers have two decimals at most. */
export function element(name: string, attributes: Attributes, ...content: readonly Content[]): Markup {
  const written = Object.entries(attributes).map(([key, value]) => {
    if (value === undefined) return '';
    return ` ${key}="${escaped(typeof value === 'number' ? short(value) : value)}"`;
  });
  const start = `<${name}${written.join('')}>`;
  return { markup: empty.has(name) ? start : `${start}${markupOf(content)}</${name}>` };
}

/** Text and elements, one after another, as a string of HTML. */
export function markupOf(content: Content): string {
  if (content === undefined) return '';
  if (typeof content === 'string') return escaped(content);
  return 'markup' in content ? content.markup : content.map(markupOf).join('');
}

/** A text whose days are never cut at their hyphens, and where no line begins with a sign that belongs to the word before. */
export function sentence(text: string): Content {
  const parts = text.replace(/ (?=[:;!?%/\u00bb])|(?<=\u00ab) /g, '\u00a0').split(/(\d{4}-\d\d-\d\d)/);
  return parts.map((part, i) => (i % 2 === 1 ? element('span', { class: 'day' }, part) : part));
}

/** What a function of this folder gave as a string of HTML, to stand within an element. */
export function ready(markup: string): Markup {
  return { markup };
}

/** A number of a drawing, without digits that nobody sees. */
export function short(value: number): string {
  return String(Math.round(value * 100) / 100);
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as an element or a quoted attribute may hold it; control characters stand as visible escapes. */
export function escaped(value: string): string {
  return visible(value).replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}
