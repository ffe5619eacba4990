import { byGroup, inOrder } from '../measure/dimensions.ts';
import { type Incidence, incidenceOf } from '../measure/incidence.ts';
import type { LagTable } from '../measure/signals/lags.ts';
import { inverse } from '../measure/special.ts';
import type { Ledger } from '../model/ledger.ts';
import type { Cell, Column, Section } from '../model/report.ts';
import { type Phrase, type Text, text } from '../model/text.ts';
import type { SignalsLags, TracedSales, WatchedReferral } from './lag-evidence.ts';
import { keyColumn, nameOf } from './rows.ts';

const quarters = [0.25, 0.5, 0.75];
const limits = [3, 6, 12];

/** By when the wins had come, here and as `signals` takes it; and how long first touches took to a sale. */
export function durationSection(
  incidence: Incidence,
  { assumed, used }: SignalsLags,
  { dates, ages }: TracedSales,
): Section {
  const wins = incidence.steps.at(-1)?.won ?? 0;
  const touches = incidenceOf(ages.map((age) => ({ age, outcome: 'won' })));
  const seen = (name: Phrase, { ageOfWins, at }: Incidence, all: number): Cell[] => [
    { key: name.en, name },
    ...quarters.map((share) => ageOfWins(share) ?? null),
    ...limits.map((limit) => at(limit).won / all),
  ];
  const rows = [
    ...(wins > 0 ? [seen(words.toWin, incidence, wins)] : []),
    modelled(words.assumed, assumed),
    modelled(words.used, used),
    ...(ages.length > 0 ? [seen(words.toSale, touches, 1)] : []),
  ];
  const traced = { sales: dates.length, traced: ages.length, lost: dates.length - ages.length };
  const prose: Text[] = [
    ...(wins > 0 ? [] : [text(words.noWin)]),
    text(dates.length === 0 ? words.noSale : traced.lost === 0 ? words.allTraced : words.traced, traced),
  ];
  return { title: text(words.title), table: { columns, rows }, prose };
}

function modelled(name: Phrase, { at, winShare, staleAfter }: LagTable): Cell[] {
  return [
    { key: name.en, name },
    ...quarters.map((share) => inverse((age) => at(age).won / winShare, share, staleAfter / 2)),
    ...limits.map((limit) => at(limit).won / winShare),
  ];
}

/** Wins that a group needs before it says anything by when half of them had come. */
const leastWins = 3;

/** What became of the referrals of each group; undefined where there is but one. */
export function groupSection(referrals: readonly WatchedReferral[], ledger: Ledger): Section | undefined {
  const keys = inOrder(new Set(referrals.map(({ group }) => group)), byGroup, ledger);
  if (keys.length < 2) return undefined;
  const groups = keys.map((key) => {
    const own = referrals.filter(({ group }) => group === key);
    const count = (asked: WatchedReferral['outcome']) =>
      own.filter(({ outcome }) => outcome === asked).length;
    return {
      name: nameOf(key, byGroup, ledger),
      own,
      won: count('won'),
      lost: count('lost'),
      open: count('open'),
    };
  });
  const rows = groups.map(({ name, own, won, lost, open }): Cell[] => {
    const half = won >= leastWins ? incidenceOf(own).ageOfWins(0.5) : undefined;
    return [name, own.length, won, lost, open, half ?? null];
  });
  return {
    title: text(words.groups),
    table: { columns: [keyColumn(byGroup), ...groupColumns], rows },
    ...(groups.every(({ won }) => won >= leastWins)
      ? {}
      : { prose: [text(words.few, { least: leastWins })] }),
  };
}

const words = {
  title: { en: 'How long it took, in months', fr: 'Le temps qu’il a fallu, en mois' },
  toWin: { en: 'Referral to win', fr: 'Recommandation à vente' },
  assumed: { en: '· assumed', fr: '· supposé' },
  used: { en: '· used', fr: '· retenu' },
  toSale: { en: 'First touch to sale', fr: 'Premier contact à vente' },
  noWin: {
    en: 'No referral has been won yet.',
    fr: 'Aucune recommandation n’a encore été gagnée.',
  },
  noSale: { en: 'No sale has been made yet.', fr: 'Aucune vente n’a encore été faite.' },
  allTraced: {
    en: 'Every sale can be traced to a first touch ({sales} of {sales}).',
    fr: 'Chaque vente remonte à un premier contact ({sales} sur {sales}).',
  },
  traced: {
    en: 'Sales traced to a first touch: {traced} of {sales}. Of the others ({lost}), nobody was met, referred or approached before, as far as the journal says.',
    fr: 'Ventes qui remontent à un premier contact : {traced} sur {sales}. Pour les autres ({lost}), le journal ne dit rien d’une rencontre, recommandation ou démarche avant.',
  },
  groups: { en: 'By group', fr: 'Par groupe' },
  few: {
    en: 'By when half of the wins came is left out where they are fewer than {least}.',
    fr: 'À moins de {least} gagnées, l’âge auquel la moitié l’était est omis.',
  },
} satisfies Record<string, Phrase>;

const columns: readonly Column[] = [
  { id: 'what', label: { en: '', fr: '' }, unit: 'text', keep: 'always' },
  { id: 'quarter', label: { en: '25% by', fr: '25 % à' }, unit: 'months', keep: 'long' },
  { id: 'half', label: { en: '50% by', fr: '50 % à' }, unit: 'months', keep: 'always' },
  {
    id: 'three_quarters',
    label: { en: '75% by', fr: '75 % à' },
    unit: 'months',
    keep: 'long',
  },
  { id: 'within_3', label: { en: 'In 3', fr: 'En 3' }, unit: 'share' },
  { id: 'within_6', label: { en: 'In 6', fr: 'En 6' }, unit: 'share' },
  { id: 'within_12', label: { en: 'In 12', fr: 'En 12' }, unit: 'share' },
];

const groupColumns: readonly Column[] = [
  { id: 'received', label: { en: 'Received', fr: 'Reçues' }, unit: 'count', keep: 'long' },
  { id: 'won', label: { en: 'Won', fr: 'Gagnées' }, unit: 'count', keep: 'long' },
  { id: 'lost', label: { en: 'Lost', fr: 'Perdues' }, unit: 'count' },
  { id: 'open', label: { en: 'Open', fr: 'Ouvertes' }, unit: 'count' },
  { id: 'half', label: { en: '50% by', fr: '50 % à' }, unit: 'months', keep: 'always' },
];
