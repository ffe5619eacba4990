import { attributionDefaults } from '../measure/attribution.ts';
import { byGroup, none } from '../measure/dimensions.ts';
import { metricOf } from '../measure/metrics.ts';
import type { Signals } from '../measure/signals/signals.ts';
import type { Book, Chapter } from '../model/book.ts';
import type { Journal, Ledger } from '../model/ledger.ts';
import type { Section, Table } from '../model/report.ts';
import { inAll, type Phrase, type Text, text } from '../model/text.ts';
import { dashboardFacts } from './dashboard-facts.ts';
import { groupChapter } from './dashboard-groups.ts';
import { overviewPage, quartersTable } from './dashboard-overview.ts';
import { spansOf } from './dashboard-periods.ts';
import { followupReport } from './followup-report.ts';
import { lagReport } from './lag-report.ts';
import { notesOn } from './notes.ts';
import { signalsReport } from './signals-report.ts';
import { lastPeriods } from './trend-periods.ts';
import { trendReport } from './trend-report.ts';

export interface DashboardOptions {
  readonly journal: string;
  /** The places that the journal was named by on the command line. */
  readonly places: readonly string[];
  /** Keys of the groups to show; undefined for all. */
  readonly groups: ReadonlySet<string> | undefined;
  /** Entries of a sort that are listed a group and quarter at most, the newest. */
  readonly mostEntries: number;
}

/** Days ahead for which it is said what falls due. */
const ahead = 14;
const metricsOf = (ids: readonly string[]) => ids.flatMap((id) => metricOf(id) ?? []);

/** All there is to show of a journal: every report, a chapter a group, every figure with what it is made of. */
export function dashboard(ledger: Ledger, journal: Journal, found: Signals, options: DashboardOptions): Book {
  const { groups } = options;
  const facts = dashboardFacts(ledger, spansOf(ledger), groups);
  const followupsOf = (keys: ReadonlySet<string> | undefined) =>
    followupReport(ledger, journal, {
      ...{ journal: options.journal, places: options.places },
      ...{ groups: keys, isCounted: undefined, until: ledger.asOf + ahead },
    });
  const signals = signalsReport(ledger, found, { journal: options.journal, groups });
  const lags = lagReport(ledger, { journal: options.journal, groups, isCounted: undefined });
  const followups = followupsOf(groups);
  const group = (key: string): Chapter => {
    const own = new Set([key]);
    const due = key === none ? [] : followupsOf(own).sections;
    return groupChapter(key, facts, found, ledger, {
      mostEntries: options.mostEntries,
      trend: key === none ? [] : trendOf(['hours', 'received', 'revenue'], own, ledger).map(withoutTable),
      followups: due.flatMap((section) => {
        if (!section.table) return [];
        const title = text(words.due, { what: inAll(section.title) });
        return [facts.places.shortened({ ...section, title, table: without('group', section.table) })];
      }),
    });
  };
  const empty = { pages: [], first: [], tables: [], sections: [] };
  const usual = facts.spans.find(({ isUsual }) => isUsual);
  const rows = usual ? facts.keys.map((key) => ({ key, sums: facts.of(key, usual).sums })) : [];
  return {
    title: text(words.title),
    journal: options.journal,
    asOf: ledger.asOf,
    currency: ledger.settings.currency,
    periods: facts.spans,
    chapters: [
      {
        ...empty,
        id: 'all',
        title: text(words.overview),
        pages: facts.spans.map((span) => overviewPage(span, facts, ledger)),
        sections: signals.sections.slice(0, 1).map((section) => said(section, text(words.estimates))),
      },
      ...facts.keys.map(group),
      {
        ...empty,
        id: 'trend',
        title: text(words.trend),
        first: trendOf(['hours', 'received', 'revenue'], groups, ledger).map((section) =>
          said(section, text(words.inQuarters)),
        ),
        tables: metricsOf(['hours', 'received', 'sales', 'revenue', 'revenue_per_hour']).map((metric) =>
          quartersTable(metric, facts, ledger),
        ),
      },
      {
        ...empty,
        id: 'lags',
        title: lags.title,
        lead: text(words.ofAllReferrals),
        sections: withNotes(lags),
      },
      {
        ...empty,
        id: 'followup',
        title: followups.title,
        sections: withNotes(followups).map(facts.places.shortened),
      },
    ],
    notes: [
      ...(facts.left > 0 ? [text(words.left, { count: facts.left, groups: facts.keys.length })] : []),
      ...(usual ? notesOn(ledger, usual.days, rows, { needsRate: false }) : []),
      ...signals.notes,
      ...(facts.places.folder === '' ? [] : [text(words.places, { folder: facts.places.folder })]),
      ...(options.places.length > 0 ? [text(words.sameJournal)] : []),
    ],
  };
}

/** A section with one more sentence, the first; one without a table has no cells to speak of. */
function said(section: Section, sentence: Text): Section {
  return section.table ? { ...section, prose: [sentence, ...(section.prose ?? [])] } : section;
}

/** Of one group the pictures and words say it all; all groups stand side by side in their own chapter. */
function withoutTable({ table: _, ...section }: Section): Section {
  return section;
}

function without(id: string, { columns, rows }: Table): Table {
  const keep = <T>(cells: readonly T[]) => cells.filter((_, i) => columns[i]?.id !== id);
  return { columns: keep(columns), rows: rows.map(keep) };
}

/** How figures move: rolling 12 months, and whether they rise or fall. */
function trendOf(ids: readonly string[], groups: ReadonlySet<string> | undefined, ledger: Ledger): Section[] {
  const { sections } = trendReport(ledger, {
    journal: '',
    metrics: metricsOf(ids),
    step: 'quarter',
    period: lastPeriods('quarter', 12, ledger, false),
    rolling: undefined,
    by: byGroup,
    ...{ groups, isCounted: undefined, attribution: undefined, attributionOptions: attributionDefaults },
    ...{ hasTotal: groups?.size !== 1, isFilled: false, isTidy: false, hasBars: false },
    ...{ hasPlots: true, hasCharts: true },
  });
  return [...sections];
}

/** The sections of a report, its notes as the last of them. */
function withNotes({
  sections,
  notes,
}: {
  sections: readonly Section[];
  notes: Section['prose'];
}): Section[] {
  return notes && notes.length > 0
    ? [...sections, { title: text(words.reading), prose: notes }]
    : [...sections];
}

const words = {
  title: { en: 'Networking: the dashboard', fr: 'Réseau : le tableau de bord' },
  overview: { en: 'Overview', fr: 'Vue d’ensemble' },
  trend: { en: 'Over time', fr: 'Dans le temps' },
  due: { en: 'To follow up: {what}', fr: 'À suivre : {what}' },
  left: {
    en: 'To keep the page small, the entries of {count} older quarters of the {groups} groups are left out: netroi dashboard -g GROUP has them, and so has netroi explain.',
    fr: 'Pour que la page reste légère, les écritures de {count} trimestres plus anciens des {groups} groupes sont omises : netroi dashboard -g GROUPE les a, netroi explain aussi.',
  },
  sameJournal: {
    en: 'The commands on this page take the same --journal as netroi dashboard did.',
    fr: 'Les commandes de cette page prennent le même --journal que netroi dashboard.',
  },
  inQuarters: {
    en: 'These follow twelve months at a time. The quarters they add up stand in the tables below, where each figure leads to its entries; a group’s name leads to its section.',
    fr: 'Ces chiffres portent sur douze mois à la fois. Les trimestres qu’ils additionnent sont dans les tableaux ci-dessous, où chaque chiffre mène à ses écritures ; le nom d’un groupe mène à sa section.',
  },
  estimates: {
    en: 'These are estimates from all entries of a group: its name leads to its section, and netroi signals --explain GROUP shows step by step how they come about.',
    fr: 'Ce sont des estimations tirées de toutes les écritures d’un groupe : son nom mène à sa section, et netroi signals --explain GROUPE montre pas à pas comment elles se forment.',
  },
  ofAllReferrals: {
    en: 'These are estimates from all referrals and sales. A group’s name leads to its section, which has their entries; netroi signals --explain GROUP shows what signals makes of them.',
    fr: 'Ce sont des estimations tirées de toutes les recommandations et ventes. Le nom d’un groupe mène à sa section, qui en a les écritures ; netroi signals --explain GROUPE montre ce que signals en fait.',
  },
  places: {
    en: 'Where: file and line, within {folder}',
    fr: 'Où : fichier et ligne, dans {folder}',
  },
  reading: { en: 'How to read this', fr: 'Comment lire ceci' },
} satisfies Record<string, Phrase>;
