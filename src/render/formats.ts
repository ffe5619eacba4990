import type { Envelope } from '../model/envelope.ts';
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
  /** The commands that have it; left out: every report. */
  readonly only?: readonly string[];
  /** @param envelope of a mail: what stands on it. */
  render(report: Report, style: Style, envelope?: Envelope): Promise<string>;
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
    id: 'html',
    isMachine: false,
    hasTotal: true,
    endings: ['.html', '.htm'],
    help: { en: 'a page for a browser, with charts', fr: 'une page pour un navigateur, avec des graphiques' },
    render: async (report, style) => (await import('./html/report.ts')).renderHtml(report, style),
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
  {
    id: 'text',
    isMachine: false,
    hasTotal: true,
    endings: ['.txt'],
    help: {
      en: 'for the body of a mail (summary only)',
      fr: 'pour le corps d’un courriel (summary seulement)',
    },
    only: ['summary'],
    render: async (report, style) => (await import('./text.ts')).renderText(report, style),
  },
  {
    id: 'mail',
    isMachine: false,
    hasTotal: true,
    endings: ['.eml'],
    help: {
      en: 'a mail, for sendmail -t (summary only)',
      fr: 'un courriel, pour sendmail -t (summary seulement)',
    },
    only: ['summary'],
    render: async (report, style, envelope) => {
      if (!envelope) throw new Error('a mail without an envelope');
      return (await import('./mail/mail.ts')).renderMail(report, style, envelope);
    },
  },
] as const satisfies readonly Format[];

const all: readonly Format[] = formats;

/** The formats of a command; without one, those of every report. */
export function formatsOf(command?: string): readonly Format[] {
  return all.filter(({ only }) => !only || (command !== undefined && only.includes(command)));
}

export type FormatId = (typeof formats)[number]['id'];
