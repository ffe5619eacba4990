import type { Dimension } from '../measure/dimensions.ts';
import { indexOf, majorSum } from '../measure/metrics.ts';
import type { Tally } from '../measure/tally.ts';
import type { Chart, FunnelChart, PairsChart, ScatterChart } from '../model/chart.ts';
import type { Ledger } from '../model/ledger.ts';
import type { NamedCell } from '../model/report.ts';
import { joined, type Phrase, sharePhrase, type Text, text } from '../model/text.ts';
import { figurePhrase, measureOf, nameWithin } from './charts-words.ts';
import { nameOf } from './rows.ts';

/** The pictures of a tally: hours against revenue, the referrals received stage by stage, and those given beside them. */
export function groupCharts({ rows, total }: Tally, by: Dimension, ledger: Ledger): Chart[] {
  const count = (id: Parameters<typeof indexOf>[0], sums = total) => sums[indexOf(id)] ?? 0;
  const named = rows.map(({ key, sums }) => ({
    of: nameOf(key, by, ledger),
    hours: majorSum(['hours'], sums, ledger),
    revenue: majorSum(['revenue'], sums, ledger),
    given: count('given', sums),
    received: count('received', sums),
  }));
  const charts = [
    scatterOfGroups(named, ledger.settings.currency),
    funnelOf({
      received: count('received'),
      followedUp: count('followed_up'),
      won: count('received_won'),
    }),
    pairsOfGroups(named),
  ];
  return charts.filter((chart) => chart !== undefined);
}

/** What a group took and brought: hours, and money in major units. */
export interface GroupPoint {
  readonly of: NamedCell;
  readonly hours: number;
  readonly revenue: number;
}

/**
 * Hours against revenue, with rays of revenue an hour. Groups with neither are left out; undefined where none is left.
 */
export function scatterOfGroups(groups: readonly GroupPoint[], currency: string): ScatterChart | undefined {
  const shown = groups.filter(({ hours, revenue }) => hours !== 0 || revenue !== 0);
  if (shown.length === 0) return undefined;
  return {
    kind: 'scatter',
    title: text(words.scatter),
    says: sayHours(shown, currency),
    x: measureOf('hours'),
    y: measureOf('revenue'),
    ray: measureOf('revenue_per_hour'),
    points: shown.map(({ of, hours, revenue }) => ({ of, x: hours, y: revenue })),
  };
}

function sayHours(groups: readonly GroupPoint[], currency: string): Text {
  const rate = ({ hours, revenue }: GroupPoint) => revenue / hours;
  // Of two hours worth the same, the one that was spent more often weighs more.
  const ranked = groups
    .filter(({ hours }) => hours > 0)
    .sort((a, b) => rate(b) - rate(a) || a.hours - b.hours);
  const params = (group: GroupPoint) => ({
    name: nameWithin(group.of),
    rate: figurePhrase(rate(group), 'money-per', currency),
    revenue: figurePhrase(group.revenue, 'money', currency),
    hours: figurePhrase(group.hours, 'hours', currency),
  });
  const [best, worst] = [ranked[0], ranked.at(-1)];
  if (!best || !worst) return text(words.noHours);
  if (best === worst) return text(words.onlyHour, params(best));
  return joined([text(words.bestHour, params(best)), text(words.worstHour, params(worst))]);
}

/** How many of the referrals received were contacted or closed, and won; undefined where none was received. */
export function funnelOf(counts: {
  readonly received: number;
  readonly followedUp: number;
  readonly won: number;
}): FunnelChart | undefined {
  const { received, followedUp, won } = counts;
  if (received === 0) return undefined;
  return {
    kind: 'funnel',
    title: text(words.funnel),
    says: text(words.funnelSays, {
      ...{ received, followedUp, won },
      followedShare: sharePhrase(followedUp / received),
      wonShare: sharePhrase(won / received),
    }),
    stages: [
      { label: words.received, count: received },
      { label: words.followedUp, count: followedUp },
      { label: words.won, count: won },
    ],
  };
}

/** Referrals given against those received, a group each; groups with neither are left out, undefined where none is left. */
export function pairsOfGroups(
  groups: readonly { readonly of: NamedCell; readonly given: number; readonly received: number }[],
): PairsChart | undefined {
  const shown = groups.filter(({ given, received }) => given + received > 0);
  if (shown.length === 0) return undefined;
  const apart = ({ given, received }: (typeof shown)[number]) => Math.abs(given - received);
  const furthest = shown.reduce((most, each) => (apart(each) > apart(most) ? each : most));
  const sum = (id: 'given' | 'received') => shown.reduce((total, each) => total + each[id], 0);
  const says = text(words.pairsSays, { given: sum('given'), received: sum('received') });
  const { of, given, received } = furthest;
  return {
    kind: 'pairs',
    title: text(words.pairs),
    says:
      apart(furthest) > 0 && shown.length > 1
        ? joined([says, text(words.furthest, { name: nameWithin(of), given, received })])
        : says,
    left: measureOf('given'),
    right: measureOf('received'),
    rows: shown.map((each) => ({ of: each.of, left: each.given, right: each.received })),
  };
}

const words = {
  scatter: { en: 'Hours against revenue', fr: 'Heures et chiffre d’affaires' },
  bestHour: {
    en: 'Most an hour: {name}, {rate} ({revenue} for {hours}).',
    fr: 'Le plus par heure : {name}, {rate} ({revenue} pour {hours}).',
  },
  worstHour: {
    en: 'Least: {name}, {rate} ({revenue} for {hours}).',
    fr: 'Le moins : {name}, {rate} ({revenue} pour {hours}).',
  },
  onlyHour: {
    en: 'An hour: {name}, {rate} ({revenue} for {hours}).',
    fr: 'Par heure : {name}, {rate} ({revenue} pour {hours}).',
  },
  noHours: { en: 'No hours were spent on what came in.', fr: 'Aucune heure n’a été passée pour ces ventes.' },
  funnel: { en: 'What became of referrals received', fr: 'Ce que sont devenues les recommandations reçues' },
  received: { en: 'Received', fr: 'Reçues' },
  followedUp: { en: 'Contacted or closed', fr: 'Contactées ou closes' },
  won: { en: 'Won', fr: 'Gagnées' },
  funnelSays: {
    en: 'Referrals received: {received}; contacted or closed: {followedUp} ({followedShare}); won: {won} ({wonShare}).',
    fr: 'Recommandations reçues : {received} ; contactées ou closes : {followedUp} ({followedShare}) ; gagnées : {won} ({wonShare}).',
  },
  pairs: { en: 'Referrals given and received', fr: 'Recommandations données et reçues' },
  pairsSays: {
    en: 'Given in all: {given}; received: {received}.',
    fr: 'Données en tout : {given} ; reçues : {received}.',
  },
  furthest: {
    en: 'Furthest apart: {name}, {given} given, {received} received.',
    fr: 'Le plus grand écart : {name}, données {given}, reçues {received}.',
  },
} satisfies Record<string, Phrase>;
