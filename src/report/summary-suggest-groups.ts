import { indexOf } from '../measure/metrics.ts';
import type { GroupSignal } from '../measure/signals/signals.ts';
import { meanReturn, quantileOf } from '../measure/signals/value.ts';
import { type Phrase, sharePhrase, text } from '../model/text.ts';
import type { SummaryFacts } from './summary-facts.ts';
import { judgedAs, majorOf, moneyOf } from './summary-suggest-leave.ts';
import type { Suggestion, SuggestionRule } from './summary-suggestions.ts';
import { groupPhrase, hoursPhrase } from './summary-words.ts';

/** Fewer referrals than these say nothing of a street being one-way. */
const leastExchanged = 4;

/** What would bring a group that is watched back to be kept. */
const mend: SuggestionRule = {
  id: 'mend',
  find(facts, isFree) {
    for (const { key, now, outlook } of judgedAs('watch', facts, isFree)) {
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
    const keeps = judgedAs('keep', facts, isFree).flatMap(({ key, now }) =>
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

export const groupRules = { mend, best, give, ask } as const;

const words = {
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
