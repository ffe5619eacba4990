import { indexOf } from '../measure/metrics.ts';
import { paceOf } from '../measure/signals/outlook.ts';
import type { GroupSignal } from '../measure/signals/signals.ts';
import { meanReturn, quantileOf } from '../measure/signals/value.ts';
import { toMajor } from '../model/money.ts';
import { countPhrase, joined, type Phrase, sharePhrase, text } from '../model/text.ts';
import { aboutPhrase } from './amounts.ts';
import type { SummaryFacts } from './summary-facts.ts';
import type { Suggestion, SuggestionRule } from './summary-suggestions.ts';
import { countables, groupPhrase, hoursPhrase } from './summary-words.ts';

/** Fewer referrals than these say nothing of a street being one-way. */
const leastExchanged = 4;

const of = (facts: SummaryFacts, isFree: (group: string) => boolean, verdict: string) =>
  facts.groups.filter(
    ({ key, now }) => now.verdict === verdict && now.group.record.facts.left === undefined && isFree(key),
  );

/** Leave a group to be dropped: before its notice date where that is near, the nearest first, then the most hours. */
const leave: SuggestionRule = {
  id: 'leave',
  find(facts, isFree) {
    const { ledger, memberships, found } = facts;
    const money = moneyOf(facts);
    const drops = of(facts, isFree, 'drop').map((signal) => ({
      signal,
      hours: 12 * paceOf(signal.now.group.record, signal.now.day),
      by: memberships.find(({ key, kind }) => key === signal.key && kind === 'notice')?.day,
    }));
    const dayOf = ({ by }: (typeof drops)[number]) => by ?? Number.MAX_SAFE_INTEGER;
    const [first] = drops.sort((a, b) => dayOf(a) - dayOf(b) || b.hours - a.hours);
    if (!first) return undefined;
    const { signal, hours, by } = first;
    const { pBelow = 1, bar = 0, group } = signal.now;
    const says =
      by === undefined
        ? text(words.stop, { group: groupPhrase(signal.key, ledger) })
        : text(words.notice, { group: groupPhrase(signal.key, ledger), by: { day: by } });
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

/** What would bring a group that is watched back to be kept. */
const mend: SuggestionRule = {
  id: 'mend',
  find(facts, isFree) {
    for (const { key, now, outlook } of of(facts, isFree, 'watch')) {
      if (outlook?.kind !== 'sales' || outlook.verdict !== 'keep') continue;
      const { pBelow = 1, bar = 0 } = now;
      const money = moneyOf(facts);
      return {
        says: text(outlook.count === 1 ? words.mendOne : words.mend, {
          group: groupPhrase(key, facts.ledger),
          p: sharePhrase(pBelow),
          bar: money(bar),
          count: outlook.count,
          each: money(outlook.minor),
          by: { day: outlook.by },
        }),
        group: key,
        figures: {
          p_below: pBelow,
          bar: majorOf(facts)(bar),
          sales: outlook.count,
          each: majorOf(facts)(outlook.minor),
        },
      };
    }
    return undefined;
  },
};

/** Hours for the group whose hour returns most, where it took fewer than its share of the twelve months'. */
const best: SuggestionRule = {
  id: 'best',
  find(facts, isFree) {
    const keeps = of(facts, isFree, 'keep').flatMap(({ key, now }) =>
      now.group.hour ? [{ key, hour: now.group.hour }] : [],
    );
    const [first] = keeps.sort((a, b) => meanReturn(b.hour) - meanReturn(a.hour));
    const hours = sumsOf(facts, 'hours');
    const own = (first && hours.get(first.key)) ?? 0;
    const all = [...hours.values()].reduce((sum, each) => sum + each, 0);
    if (!first || facts.groups.length < 2 || all === 0 || own / all >= 1 / facts.groups.length)
      return undefined;
    const { key, hour } = first;
    const money = moneyOf(facts);
    return {
      says: text(words.best, {
        group: groupPhrase(key, facts.ledger),
        mean: money(meanReturn(hour)),
        low: money(quantileOf(0.1, hour)),
        high: money(quantileOf(0.9, hour)),
        own: hoursPhrase(own / 60),
        all: hoursPhrase(Math.round(all / 60)),
      }),
      group: key,
      figures: { return_per_hour: majorOf(facts)(meanReturn(hour)), hours: own / 60, hours_of_all: all / 60 },
    };
  },
};

/** Give where more than twice as much is received over twelve months; the widest gap first. */
const give: SuggestionRule = {
  id: 'give',
  find: (facts, isFree) => oneWay(facts, isFree, 'received', 'given', words.give),
};

/** Ask where more than twice as much is given. */
const ask: SuggestionRule = {
  id: 'ask',
  find: (facts, isFree) => oneWay(facts, isFree, 'given', 'received', words.ask),
};

function oneWay(
  facts: SummaryFacts,
  isFree: (group: string) => boolean,
  more: 'given' | 'received',
  less: 'given' | 'received',
  phrase: Phrase,
): Suggestion | undefined {
  const [most, least] = [sumsOf(facts, more), sumsOf(facts, less)];
  const [first] = facts.groups
    .filter(({ key, now }) => now.verdict !== 'drop' && isFree(key))
    .map(({ key }) => ({ key, more: most.get(key) ?? 0, less: least.get(key) ?? 0 }))
    .filter((each) => each.more >= leastExchanged && 2 * each.less < each.more)
    .sort((a, b) => b.more - b.less - (a.more - a.less));
  if (!first) return undefined;
  return {
    says: text(phrase, { group: groupPhrase(first.key, facts.ledger), more: first.more, less: first.less }),
    group: first.key,
    figures: { [more]: first.more, [less]: first.less },
  };
}

/** The whole-number sums of a count over twelve months, by group. */
function sumsOf({ spans, groups }: SummaryFacts, id: 'hours' | 'given' | 'received'): Map<string, number> {
  const rows = spans.rolling.tally?.rows ?? [];
  const isThere = (key: string) => groups.some((signal: GroupSignal) => signal.key === key);
  return new Map(
    rows.filter(({ key }) => isThere(key)).map(({ key, sums }) => [key, sums[indexOf(id)] ?? 0]),
  );
}

const moneyOf =
  ({ ledger }: SummaryFacts) =>
  (minor: number) =>
    aboutPhrase(minor, ledger.settings.currency);
const majorOf =
  ({ ledger }: SummaryFacts) =>
  (minor: number) =>
    toMajor(minor, ledger.settings.currency);

export const groupRules = { leave, mend, best, give, ask } as const;

const words = {
  notice: { en: 'Give notice to {group} by {by}.', fr: 'Donnez votre préavis à {group} d’ici au {by}.' },
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
  mend: {
    en: 'Make {group} pay, or let it go: {count} sales of {each} by {by} would bring it back to keep (below the bar of {bar} an hour: {p}).',
    fr: 'Rentabilisez {group}, ou laissez-le : {count} ventes de {each} d’ici au {by} le ramèneraient à garder (sous la barre de {bar} l’heure : {p}).',
  },
  mendOne: {
    en: 'Make {group} pay, or let it go: one sale of {each} by {by} would bring it back to keep (below the bar of {bar} an hour: {p}).',
    fr: 'Rentabilisez {group}, ou laissez-le : une vente de {each} d’ici au {by} le ramènerait à garder (sous la barre de {bar} l’heure : {p}).',
  },
  best: {
    en: 'Put more hours into {group}: one returns about {mean} ({low} to {high}, 80% range), and it took {own} of {all} in 12 months.',
    fr: 'Donnez plus d’heures à {group} : une heure y rapporte environ {mean} (de {low} à {high}, intervalle à 80 %), et il en a pris {own} sur {all} en 12 mois.',
  },
  give: {
    en: 'Give in {group}: {more} referrals received there for {less} given in 12 months.',
    fr: 'Donnez dans {group} : {more} recommandations y ont été reçues pour {less} données en 12 mois.',
  },
  ask: {
    en: 'Ask in {group} what they need to know to send you people: {more} referrals given for {less} received in 12 months.',
    fr: 'Demandez dans {group} ce qu’il leur faut savoir pour vous recommander : {more} recommandations données pour {less} reçues en 12 mois.',
  },
} satisfies Record<string, Phrase>;
