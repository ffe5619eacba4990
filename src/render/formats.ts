import type { Report } from '../model/report.ts';
import type { Phrase } from '../model/text.ts';
import type { Style } from './style.ts';

/** A format: how a report becomes text. Loaded when it is asked for. */
export interface Format {
  readonly id: string;
  /** Whether programs read it: complete, unrounded, the same in every language. */
  readonly isMachine: boolean;
  /** Whether the TOTAL row is in it unless said otherwise. */
  readonly hasTotal: boolean;
  /** File endings it is meant by, for `--output`. */
  readonly endings: readonly string[];
  readonly help: Phrase;
  render(report: Report, style: Style): Promise<string>;
}

/** Every format, by name. Adding one is adding a row. */
export const formats = [
  {
    id: 'table',
    isMachine: false,
    hasTotal: true,
    endings: ['.txt'],
    help: { en: 'for the terminal', fr: 'pour le terminal' },
    render: async (report, style) => (await import('./table.ts')).renderTable(report, style),
  },
  {
    id: 'markdown',
    isMachine: false,
    hasTotal: true,
    endings: ['.md', '.markdown'],
    help: { en: 'for a page or a mail', fr: 'pour une page ou un courriel' },
    render: async (report, style) => (await import('./markdown.ts')).renderMarkdown(report, style),
  },
  {
    id: 'csv',
    isMachine: true,
    hasTotal: false,
    endings: ['.csv'],
    help: { en: 'for spreadsheets', fr: 'pour les tableurs' },
    render: async (report) => (await import('./csv.ts')).renderCsv(report, ','),
  },
  {
    id: 'tsv',
    isMachine: true,
    hasTotal: false,
    endings: ['.tsv'],
    help: { en: 'the same, separated by tabs', fr: 'de même, séparé par des tabulations' },
    render: async (report) => (await import('./csv.ts')).renderCsv(report, '\t'),
  },
  {
    id: 'json',
    isMachine: true,
    hasTotal: true,
    endings: ['.json'],
    help: { en: 'for programs', fr: 'pour les programmes' },
    render: async (report) => (await import('./json.ts')).renderJson(report),
  },
] as const satisfies readonly Format[];

export type FormatId = (typeof formats)[number]['id'];
