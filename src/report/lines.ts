import { type Countable, countPhrase, langs, type Phrase, type Text, text } from '../model/text.ts';
import { columnsOf, visible } from '../model/visible.ts';

/** Columns of a line that is read without a turn of the eye, on every screen. */
export const lineWidth = 80;

/**
 * A line of no more than 80 columns in every language: a lead, then as many of the things as there is room for, and how
 * many more there are.
 */
export function lineOf(lead: Phrase, things: readonly Phrase[], more: Countable, between = ', '): Text {
  const inLang = (lang: keyof Phrase) => {
    const start = visible(lead[lang]);
    const all = things.map((thing) => visible(thing[lang]));
    for (let shown = all.length; shown > 0; shown--) {
      const rest = all.length - shown;
      const end = rest === 0 ? '' : `${between}${countPhrase(rest, more)[lang]}`;
      const line = `${start}${all.slice(0, shown).join(between)}${end}`;
      if (columnsOf(line) <= lineWidth) return line;
    }
    return clipped(`${start}${all.join(between)}`, lineWidth);
  };
  const [en, fr] = langs.map(inLang);
  return text({ en: en ?? '', fr: fr ?? '' });
}

/** A text of no more than so many columns, cut between what is seen as letters, with a sign where it was. */
export function clipped(value: string, most: number): string {
  const shown = visible(value);
  if (columnsOf(shown) <= most) return shown;
  let kept = '';
  for (const { segment } of new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(shown)) {
    if (columnsOf(kept + segment) > most - 1) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}
