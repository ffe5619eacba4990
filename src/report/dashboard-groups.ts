import { byGroup, none } from '../measure/dimensions.ts';
import type { Signals } from '../measure/signals/signals.ts';
import type { Chapter } from '../model/book.ts';
import { type Ledger, type Referral, statusOf } from '../model/ledger.ts';
import type { Cell, Column, Section } from '../model/report.ts';
import { inAll, type Lang, type Phrase, speak, type Text, text } from '../model/text.ts';
import type { DashboardFacts } from './dashboard-facts.ts';
import { groupPage } from './dashboard-pages.ts';
import { idOf } from './dashboard-periods.ts';
import { nameOf } from './rows.ts';
import { adviceOn, headlineOf } from './signals-advice.ts';

export interface GroupChapterOptions {
  /** Entries of a sort that are listed a quarter at most. */
  readonly mostEntries: number;
  /** What there is to say of it over time. */
  readonly trend: readonly Section[];
  readonly followups: readonly Section[];
}

/** A group: since when, its verdict, its figures in every period, over time, what is open and what is due. */
export function groupChapter(
  key: string,
  facts: DashboardFacts,
  found: Signals,
  ledger: Ledger,
  { mostEntries, trend, followups }: GroupChapterOptions,
): Chapter {
  const { name } = nameOf(key, byGroup, ledger);
  const lead = key === none ? text(words.none) : membership(key, ledger);
  return {
    id: idOf(key, ledger),
    title: text(words.name, { name }),
    ...(lead ? { lead } : {}),
    first: verdictOf(key, found, ledger),
    pages: facts.spans.map((span) => groupPage(key, span, facts, ledger, mostEntries)),
    tables: [],
    sections: [...trend, ...openReferrals(key, facts, found, ledger), ...followups],
  };
}

function verdictOf(key: string, found: Signals, ledger: Ledger): Section[] {
  const signal = found.groups.find((each) => each.key === key);
  if (!signal) return [];
  const title = text(words.verdict, { headline: inAll(headlineOf(signal)) });
  return [{ title, prose: adviceOn(signal, found, ledger) }];
}

/** Kind, days of joining and leaving, of renewal and notice: what the settings say of it. */
function membership(key: string, { settings, asOf }: Ledger): Text | undefined {
  const group = settings.groups.get(key);
  if (!group) return undefined;
  const { kind, joined, left, renews, notice } = group;
  const isOver = left !== undefined && left < asOf;
  const parts = [
    ...(kind === undefined ? [] : [text(words.name, { name: kind })]),
    ...(joined === undefined ? [] : [text(words.joined, { day: { day: joined } })]),
    ...(left === undefined ? [] : [text(words.left, { day: { day: left } })]),
    ...(renews === undefined || isOver ? [] : [text(words.renews, { day: { day: renews } })]),
    ...(renews === undefined || notice === undefined || isOver
      ? []
      : [text(renews - notice < asOf ? words.noticeOver : words.notice, { day: { day: renews - notice } })]),
  ];
  if (parts.length === 0) return undefined;
  const inLang = (lang: Lang) => parts.map((part) => speak(part, lang)).join(' · ');
  return text(words.name, { name: { en: inLang('en'), fr: inLang('fr') } });
}

/** Referrals received that are neither won nor lost, the oldest first. */
function openReferrals(
  key: string,
  { places }: DashboardFacts,
  { groups }: Signals,
  ledger: Ledger,
): Section[] {
  const isOpen = (status: string) => status === 'open' || status === 'contacted';
  const open = ledger.entries.filter(
    (entry): entry is Referral =>
      entry.type === 'referral' &&
      entry.direction === 'received' &&
      entry.group === key &&
      isOpen(statusOf(entry, ledger)),
  );
  if (open.length === 0) return [];
  const rows = open
    .toSorted((a, b) => a.date - b.date)
    .map((entry): Cell[] => [
      entry.date,
      entry.contact,
      entry.from ?? '',
      entry.contacted ?? null,
      ledger.asOf - entry.date,
      places.of(entry),
    ]);
  // What the verdict above expects is of the others alone.
  const group = groups.find((each) => each.key === key)?.now.group;
  const stale = group ? open.length - group.open : 0;
  const title = text(stale > 0 ? words.openAndStale : words.open, { count: open.length, stale });
  return [{ title, table: { columns: openColumns, rows } }];
}

const openColumns: readonly Column[] = [
  { id: 'date', label: { en: 'Received', fr: 'Reçue' }, unit: 'day' },
  { id: 'contact', label: { en: 'Who', fr: 'Qui' }, unit: 'text' },
  { id: 'from', label: { en: 'From', fr: 'De' }, unit: 'text' },
  { id: 'contacted', label: { en: 'Contacted', fr: 'Contactée' }, unit: 'day' },
  { id: 'age', label: { en: 'Days open', fr: 'Jours ouverte' }, unit: 'count' },
  { id: 'place', label: { en: 'Where', fr: 'Où' }, unit: 'place' },
];

const words = {
  name: { en: '{name}', fr: '{name}' },
  none: {
    en: 'What no group is named for: sales, visits and costs of their own.',
    fr: 'Ce qui n’est d’aucun groupe : ventes, visites et coûts à part.',
  },
  joined: { en: 'joined {day}', fr: 'rejoint le {day}' },
  left: { en: 'left {day}', fr: 'quitté le {day}' },
  renews: { en: 'renews {day}', fr: 'à renouveler le {day}' },
  notice: { en: 'notice to be given by {day}', fr: 'préavis à donner avant le {day}' },
  noticeOver: {
    en: 'the last day to give notice was {day}',
    fr: 'le dernier jour du préavis était le {day}',
  },
  verdict: { en: 'Verdict: {headline}', fr: 'Verdict : {headline}' },
  open: { en: 'Referrals still open: {count}', fr: 'Recommandations encore ouvertes : {count}' },
  openAndStale: {
    en: 'Referrals still open: {count}, of which {stale} too old to expect anything',
    fr: 'Recommandations encore ouvertes : {count}, dont {stale} trop anciennes pour en attendre quelque chose',
  },
} satisfies Record<string, Phrase>;
