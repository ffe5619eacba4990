import { indexOf } from '../measure/metrics.ts';
import type { Day } from '../model/day.ts';
import type { Section } from '../model/report.ts';
import { type Countable, countPhrase, inAll, type Phrase, type Text, text } from '../model/text.ts';
import { aboutPhrase } from './amounts.ts';
import { type OpenGroup, type SummaryFacts, soonDays } from './summary-facts.ts';
import { countables, groupPhrase, winsPhrase } from './summary-words.ts';

/** More days than these are no more read. */
const mostDays = 8;

/** A day to come, of a group, and what it brings. */
export interface ComingDay {
  readonly id: 'notice' | 'renewal' | 'enough';
  readonly day: Day;
  readonly key: string;
  readonly says: Text;
}

/** Renewals, notice dates, and the days from which there can be a verdict, in order. */
export function comingDays({ memberships, groups, ledger }: SummaryFacts): ComingDay[] {
  const paramsOf = (key: string, day: Day) => ({ day: { day }, group: groupPhrase(key, ledger) });
  const ofMemberships = memberships.map(({ kind, key, day, renews, noticeBy }): ComingDay => {
    const params = { ...paramsOf(key, day), renews: { day: renews }, notice: { day: noticeBy ?? renews } };
    if (kind === 'notice') return { id: kind, day, key, says: text(words.notice, params) };
    const isOver = noticeBy !== undefined && noticeBy < ledger.asOf;
    return { id: kind, day, key, says: text(isOver ? words.renewsAnyway : words.renews, params) };
  });
  const ofEvidence = groups.flatMap(({ key, outlook }): ComingDay[] => {
    // Judged at the month's end, it may be over since.
    if (outlook?.kind !== 'enough' || outlook.from < ledger.asOf) return [];
    const { from: day } = outlook;
    return [{ id: 'enough', day, key, says: text(words.enough, paramsOf(key, day)) }];
  });
  return [...ofMemberships, ...ofEvidence].sort((a, b) => a.day - b.day);
}

/** What comes next: the days to come, and what is expected of open referrals. */
export function nextSection(facts: SummaryFacts): Section {
  const all = comingDays(facts);
  // A notice date tells the renewal with it.
  const told = new Set(all.filter(({ id }) => id === 'notice').map(({ key }) => key));
  const days = all.filter(({ id, key }) => id !== 'renewal' || !told.has(key));
  const more = days.slice(mostDays);
  const [next] = more;
  const isQuiet = days.every(({ id }) => id === 'enough');
  return {
    title: text(words.title),
    prose: [
      ...days.slice(0, mostDays).map(({ says }) => says),
      ...(next ? [text(countPhrase(more.length, words.more), { day: { day: next.day } })] : []),
      ...(isQuiet ? [text(words.quiet, { days: soonDays })] : []),
      ...openTexts(facts),
    ],
  };
}

const received = indexOf('received_open');

/** What is expected of the open referrals, and of which group most. */
function openTexts({ open, allOpen, present, ledger }: SummaryFacts): Text[] {
  const { currency } = ledger.settings;
  const count = open.reduce((sum, each) => sum + each.count, 0);
  const all = allOpen.total[received] ?? 0;
  if (count === 0) return [text(words.alone, { open: countPhrase(all, countables.hopeless) })];
  const expected = open.reduce((sum, each) => sum + each.expected, 0);
  const worth = worthOf(open);
  const wins = winsPhrase(expected);
  const fresh = countPhrase(count, countables.fresh);
  // Of groups that were left, and of none, nothing is expected either.
  const isElsewhere = allOpen.rows.some(
    ({ key, sums }) => (sums[received] ?? 0) > 0 && !present.some((signal) => signal.key === key),
  );
  const of = isElsewhere ? words.ofFreshHere : words.ofFresh;
  const hope = count === all ? text(words.hope, { wins }) : text(of, { fresh, wins });
  const counted = { open: countPhrase(all, countables.open), expected: inAll(hope) };
  if (worth === undefined) return [text(words.open, counted)];
  const params = { ...counted, worth: aboutPhrase(worth, currency) };
  const best = open.reduce((most, each) => ((each.worth ?? 0) > (most.worth ?? 0) ? each : most));
  if (open.length === 1) return [text(words.openOfOne, { ...params, group: groupPhrase(best.key, ledger) })];
  return [
    text(words.openWorth, {
      ...params,
      group: groupPhrase(best.key, ledger),
      count: countPhrase(best.count, countables.referrals),
      most: aboutPhrase(best.worth ?? 0, currency),
    }),
  ];
}

/** What the open referrals are worth, in minor units; undefined where nothing tells what a sale is worth. */
export function worthOf(open: readonly OpenGroup[]): number | undefined {
  if (open.some(({ worth }) => worth === undefined)) return undefined;
  return open.reduce((sum, { worth = 0 }) => sum + worth, 0);
}

const words = {
  title: { en: 'What comes next', fr: 'Ce qui vient' },
  notice: {
    en: '{day}: last day to give notice to {group} (renews {renews}).',
    fr: '{day} : dernier jour pour donner votre préavis à {group} (renouvellement le {renews}).',
  },
  renews: { en: '{day}: {group} renews.', fr: '{day} : renouvellement de {group}.' },
  renewsAnyway: {
    en: '{day}: {group} renews (notice was until {notice}).',
    fr: '{day} : renouvellement de {group} (préavis jusqu’au {notice}).',
  },
  enough: {
    en: '{day}: enough for a verdict on {group}, at the same pace of hours.',
    fr: '{day} : de quoi juger {group}, au même rythme d’heures.',
  },
  quiet: {
    en: 'No renewal and no notice date within {days} days.',
    fr: 'Ni renouvellement ni préavis dans les {days} jours.',
  },
  alone: { en: '{open}.', fr: '{open}.' },
  hope: { en: '{wins} can be expected', fr: 'on peut en attendre {wins}' },
  ofFresh: { en: 'of {fresh}, {wins} can be expected', fr: '{fresh}, on peut attendre {wins}' },
  ofFreshHere: {
    en: 'of {fresh}, in groups that you are in, {wins} can be expected',
    fr: '{fresh}, dans vos groupes, on peut attendre {wins}',
  },
  more: [
    { en: '', fr: '' },
    { en: '{count} more day to come, on {day}.', fr: '{count} jour de plus à venir, le {day}.' },
    {
      en: '{count} more days to come, from {day} on.',
      fr: '{count} jours de plus à venir, à partir du {day}.',
    },
  ],
  open: { en: '{open}; {expected}.', fr: '{open} ; {expected}.' },
  openOfOne: {
    en: '{open} ({group}): {expected}, worth {worth}.',
    fr: '{open} ({group}) : {expected}, soit {worth}.',
  },
  openWorth: {
    en: '{open}; {expected}, worth {worth}: most from {group} ({count}, {most}).',
    fr: '{open} ; {expected}, soit {worth} : surtout de {group} ({count}, {most}).',
  },
} satisfies Record<string, Phrase | Countable>;
