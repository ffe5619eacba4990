import type { Report, Section, Table } from '../model/report.ts';
import type { Style } from './style.ts';
import { renderTable } from './table.ts';

/** Columns of a line in the body of a mail: no program breaks it, not even where it is quoted. */
const mailWidth = 72;

/** A report as plain text for the body of a mail: no colour, lines of at most 72 columns, whatever the terminal. */
export function renderText(report: Report, { lang }: Style): string {
  const sections = report.sections.map(withoutSpare);
  return renderTable({ ...report, sections }, { lang, width: mailWidth, paint: (_, text) => text });
}

/**
 * A section without the columns that are not kept where room is short, and without places and commands, of which half is
 * none: who wants them has other formats.
 */
function withoutSpare(section: Section): Section {
  const { table } = section;
  if (!table?.columns.some(({ keep }) => keep)) return section;
  const isKept = table.columns.map(({ keep, unit }) => keep !== undefined && unit !== 'place');
  const kept = <T>(cells: readonly T[]) => cells.filter((_, i) => isKept[i]);
  const { columns, rows, total } = table;
  const shown: Table = {
    columns: kept(columns),
    rows: rows.map(kept),
    ...(total ? { total: kept(total) } : {}),
  };
  return { ...section, table: shown };
}
