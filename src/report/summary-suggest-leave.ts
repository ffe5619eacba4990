import { paceOf } from '../measure/signals/outlook.ts';
import type { GroupSignal } from '../measure/signals/signals.ts';
import type { Verdict } from '../measure/signals/verdict.ts';
import { membershipDays } from '../measure/upcoming.ts';
import type { Day } from '../model/day.ts';
import type { Ledger } from '../model/ledger.ts';
import { toMajor } from '../model/money.ts';
import { countPhrase, joined, type Phrase, sharePhrase, type Text, text } from '../model/text.ts';
import { aboutPhrase } from './amounts.ts';
import type { SummaryFacts } from './summary-facts.ts';
import type { SuggestionRule } from './summary-suggestions.ts';
import { countables, groupPhrase, hoursPhrase } from './summary-words.ts';

/** The groups of a verdict that are not left yet, and about which nothing was suggested. */
export function judgedAs(
  verdict: Verdict,
  { groups }: SummaryFacts,
  isFree: (group: string) => boolean,
): GroupSignal[] {
  return groups.filter(
    ({ key, now }) => now.verdict === verdict && now.group.record.facts.left === undefined && isFree(key),
  );
}

/** Writes an amount of minor units in a sentence. */
export const moneyOf =
  ({ ledger }: SummaryFacts) =>
  (minor: number) =>
    aboutPhrase(minor, ledger.settings.currency);
/** Minor units as major ones. */
export const majorOf =
  ({ ledger }: SummaryFacts) =>
  (minor: number) =>
    toMajor(minor, ledger.settings.currency);

/** Leave a group to be dropped: before its notice date where that is near, the nearest first, then the most hours. */
export const leave: SuggestionRule = {
  id: 'leave',
  find(facts, isFree) {
    const { ledger, memberships, found } = facts;
    const money = moneyOf(facts);
    const drops = judgedAs('drop', facts, isFree).map((signal) => ({
      signal,
      hours: 12 * paceOf(signal.now.group.record, signal.now.day),
      by: memberships.find(({ key, kind }) => key === signal.key && kind === 'notice')?.day,
    }));
    const dayOf = ({ by }: (typeof drops)[number]) => by ?? Number.MAX_SAFE_INTEGER;
    const [first] = drops.sort((a, b) => dayOf(a) - dayOf(b) || b.hours - a.hours);
    if (!first) return undefined;
    const { signal, hours, by } = first;
    const { pBelow = 1, bar = 0, group } = signal.now;
    const says = leavingOf(signal.key, by, ledger);
    const { reallocation } = found;
    const moved = reallocation?.from.includes(signal.key) ? reallocation : undefined;
    const why = text(words.drop, {
      p: sharePhrase(pBelow),
      bar: money(bar),
      spent: hoursPhrase(Math.round(group.hours)),
      sales: countPhrase(group.wins + group.direct, countables.sales),
    });
    const elsewhere =
      moved &&
      text(moved.from.length === 1 ? words.moved : words.movedAll, {
        hours: hoursPhrase(Math.round(moved.hours)),
        now: money(moved.now),
        moved: money(moved.moved),
      });
    return {
      says: joined([says, why, ...(elsewhere ? [elsewhere] : [])]),
      group: signal.key,
      figures: {
        p_below: pBelow,
        bar: majorOf(facts)(bar),
        hours_a_year: hours,
        ...(moved ? { brings: majorOf(facts)(moved.now), would_bring: majorOf(facts)(moved.moved) } : {}),
      },
    };
  },
};

/** Notice by its day; where that is over, that it was missed. */
function leavingOf(key: string, by: Day | undefined, ledger: Ledger): Text {
  const group = groupPhrase(key, ledger);
  if (by !== undefined) return text(words.notice, { group, by: { day: by } });
  const missed = membershipDays(ledger, Number.MAX_SAFE_INTEGER).find(
    ({ noticeBy, ...each }) => each.key === key && noticeBy !== undefined && noticeBy < ledger.asOf,
  );
  if (!missed) return text(words.stop, { group });
  const { noticeBy: until = missed.renews, renews } = missed;
  return text(words.missed, { group, until: { day: until }, renews: { day: renews } });
}

const words = {
  notice: { en: 'Give notice to {group} by {by}.', fr: 'Donnez votre préavis à {group} d’ici au {by}.' },
  missed: {
    en: 'Put no more hours into {group}: its notice date, {until}, was missed, and it renews on {renews}.',
    fr: 'Ne donnez plus d’heures à {group} : la date de préavis, {until}, est passée, et il se renouvelle le {renews}.',
  },
  stop: { en: 'Put no more hours into {group}.', fr: 'Ne donnez plus d’heures à {group}.' },
  drop: {
    en: 'The chance that an hour there brings less than the bar of {bar} is {p} ({spent} in 24 months, {sales}).',
    fr: 'La probabilité qu’une heure y rapporte moins que la barre de {bar} est de {p} ({spent} en 24 mois, {sales}).',
  },
  moved: {
    en: 'By estimate its {hours} a year return {now}; at the mean of what you keep they would return {moved}.',
    fr: 'Par estimation, ses {hours} par an rapportent {now} ; au niveau moyen de ce que vous gardez, ce serait {moved}.',
  },
  movedAll: {
    en: 'By estimate the {hours} a year of all that is to be dropped return {now}; at the mean of what you keep they would return {moved}.',
    fr: 'Par estimation, les {hours} par an de tout ce qui est à quitter rapportent {now} ; au niveau moyen de ce que vous gardez, ce serait {moved}.',
  },
} satisfies Record<string, Phrase>;
