import { inAll, type Lang, type Phrase, speak, type Text, text } from '../../model/text.ts';
import { visible } from '../../model/visible.ts';
import type { Change, Merged } from '../../write/import/merge.ts';
import type { Parsed } from '../../write/import/row.ts';
import type { Call } from '../command.ts';

/** How many changed rows are told one by one. */
const mostChanges = 10;

/** What an import brought, in a line: `new 12, known 340, late 1, changed 2, skipped 3 (why)`, then what changed. */
export function importResult(
  file: string,
  { fresh, known, late, changes }: Merged,
  skipped: readonly Phrase[],
  isUpdate: boolean,
  lang: Lang,
): string {
  const counts = { fresh, known, late, changed: changes.length, skipped: skipped.length };
  const why = reasons(skipped, lang);
  const told = speak(text(words.counts, counts), lang);
  const lines = [
    `${speak(text(words.line, { file, told }), lang)}${why === '' ? '' : ` (${why})`}`,
    ...changes.slice(0, mostChanges).map((change) => speak(changeText(change), lang)),
  ];
  const more = changes.length - mostChanges;
  if (more > 0) lines.push(speak(text(words.more, { more }), lang));
  if (changes.length > 0) lines.push(speak(text(isUpdate ? words.updated : words.kept), lang));
  return `${lines.map(visible).join('\n')}\n`;
}

/** The reasons, each with how often, in the order they first came up. */
function reasons(skipped: readonly Phrase[], lang: Lang): string {
  const counts = new Map<string, number>();
  for (const phrase of skipped) counts.set(phrase[lang], (counts.get(phrase[lang]) ?? 0) + 1);
  return [...counts].map(([reason, count]) => `${count} ${reason}`).join(', ');
}

function changeText({ id, cells }: Change): Text {
  if (cells.length === 0) return text(words.withdrawn, { id });
  const told = cells.map(({ field, before, after }) => inAll(text(words.cell, { field, before, after })));
  const list = { en: told.map(({ en }) => en).join(', '), fr: told.map(({ fr }) => fr).join(', ') };
  return text(words.change, { id, list });
}

/** Says on standard error what was not read, and what there is to know of the source. */
export async function sayNotes(
  { context }: Call,
  { unread, notes }: Parsed,
  lang: Lang,
  note: Text | undefined,
): Promise<void> {
  const columns = unread.length === 0 ? [] : [text(words.unread, { columns: unread.join(', ') })];
  const lines = [...columns, ...notes, ...(note ? [note] : [])].map((each) => visible(speak(each, lang)));
  if (lines.length > 0) await context.stderr.write(`${lines.join('\n')}\n`);
}

const words = {
  line: { en: '{file}: {told}', fr: '{file} : {told}' },
  counts: {
    en: 'new {fresh}, known {known}, late {late}, changed {changed}, skipped {skipped}',
    fr: 'nouvelles {fresh}, connues {known}, tardives {late}, modifiées {changed}, laissées {skipped}',
  },
  cell: { en: '{field} "{before}" is now "{after}"', fr: '{field} « {before} » est maintenant « {after} »' },
  change: { en: '  {id}: {list}', fr: '  {id} : {list}' },
  withdrawn: {
    en: '  {id}: taken back by the source',
    fr: '  {id} : retirée par la source',
  },
  more: { en: '  and {more} more', fr: '  et {more} autres' },
  kept: {
    en: 'the changed ones stay as they are: --update takes over what the source says',
    fr: 'les modifiées restent telles quelles : --update reprend ce que dit la source',
  },
  updated: { en: 'the changed ones were taken over', fr: 'les modifiées ont été reprises' },
  unread: { en: 'columns not read: {columns}', fr: 'colonnes non lues : {columns}' },
} satisfies Record<string, Phrase>;
