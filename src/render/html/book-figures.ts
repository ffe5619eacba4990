import type { Figure, FigureList, FigureTable, Fold, Formula, Term } from '../../model/book.ts';
import type { Column } from '../../model/report.ts';
import { type Lang, type Phrase, speak, type Text, text } from '../../model/text.ts';
import { decimalsFor, isFigure, spokenCell } from '../cells.ts';
import { escaped, markupOf, sentence } from './markup.ts';
import { mostColumns } from './table.ts';

// There are thousands of cells: end tags that HTML can do without are left out, as are quotes about ids, which are of
// letters, digits, `-`, `.` and `_` only.

/** A sentence as it may stand in a page. */
export function said(words: Text, lang: Lang): string {
  return markupOf(sentence(speak(words, lang)));
}

/** A figure as text, a link where it leads anywhere. */
function figureHtml({ value, to }: Figure, column: Column, decimals: number, lang: Lang): string {
  const spoken = escaped(spokenCell(value, column, decimals, lang));
  return to === undefined || spoken === '' ? spoken : `<a href=#${to}>${spoken}</a>`;
}

const alone = (value: Figure['value'], column: Column) => decimalsFor(column, [value]);

/** Figures with their names; the large ones as tiles. */
export function figureListHtml({ title, isLarge, figures }: FigureList, lang: Lang): string {
  const items = figures.map(({ column, figure }) => {
    const shown = figureHtml(figure, column, alone(figure.value, column), lang);
    return `<div><dt>${escaped(column.label[lang])}<dd>${shown}</div>`;
  });
  const heading = `<h4>${said(title, lang)}</h4>`;
  return `${heading}<dl${isLarge ? ' class=large' : ''}>${items.join('')}</dl>`;
}

/** A table whose figures lead somewhere; `name` is of the page it stands on. */
export function figureTableHtml(
  { title, columns, rows, total, rowColumns, prose = [] }: FigureTable,
  name: string,
  lang: Lang,
  isOfEntries = false,
): string {
  const all = total ? [...rows, total] : rows;
  const decimals = columns.map((column, i) =>
    decimalsFor(
      column,
      all.map((row) => row[i]?.value ?? null),
    ),
  );
  const line = (row: readonly Figure[], at?: number) => {
    const own = at === undefined ? undefined : rowColumns?.[at];
    const ownDecimals = own
      ? decimalsFor(
          own,
          row.slice(1).map(({ value }) => value),
        )
      : 0;
    const cells = columns.map((column, i) => {
      const figure = row[i] ?? { value: null };
      const shown =
        i > 0 && own
          ? figureHtml(figure, own, ownDecimals, lang)
          : figureHtml(figure, column, decimals[i] ?? 0, lang);
      const id = figure.id === undefined ? '' : ` id=${figure.id}`;
      if (isOfEntries) return `<td${id}>${shown}`;
      return i === 0 ? `<th scope=row>${shown}` : `<td${classOf(column)}${id}>${shown}`;
    });
    return `<tr>${cells.join('')}`;
  };
  const heads = columns.map((column) => `<th scope=col${classOf(column)}>${escaped(column.label[lang])}`);
  const heading = speak(title, lang);
  // What an entry is and where it stands take the room of two more.
  const isWide = columns.length > (isOfEntries ? mostColumns - 2 : mostColumns);
  const kinds = [...(isOfEntries ? ['entries'] : []), ...(isWide ? ['many'] : [])];
  const kind = kinds.length > 0 ? ` class="${kinds.join(' ')}"` : '';
  const region = escaped(speak(text(words.region, { name, heading }), lang));
  return [
    `<h4>${escaped(heading)}</h4>`,
    `<div class=scroll role=region tabindex=0 aria-label="${region}">`,
    `<table${kind}><thead><tr>${heads.join('')}`,
    `<tbody>${rows.map(line).join('\n')}`,
    total ? `<tfoot>${line(total)}` : '',
    '</table></div>',
    ...prose.map((each) => `<p>${said(each, lang)}</p>`),
  ].join('');
}

function classOf(column: Column): string {
  return isFigure(column) ? ' class=figure' : column.unit === 'text' ? '' : ` class=${column.unit}`;
}

/** What the figures of a page are made of; a link to anything in it opens it. */
export function foldHtml(
  { title, tables, formulas, prose }: Fold,
  page: string,
  name: string,
  lang: Lang,
): string {
  const isOfEntries = (table: FigureTable) => table.rowColumns === undefined;
  return [
    `<details class=fold><summary>${said(title, lang)}</summary>`,
    ...tables.map((table) => figureTableHtml(table, name, lang, isOfEntries(table))),
    formulas.length > 0
      ? `<h4>${words.reckoned[lang]}</h4><ul class=formulas>${formulas.map((each) => formulaHtml(each, lang)).join('')}</ul>`
      : '',
    ...prose.map((each) => `<p class=quiet>${said(each, lang)}</p>`),
    `<p class=back><a href=#${page}>${words.back[lang]}</a></p></details>`,
  ].join('\n');
}

/** `Revenue / hour = Revenue 3,450 ÷ Hours 12.5 = 276.00`. */
function formulaHtml({ id, column, value, above, below }: Formula, lang: Lang): string {
  const side = (terms: readonly Term[], isDivided: boolean) => {
    const written = terms.map(({ column: own, figure, isTakenOff }, i) => {
      const sign = i === 0 ? '' : isTakenOff ? ' − ' : ' + ';
      const shown = figureHtml(figure, own, alone(figure.value, own), lang);
      return `${sign}${escaped(own.label[lang])} ${shown}`;
    });
    return isDivided && terms.length > 1 ? `(${written.join('')})` : written.join('');
  };
  const isRatio = below.length > 0;
  const over = isRatio ? ` ÷ ${side(below, true)}` : '';
  const result = escaped(spokenCell(value, column, alone(value, column), lang));
  return `<li id=${id}><b>${escaped(column.label[lang])}</b>${words.is[lang]}${side(above, isRatio)}${over} = <b>${result}</b>`;
}

const words = {
  region: { en: '{name}: {heading}', fr: '{name} : {heading}' },
  reckoned: { en: 'How they are reckoned', fr: 'Comment ils sont calculés' },
  back: { en: 'Back to the figures', fr: 'Retour aux chiffres' },
  is: { en: ': ', fr: ' : ' },
} satisfies Record<string, Phrase>;
