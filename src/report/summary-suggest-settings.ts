import { none } from '../measure/dimensions.ts';
import { indexOf } from '../measure/metrics.ts';
import { tally } from '../measure/tally.ts';
import { pastRenewals } from '../measure/upcoming.ts';
import { countPhrase, type Phrase, text } from '../model/text.ts';
import type { SummaryFacts } from './summary-facts.ts';
import type { SuggestionRule } from './summary-suggestions.ts';
import { countables, groupPhrase, groupsPhrase } from './summary-words.ts';
import { monthsTo } from './trend-periods.ts';

/** With fewer sales than this over all groups it helps to be told what one usually brings. */
const fewSales = 12;

/** Months of which sales tell what one brings. */
const evidenceMonths = 24;

/** A journal without an entry. */
const empty: SuggestionRule = {
  id: 'empty',
  find: ({ journal }) =>
    journal.entries.length === 0 ? { says: text(words.empty), figures: { entries: 0 } } : undefined,
};

/** A journal that nothing is written in any more tells nothing. */
const silence: SuggestionRule = {
  id: 'silence',
  find({ overdue, ledger }) {
    const silent = overdue.find(({ kind }) => kind === 'silence');
    if (!silent) return undefined;
    const days = ledger.asOf - silent.entry.date;
    return {
      says: text(words.silence, {
        days: countPhrase(days, countables.days),
        since: { day: silent.entry.date },
      }),
      figures: { days },
    };
  },
};

/** A setting without which there is no verdict. */
const wants: SuggestionRule = {
  id: 'wants',
  find(facts) {
    const scale = wanting(facts, 'scale');
    const missing = scale.length > 0 ? scale : wanting(facts, 'bar');
    if (missing.length === 0) return undefined;
    const groups = groupsPhrase(missing, facts.ledger);
    return {
      says: text(scale.length > 0 ? words.scale : words.bar, { groups, sales: salesOf(facts) }),
      setting: scale.length > 0 ? 'typical-sale' : 'hourly-rate',
      figures: { groups: missing.length, sales: salesOf(facts) },
    };
  },
};

const wanting = ({ groups }: SummaryFacts, want: 'scale' | 'bar') =>
  groups.filter(({ now }) => now.want === want).map(({ key }) => key);

/** Sales of groups, counted as the month's are: a refund is none, and takes none away. */
function salesOf({ ledger, judgedDay }: SummaryFacts): number {
  const { rows } = tally(ledger, monthsTo(judgedDay, evidenceMonths));
  return rows.reduce((sum, { key, sums }) => sum + (key === none ? 0 : (sums[indexOf('sales')] ?? 0)), 0);
}

/** What an hour is worth: without it, groups are measured by each other. */
const rate: SuggestionRule = {
  id: 'hourly-rate',
  find({ found, ledger, groups }) {
    const { options } = found;
    const isMissed = groups.some(({ now }) => now.group.hour) && options.rateOn(ledger.asOf) === undefined;
    return isMissed
      ? {
          says: text(words.rate, { factor: options.barFactor }),
          setting: 'hourly-rate',
          figures: { bar_factor: options.barFactor },
        }
      : undefined;
  },
};

/** What a sale usually brings, where few tell it. */
const typicalSale: SuggestionRule = {
  id: 'typical-sale',
  find(facts) {
    const sales = salesOf(facts);
    const { options } = facts.found;
    if (facts.groups.length === 0 || options.typicalSale !== undefined || sales >= fewSales) return undefined;
    return { says: text(words.typicalSale, { sales }), setting: 'typical-sale', figures: { sales } };
  },
};

/** The next day of renewal, where that of the settings is over. */
const renews: SuggestionRule = {
  id: 'renews',
  find({ ledger, groups }) {
    const isThere = (key: string) => groups.some((signal) => signal.key === key);
    const past = pastRenewals(ledger).find(({ key }) => isThere(key));
    return past
      ? {
          says: text(words.renews, { group: groupPhrase(past.key, ledger), day: { day: past.renews } }),
          group: past.key,
          figures: { days: ledger.asOf - past.renews },
        }
      : undefined;
  },
};

export const settingRules = { empty, silence, wants, rate, typicalSale, renews } as const;

const words = {
  empty: {
    en: 'Write down the first thing you did, and for how long: netroi add.',
    fr: 'Notez la première chose que vous avez faite, et combien de temps : netroi add.',
  },
  silence: {
    en: 'Write down what you did: nothing is noted since {since}, {days} ago, and all that is said here is as old.',
    fr: 'Notez ce que vous avez fait : rien n’est noté depuis le {since}, il y a {days}, et tout ce qui est dit ici date d’autant.',
  },
  scale: {
    en: 'Say what a sale usually brings (signals: { typical-sale: … } in netroi.yaml): with so few sales in 24 months ({sales}) there is no verdict on {groups}.',
    fr: 'Dites ce que rapporte d’ordinaire une vente (signals: { typical-sale: … } dans netroi.yaml) : avec si peu de ventes en 24 mois ({sales}), pas de verdict sur {groups}.',
  },
  bar: {
    en: 'Say what an hour of yours is worth (hourly-rate in netroi.yaml): without it there is no verdict on {groups}.',
    fr: 'Dites ce que vaut une de vos heures (hourly-rate dans netroi.yaml) : sans cela, pas de verdict sur {groups}.',
  },
  rate: {
    en: 'Say what an hour of yours is worth (hourly-rate in netroi.yaml): groups are now measured by {factor} times what an hour in the others returns.',
    fr: 'Dites ce que vaut une de vos heures (hourly-rate dans netroi.yaml) : un groupe est mesuré pour l’instant à {factor} fois ce que rapporte une heure dans les autres.',
  },
  typicalSale: {
    en: 'Say what a sale usually brings (signals: { typical-sale: … } in netroi.yaml): the journal has few in 24 months ({sales}), and the verdicts would be surer.',
    fr: 'Dites ce que rapporte d’ordinaire une vente (signals: { typical-sale: … } dans netroi.yaml) : le journal en a peu sur 24 mois ({sales}), les verdicts seraient plus sûrs.',
  },
  renews: {
    en: 'Write down when {group} renews next (renews in netroi.yaml): the day it has there, {day}, is over.',
    fr: 'Notez le prochain renouvellement de {group} (renews dans netroi.yaml) : le jour indiqué, {day}, est passé.',
  },
} satisfies Record<string, Phrase>;
