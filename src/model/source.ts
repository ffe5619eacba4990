/** A stretch of a source's text, as offsets [start, end). */
export type Span = readonly [start: number, end: number];

/** A file that was read: what diagnostics and `explain` need to point into it. */
export interface Source {
  /** The name as the user would write it, from the working folder or the journal's. */
  readonly name: string;
  readonly text: string;
  /** Where a record stands, or one field of it where it has it (`met`, `time.prep`; `item` of a list). */
  spanOf(record: number, field?: string, item?: number): Span;
}

export interface Position {
  /** From 1. */
  readonly line: number;
  /** From 1, counted in characters (code points), as an editor shows it. */
  readonly column: number;
  /** The line itself, without its end. */
  readonly excerpt: string;
}

const lineStarts = new WeakMap<Source, readonly number[]>();

/** Line and column of an offset. */
export function positionOf(source: Source, offset: number): Position {
  let starts = lineStarts.get(source);
  if (!starts) {
    starts = startsOf(source.text);
    lineStarts.set(source, starts);
  }
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  const start = starts[low] ?? 0;
  const excerpt = source.text.slice(start, lineEnd(source.text, start));
  return { line: low + 1, column: [...source.text.slice(start, offset)].length + 1, excerpt };
}

function startsOf(text: string): number[] {
  const starts = [0];
  for (let at = lineEnd(text, 0); at < text.length; at = lineEnd(text, at)) {
    at += text.startsWith('\r\n', at) ? 2 : 1;
    starts.push(at);
  }
  return starts;
}

/** The offset of the line end at or after `from`, or the text's length. */
export function lineEnd(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 10 || unit === 13) return at;
  }
  return text.length;
}

/** `file:line` of a record: where an editor opens it. */
export function recordPlace({
  origin,
  record,
}: {
  readonly origin: Source;
  readonly record: number;
}): string {
  return `${origin.name}:${positionOf(origin, origin.spanOf(record)[0]).line}`;
}
