import { type ProblemCode, problems } from './problems.ts';
import { lineEnd, type Position, positionOf, type Source, type Span } from './source.ts';
import { isFilled, type Lang, type Param, type Phrase, speak } from './text.ts';
import { columnsOf, visible } from './visible.ts';

export type Severity = 'error' | 'warning';

/** A fault or a doubt about the journal: what, where, and what fills its sentence. */
export interface Diagnostic {
  readonly code: ProblemCode;
  readonly source: Source;
  readonly span: Span;
  readonly params: Readonly<Record<string, Param>>;
}

/** Whether it stops a report. */
export function severityOf({ code }: Diagnostic, strict: boolean): Severity {
  return strict ? 'error' : problems[code].severity;
}

export function messageOf({ code, params }: Diagnostic, lang: Lang): string {
  return visible(speak({ phrase: problems[code].message, params }, lang));
}

/** The way out, where there is one: the first hint of the problem all of whose parameters are known. */
export function hintOf({ code, params }: Diagnostic, lang: Lang): string | undefined {
  const problem = problems[code];
  const hints: readonly Phrase[] = 'hints' in problem ? problem.hints : [];
  const hint = hints.find((each) => isFilled(each, params));
  return hint && visible(speak({ phrase: hint, params }, lang));
}

/** Line, column and length (in characters, at least 1, within the line) of a diagnostic. */
export function placeOf({ source, span: [start, end] }: Diagnostic): Position & { length: number } {
  const last = Math.min(end, lineEnd(source.text, start));
  return { ...positionOf(source, start), length: Math.max(1, [...source.text.slice(start, last)].length) };
}

const widestExcerpt = 100;

/**
 * The diagnostic as a person reads it: place, severity and code, message, the line itself, a caret and
 * the hint. `paint` colours a part by its meaning.
 */
export function formatDiagnostic(
  diagnostic: Diagnostic,
  lang: Lang,
  strict: boolean,
  paint: (part: Severity | 'quiet', text: string) => string,
): string {
  const severity = severityOf(diagnostic, strict);
  const { line, column, length, excerpt } = placeOf(diagnostic);
  const title = `${severityWords[severity][lang]}[${diagnostic.code}]`;
  const head = `${visible(diagnostic.source.name)}:${line}:${column}: ${paint(severity, title)}: ${messageOf(diagnostic, lang)}`;
  const hint = hintOf(diagnostic, lang);
  // A fault of the file itself has no line to show.
  if (diagnostic.source.text === '') return hint ? `${head}\n      ${hint}` : head;
  // A file that is one long line would fill the screen: show the part around the caret.
  const characters = [...excerpt];
  const from = column + length > widestExcerpt ? Math.max(0, column - 1 - widestExcerpt / 2) : 0;
  const shown = characters.slice(from, from + widestExcerpt).map((each) => visible(each));
  const before = shown.slice(0, column - 1 - from).join('');
  const marked = shown.slice(column - 1 - from, column - 1 - from + length).join('');
  const gutter = String(line).padStart(5);
  const caret = '^'.repeat(Math.max(1, columnsOf(marked)));
  return [
    head,
    `${paint('quiet', `${gutter} |`)} ${shown.join('')}`.trimEnd(),
    `${paint('quiet', `${' '.repeat(gutter.length)} |`)} ${' '.repeat(columnsOf(before))}${paint(severity, caret)}${hint ? ` ${hint}` : ''}`,
  ].join('\n');
}

const severityWords: Record<Severity, Phrase> = {
  error: { en: 'error', fr: 'erreur' },
  warning: { en: 'warning', fr: 'avertissement' },
};
