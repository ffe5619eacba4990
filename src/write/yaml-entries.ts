import type { Document, YAMLSeq } from 'yaml';
import { isMap } from 'yaml';
import { isInOrder, orderBy } from './canonical.ts';
import { type EntryText, entryText } from './yaml-fields.ts';
import { belowEnd, editorLines, type Gap, gapOf } from './yaml-gaps.ts';
import { columnOf, type Lines, lastContent, setBack, startsLine, tailEnd, textOf } from './yaml-lines.ts';
import type { Change } from './yaml-text.ts';
import { fieldText, keepsBindings, typeOf } from './yaml-values.ts';

/** At which line (from 0) an order of the file's own is kept: sorted, an alias would come before its anchor. */
export interface Kept {
  readonly line: number;
  readonly what: 'entries' | 'fields';
}

/** An entry with what moves with it: the comments of its gap, its lines, and the comments right below it. */
interface Piece extends Gap {
  readonly text: string;
  readonly below: string;
}

/**
 * The change that puts a list of entries written as a block in order, up to the line `end`: by date, each entry
 * with its comments, a blank line between all of them or between none. Undefined where the layout is a rare one.
 */
export function entriesChange(
  list: YAMLSeq,
  end: number,
  document: Document,
  lines: Lines,
): { change: Change; kept: Kept[] } | undefined {
  const dashes = dashesOf(list);
  if (dashes.length !== list.items.length || !dashes.every((at) => startsLine(lines, at))) return undefined;
  const starts = dashes.map(lines.lineAt);
  const column = columnOf(lines, dashes[0] ?? 0);
  const top = lastContent(lines, 0, starts[0] ?? 0) + 1;
  const kept: Kept[] = [];
  let from = top;
  const pieces = list.items.map((item, i): Piece => {
    const line = starts[i] ?? 0;
    const next = starts[i + 1] ?? end;
    const tail = tailEnd(lines, lastContent(lines, line, next) + 1, next, column);
    const gap = gapOf(lines, from, line, column);
    const entry = writtenEntry(item, dashes[i] ?? 0, tail, document, lines);
    if (entry.isKept) kept.push({ line, what: 'fields' });
    from = i === list.items.length - 1 ? tail : belowEnd(lines, tail, next);
    const above = gap.above + entry.above.map((comment) => setBack(comment, column)).join('');
    return { ...gap, above, text: entry.text, below: textOf(lines, tail, from) };
  });

  const wanted = orderBy(datesOf(list, document));
  const slots = starts.map((line, i) => [lines.startOf(line), lines.startOf(starts[i + 1] ?? end)] as const);
  const canMove = keepsBindings(slots, wanted, lines.marks);
  if (!canMove && !isInOrder(wanted)) kept.push({ line: starts[0] ?? 0, what: 'entries' });
  const order = canMove ? wanted : wanted.map((_, i) => i);
  const text = arranged(pieces, order, top > 0, lines.eol) + textOf(lines, from, end);
  return { change: { start: lines.startOf(top), end: lines.startOf(end), text }, kept };
}

function dashesOf({ srcToken }: YAMLSeq): number[] {
  if (srcToken?.type !== 'block-seq') return [];
  return srcToken.items.flatMap(({ start }) =>
    start.flatMap((token) => (token.type === 'seq-item-ind' ? [token.offset] : [])),
  );
}

function writtenEntry(item: unknown, dash: number, to: number, document: Document, lines: Lines): EntryText {
  const type = typeOf(item, document);
  if (type && isMap(item) && item.flow !== true) return entryText(item, type, dash, to, lines);
  return { above: [], text: textOf(lines, lines.lineAt(dash), to), isKept: false };
}

/** The date of each entry; an empty item has that of the entry above it. */
export function datesOf(list: YAMLSeq, document: Document): string[] {
  let last = '';
  return list.items.map((item) => {
    last = fieldText(item, 'date', document) ?? last;
    return last;
  });
}

/** The entries in their order. What stands above the first one of the file, with a blank line below, stays at the top. */
function arranged(
  pieces: readonly Piece[],
  order: readonly number[],
  isBelowContent: boolean,
  eol: string,
): string {
  const [first] = pieces;
  if (!first) return '';
  const { editor, rest } = editorLines(first.above);
  const hasBlanks = blankHabit(pieces);
  const head = first.paragraphs.map((each) => each + eol).join('');
  let text = (first.startsBlank && isBelowContent ? eol : '') + head + editor;
  let above: Piece | undefined;
  for (const i of order) {
    const piece = pieces[i];
    if (!piece) continue;
    const paragraphs = i === 0 ? [] : piece.paragraphs;
    const isParted = paragraphs.length > 0 || (above ? hasBlanks || above.below !== '' : false);
    if (isParted && (above || editor !== '')) text += eol;
    text += paragraphs.map((each) => each + eol).join('');
    text += (i === 0 ? rest : piece.above) + piece.text + piece.below;
    above = piece;
  }
  return text;
}

/** Whether most entries have a blank line above them, of those where no comment asks for one. */
function blankHabit(pieces: readonly Piece[]): boolean {
  let balance = 0;
  pieces.forEach((piece, i) => {
    const isFree = i > 0 && piece.paragraphs.length === 0 && pieces[i - 1]?.below === '';
    if (isFree) balance += piece.startsBlank ? 1 : -1;
  });
  return balance >= 0;
}
