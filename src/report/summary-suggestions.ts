import type { Section } from '../model/report.ts';
import { inAll, type Phrase, type Text, text } from '../model/text.ts';
import type { SummaryFacts } from './summary-facts.ts';
import { groupRules } from './summary-suggest-groups.ts';
import { leave } from './summary-suggest-leave.ts';
import { promiseRules } from './summary-suggest-promises.ts';
import { settingRules } from './summary-suggest-settings.ts';

/** Something worth doing, with the figures that speak for it. */
export interface Suggestion {
  /** What to do, and why, in figures. */
  readonly says: Text;
  /** Key of the group it is about, if any: no other is made about it. */
  readonly group?: string;
  /** The setting it asks for, if any: no other asks for it. */
  readonly setting?: 'typical-sale' | 'hourly-rate';
  /** Money in major units, time in hours. */
  readonly figures: Readonly<Record<string, number>>;
}

/** A rule that makes a suggestion, where there is reason for one. */
export interface SuggestionRule {
  readonly id: string;
  /** @param isFree whether nothing was suggested yet about a group. */
  find(facts: SummaryFacts, isFree: (group: string) => boolean): Suggestion | undefined;
}

/** More than these are not done in a month. */
const mostSuggestions = 3;

const { empty, silence, wants, ...otherSettings } = settingRules;
const { contact, thank, promise, settle } = promiseRules;
const { mend, best, give, ask } = groupRules;

/** Every rule, the most worth first. Adding one is adding a name here. */
const rules: readonly SuggestionRule[] = [
  empty,
  silence,
  wants,
  leave,
  contact,
  thank,
  promise,
  mend,
  best,
  give,
  ask,
  settle,
  otherSettings.rate,
  otherSettings.typicalSale,
  otherSettings.renews,
];

/** At most three suggestions, the most worth first, none of them about the same group as another. */
export function suggestionsFor(facts: SummaryFacts): (Suggestion & { readonly id: string })[] {
  const found: (Suggestion & { readonly id: string })[] = [];
  const isFree = (key: string) => found.every(({ group }) => group !== key);
  for (const { id, find } of rules) {
    const suggestion = found.length < mostSuggestions ? find(facts, isFree) : undefined;
    const isAsked = found.some(({ setting }) => setting !== undefined && setting === suggestion?.setting);
    if (suggestion && !isAsked) found.push({ id, ...suggestion });
  }
  return found;
}

/** The suggestions as a section; none where nothing is worth saying. */
export function suggestionsSection(suggestions: readonly Suggestion[]): Section[] {
  if (suggestions.length === 0) return [];
  return [
    {
      title: text(suggestions.length === 1 ? words.one : suggestions.length === 2 ? words.two : words.three),
      prose: suggestions.map(({ says }, i) => text(words.item, { number: i + 1, says: inAll(says) })),
    },
  ];
}

const words = {
  one: { en: 'One suggestion', fr: 'Une suggestion' },
  two: { en: 'Two suggestions', fr: 'Deux suggestions' },
  three: { en: 'Three suggestions', fr: 'Trois suggestions' },
  item: { en: '{number}. {says}', fr: '{number}. {says}' },
} satisfies Record<string, Phrase>;
