import type { Report, Table } from '../model/report.ts';
import { speak } from '../model/text.ts';
import { visible } from '../model/visible.ts';
import { decimalsFor, isFigure, spokenCell } from './cells.ts';
import type { Style } from './style.ts';

/** A report as GitHub-flavoured Markdown: a heading, a table a section, the notes. */
export function renderMarkdown(report: Report, { lang }: Style): string {
  const title = `# ${escaped(visible(speak(report.title, lang)))}, ${speak(report.period.label, lang)}`;
  const parts = [
    `${title}\n\n${escaped(visible(report.journal))} · ${report.currency}`,
    ...report.sections.map(({ title: heading, table, prose = [] }) =>
      [
        `## ${escaped(visible(speak(heading, lang)))}`,
        ...(table ? [tableOf(table, lang)] : []),
        ...prose.map((each) => escaped(visible(speak(each, lang)))),
      ].join('\n\n'),
    ),
    ...(report.notes.length > 0
      ? [report.notes.map((note) => `- ${escaped(visible(speak(note, lang)))}`).join('\n')]
      : []),
  ];
  return `${parts.join('\n\n')}\n`;
}

function tableOf(table: Table, lang: Style['lang']): string {
  const { columns, rows, total } = withoutBars(table);
  const all = total ? [...rows, total] : rows;
  const decimals = columns.map((column, i) =>
    decimalsFor(
      column,
      all.map((row) => row[i] ?? null),
    ),
  );
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const body = all.map((row) =>
    columns.map((column, i) => escaped(spokenCell(row[i] ?? null, column, decimals[i] ?? 0, lang))),
  );
  const totalLine = total ? body.pop()?.map((cell) => (cell === '' ? '' : `**${cell}**`)) : undefined;
  return [
    line(columns.map(({ label }) => escaped(label[lang]))),
    line(columns.map((column) => (isFigure(column) ? '---:' : '---'))),
    ...body.map(line),
    ...(totalLine ? [line(totalLine)] : []),
  ].join('\n');
}

/** A bar is drawn on a screen only; its figure stands beside it. */
function withoutBars({ columns, rows, total }: Table): Table {
  const keep = <T>(cells: readonly T[]) => cells.filter((_, i) => columns[i]?.unit !== 'bar');
  return { columns: keep(columns), rows: rows.map(keep), ...(total ? { total: keep(total) } : {}) };
}

/** Text that Markdown shows as it is, HTML included. */
function escaped(value: string): string {
  return value
    .replace(/[\\`*_[\]|~#]/g, '\\$&')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;');
}
