import { type Incidence, type Standing, wonInterval } from '../measure/incidence.ts';
import type { Cell, Column, Section, Table } from '../model/report.ts';
import { type Phrase, text } from '../model/text.ts';
import { curvesOfLags } from './charts-lags.ts';
import type { SignalsLags, WatchedReferral } from './lag-evidence.ts';
import { shares } from './lag-words.ts';

const ages = [1, 2, 3, 6, 9, 12, 18, 24];

/** The standings to show, by age in months: as far as any was watched, and where all are closed, to the age by which they were. */
function standingsOf({ steps, at }: Incidence, referrals: readonly WatchedReferral[]): Standing[] {
  const last = referrals.reduce((most, { age }) => Math.max(most, age), 0);
  const end = steps.at(-1)?.open === 0 ? ages.find((age) => age >= last) : last;
  return ages.filter((age) => age <= (end ?? last)).map(at);
}

/** A column and what stands in it at an age. */
interface Figure {
  readonly column: Column;
  of(standing: Standing): Cell;
}

function tableOf(figures: readonly Figure[], standings: readonly Standing[]): Table {
  return {
    columns: figures.map(({ column }) => column),
    rows: standings.map((standing) => figures.map((figure) => figure.of(standing))),
  };
}

/** A row an age, for programs. */
export function incidenceTable(
  incidence: Incidence,
  referrals: readonly WatchedReferral[],
  { assumed, used }: SignalsLags,
): Table {
  const figures = [
    seen.age,
    seen.watched,
    seen.won,
    seen.lost,
    seen.open,
    { column: share('won_low', words.low), of: (each: Standing) => wonInterval(each).low },
    { column: share('won_high', words.high), of: (each: Standing) => wonInterval(each).high },
    { column: share('assumed_won', words.assumedWon), of: ({ age }: Standing) => assumed.at(age).won },
    { column: share('assumed_lost', words.assumedLost), of: ({ age }: Standing) => assumed.at(age).lost },
    { column: share('used_won', words.usedWon), of: ({ age }: Standing) => used.at(age).won },
    { column: share('used_lost', words.usedLost), of: ({ age }: Standing) => used.at(age).lost },
  ];
  return tableOf(figures, standingsOf(incidence, referrals));
}

/** A row an age, for people: what became of the referrals, beside what `signals` takes for it. */
export function incidenceSection(
  incidence: Incidence,
  referrals: readonly WatchedReferral[],
  { assumed, used }: SignalsLags,
): Section {
  const title = text(words.title);
  if (referrals.length === 0) return { title, prose: [text(words.none)] };
  const number = (asked: WatchedReferral['outcome']) =>
    referrals.filter(({ outcome }) => outcome === asked).length;
  const won = number('won');
  const counts = text(words.counts, {
    count: referrals.length,
    won,
    lost: number('lost'),
    open: number('open'),
  });
  const standings = standingsOf(incidence, referrals);
  if (standings.length === 0) return { title, prose: [counts, text(words.young)] };
  const figures = [
    seen.age,
    seen.watched,
    seen.won,
    seen.range,
    seen.lost,
    seen.open,
    {
      column: { ...share('assumed_won', words.assumedWon), keep: 'long' as const },
      of: ({ age }: Standing) => assumed.at(age).won,
    },
    {
      column: { ...share('used_won', words.usedWon), keep: 'long' as const },
      of: ({ age }: Standing) => used.at(age).won,
    },
  ];
  const curves = curvesOfLags(incidence, referrals, { assumed, used });
  return {
    title,
    ...(curves ? { charts: [curves] } : {}),
    table: tableOf(figures, standings),
    prose: [counts],
  };
}

const words = {
  title: { en: 'What became of referrals, by age', fr: 'Ce que deviennent les recommandations, selon l’âge' },
  counts: {
    en: 'Referrals received: {count} ({won} won, {lost} lost, {open} still open).',
    fr: 'Recommandations reçues : {count} ({won} gagnées, {lost} perdues, {open} encore ouvertes).',
  },
  none: {
    en: 'No referral has been received yet: there is nothing to measure.',
    fr: 'Aucune recommandation n’a encore été reçue : il n’y a rien à mesurer.',
  },
  young: {
    en: 'None of them could be watched for a month yet.',
    fr: 'Aucune n’a encore pu être suivie un mois.',
  },
  low: { en: 'Won, at least', fr: 'Gagnées, au moins' },
  high: { en: 'Won, at most', fr: 'Gagnées, au plus' },
  assumedWon: { en: 'Won, assumed', fr: 'Gagnées, supposé' },
  assumedLost: { en: 'Lost, assumed', fr: 'Perdues, supposé' },
  usedWon: { en: 'Won, used', fr: 'Gagnées, retenu' },
  usedLost: { en: 'Lost, used', fr: 'Perdues, retenu' },
} satisfies Record<string, Phrase>;

const share = (id: string, label: Phrase): Column => ({ id, label, unit: 'share' });

/** What the referrals themselves show at an age. */
const seen = {
  age: {
    column: { id: 'age', label: { en: 'Months', fr: 'Mois' }, unit: 'count', keep: 'always' },
    of: ({ age }) => age,
  },
  watched: {
    column: { id: 'at_risk', label: { en: 'Watched', fr: 'Vues' }, unit: 'count' },
    of: ({ watched }) => watched,
  },
  won: {
    column: { id: 'won', label: { en: 'Won', fr: 'Gagnées' }, unit: 'share', keep: 'always' },
    of: ({ won }) => won,
  },
  range: {
    column: { id: 'won_range', label: { en: '95% range', fr: 'À 95 %' }, unit: 'text', keep: 'long' },
    of: (standing) => {
      const range = shares(wonInterval(standing));
      return { key: range.en, name: range };
    },
  },
  lost: {
    column: { id: 'lost', label: { en: 'Lost', fr: 'Perdues' }, unit: 'share', keep: 'long' },
    of: ({ lost }) => lost,
  },
  open: {
    column: { id: 'open', label: { en: 'Open', fr: 'Ouvertes' }, unit: 'share' },
    of: ({ open }) => open,
  },
} as const satisfies Record<string, Figure>;
