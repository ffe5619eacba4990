import type { Day } from '../model/day.ts';
import type { Section } from '../model/report.ts';
import { countPhrase, type Phrase, type Text, text } from '../model/text.ts';
import { aboutPhrase } from './amounts.ts';
import { type OpenGroup, type SummaryFacts, soonDays } from './summary-facts.ts';
import { countables, groupPhrase, winsPhrase } from './summary-words.ts';

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
    if (outlook?.kind !== 'enough') return [];
    const { from: day } = outlook;
    return [{ id: 'enough', day, key, says: text(words.enough, paramsOf(key, day)) }];
  });
  return [...ofMemberships, ...ofEvidence].sort((a, b) => a.day - b.day);
}

/** What comes next: the days to come, and what is expected of open referrals. */
export function nextSection(facts: SummaryFacts): Section {
  const days = comingDays(facts);
  const isQuiet = days.every(({ id }) => id === 'enough');
  return {
    title: text(words.title),
    prose: [
      ...days.map(({ says }) => says),
      ...(isQuiet ? [text(words.quiet, { days: soonDays })] : []),
      ...openTexts(facts),
    ],
  };
}

/** What is expected of the open referrals, and of which group most. */
function openTexts({ open, ledger }: SummaryFacts): Text[] {
  const { currency } = ledger.settings;
  const count = open.reduce((sum, each) => sum + each.count, 0);
  if (count === 0) return [text(words.noOpen)];
  const expected = open.reduce((sum, each) => sum + each.expected, 0);
  const worth = worthOf(open);
  const counted = { open: countPhrase(count, countables.open), expected: winsPhrase(expected) };
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
  noOpen: { en: 'No referral is open.', fr: 'Aucune recommandation n’est ouverte.' },
  open: { en: '{open}; {expected} can be expected.', fr: '{open} ; on peut en attendre {expected}.' },
  openOfOne: {
    en: '{open} ({group}): {expected} can be expected, worth {worth}.',
    fr: '{open} ({group}) : on peut en attendre {expected}, soit {worth}.',
  },
  openWorth: {
    en: '{open}; {expected} can be expected, worth {worth}: most from {group} ({count}, {most}).',
    fr: '{open} ; on peut en attendre {expected}, soit {worth} : surtout de {group} ({count}, {most}).',
  },
} satisfies Record<string, Phrase>;
