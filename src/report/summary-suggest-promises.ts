import type { FollowUp } from '../measure/followups.ts';
import { openOf } from '../measure/signals/signals.ts';
import type { Referral } from '../model/ledger.ts';
import { toMajor } from '../model/money.ts';
import { foldName } from '../model/names.ts';
import { countPhrase, inAll, type Phrase, text } from '../model/text.ts';
import { visible } from '../model/visible.ts';
import { aboutPhrase } from './amounts.ts';
import { sentenceOf } from './followup-words.ts';
import type { SummaryFacts } from './summary-facts.ts';
import type { SuggestionRule } from './summary-suggestions.ts';
import { countables, listed, winsPhrase } from './summary-words.ts';

/** More people than these are not named in a sentence. */
const mostNamed = 3;

const ofKinds = ({ overdue }: SummaryFacts, ...kinds: readonly FollowUp['kind'][]) =>
  overdue.filter(({ kind }) => kinds.includes(kind));

const lateBy = ({ due }: FollowUp, { ledger }: SummaryFacts) => ledger.asOf - due;

const daysOf = (each: FollowUp, facts: SummaryFacts) => countPhrase(lateBy(each, facts), countables.days);

/** Speak to those that were referred and wait: the most that can be expected first, then the oldest. */
const contact: SuggestionRule = {
  id: 'contact',
  find(facts) {
    const { currency } = facts.ledger.settings;
    const hopes = hopesOf(facts);
    const waiting = ofKinds(facts, 'contact').map((each) => ({ each, ...hopeOf(each, hopes) }));
    if (waiting.length === 0) return undefined;
    waiting.sort((a, b) => b.worth - a.worth || b.chance - a.chance || a.each.due - b.each.due);
    const names = waiting.slice(0, mostNamed).map(({ each }) => {
      const who = each.entry.type === 'referral' ? visible(each.entry.contact) : '';
      return inAll(text(words.late, { who, days: daysOf(each, facts) }));
    });
    const rest = waiting.length - names.length;
    const others = rest > 0 ? [countPhrase(rest, words.others)] : [];
    const expected = waiting.reduce((sum, { chance }) => sum + chance, 0);
    const worth = waiting.reduce((sum, each) => sum + each.worth, 0);
    const phrase = expected === 0 ? words.contact : worth > 0 ? words.contactWorth : words.contactWins;
    return {
      says: text(phrase, {
        names: listed([...names, ...others]),
        expected: winsPhrase(expected),
        worth: aboutPhrase(worth, currency),
      }),
      figures: { count: waiting.length, expected, worth: toMajor(worth, currency) },
    };
  },
};

interface Hope {
  /** The chance that it is won, and what can be expected of it, in minor units. */
  readonly chance: number;
  readonly worth: number;
}

function hopesOf({ present }: SummaryFacts): ReadonlyMap<Referral, Hope> {
  return new Map(
    present.flatMap((signal) =>
      openOf(signal).flatMap(({ state, chance }): [Referral, Hope][] => {
        const { hour } = signal.now.group;
        return state.fact.entry
          ? [[state.fact.entry, { chance, worth: hour ? chance * hour.value.mean : 0 }]]
          : [];
      }),
    ),
  );
}

function hopeOf({ entry }: FollowUp, hopes: ReadonlyMap<Referral, Hope>): Hope {
  return (entry.type === 'referral' ? hopes.get(entry) : undefined) ?? { chance: 0, worth: 0 };
}

/** Tell or thank the referrer whose referrals brought most, of those to whom that is owed. */
const thank: SuggestionRule = {
  id: 'thank',
  find(facts) {
    const { ledger } = facts;
    const { currency } = ledger.settings;
    const owed = ofKinds(facts, 'thank', 'inform-won', 'inform-lost', 'inform-contacted');
    const byName = new Map<string, FollowUp[]>();
    for (const each of owed) {
      const from = each.entry.type === 'referral' ? each.entry.from : undefined;
      if (from !== undefined) byName.set(foldName(from), [...(byName.get(foldName(from)) ?? []), each]);
    }
    const brought = broughtBy(facts);
    const ranked = [...byName].map(([name, own]) => ({ own, ...(brought.get(name) ?? nothing) }));
    ranked.sort((a, b) => b.minor - a.minor || b.own.length - a.own.length);
    const [first] = ranked;
    const oldest = first?.own[0];
    if (!first || oldest?.entry.type !== 'referral') return undefined;
    const many = countPhrase(first.own.length, words.owed);
    return {
      says: text(first.minor > 0 ? words.thankWorth : words.thank, {
        who: visible(oldest.entry.from ?? ''),
        referrals: countPhrase(first.referrals, countables.referrals),
        worth: aboutPhrase(first.minor, currency),
        owed: many,
        all: owed.length,
        days: daysOf(oldest, facts),
      }),
      figures: { owed: first.own.length, owed_of_all: owed.length, revenue: toMajor(first.minor, currency) },
    };
  },
};

interface Brought {
  readonly referrals: number;
  /** The sales that came of them, in minor units. */
  readonly minor: number;
}

/** What the referrals of each person brought, by name as names are compared. */
function broughtBy({ ledger }: SummaryFacts): ReadonlyMap<string, Brought> {
  const found = new Map<string, Brought>();
  for (const entry of ledger.entries) {
    if (entry.type !== 'referral' || entry.direction !== 'received' || entry.from === undefined) continue;
    const name = foldName(entry.from);
    const { referrals, minor } = found.get(name) ?? nothing;
    const sales = ledger.salesOf.get(entry) ?? [];
    const own = sales.reduce((sum, { amount }) => sum + amount, 0);
    found.set(name, { referrals: referrals + 1, minor: minor + own });
  }
  return found;
}

const nothing: Brought = { referrals: 0, minor: 0 };

/** Keep the oldest word given. */
const promise: SuggestionRule = {
  id: 'promise',
  find(facts) {
    const given = ofKinds(facts, 'promise');
    const [oldest] = given;
    if (oldest?.entry.type !== 'promise') return undefined;
    const { to } = oldest.entry;
    return {
      says: text(to === undefined ? words.promise : words.promiseTo, {
        says: inAll(sentenceOf(oldest)),
        to: visible(to ?? ''),
        days: daysOf(oldest, facts),
      }),
      figures: { count: given.length, days: lateBy(oldest, facts) },
    };
  },
};

/** Win, or give up, what has been open for long. */
const settle: SuggestionRule = {
  id: 'settle',
  find(facts) {
    const stale = ofKinds(facts, 'stale');
    const [oldest] = stale;
    if (oldest?.entry.type !== 'referral') return undefined;
    return {
      says: text(countPhrase(stale.length, words.settle), {
        who: visible(oldest.entry.contact),
        since: { day: oldest.entry.date },
      }),
      figures: { count: stale.length },
    };
  },
};

export const promiseRules = { contact, thank, promise, settle } as const;

const words = {
  late: { en: '{who} ({days} late)', fr: '{who} ({days} de retard)' },
  others: [
    { en: '', fr: '' },
    { en: '{count} more', fr: '{count} de plus' },
    { en: '{count} more', fr: '{count} de plus' },
  ],
  contact: { en: 'Contact {names}.', fr: 'Contactez {names}.' },
  contactWins: {
    en: 'Contact {names}: {expected} can be expected.',
    fr: 'Contactez {names} : on peut en attendre {expected}.',
  },
  contactWorth: {
    en: 'Contact {names}: {expected} can be expected, worth {worth}.',
    fr: 'Contactez {names} : on peut en attendre {expected}, soit {worth}.',
  },
  owed: [
    { en: '', fr: '' },
    { en: 'you owe 1 reply or thanks', fr: 'vous lui devez 1 réponse ou remerciement' },
    { en: 'you owe {count} replies or thanks', fr: 'vous lui devez {count} réponses ou remerciements' },
  ],
  thank: {
    en: 'Write to {who}: {owed} (of {all} in all), the oldest for {days}.',
    fr: 'Écrivez à {who} : {owed} (sur {all} en tout), depuis {days} pour le plus ancien.',
  },
  thankWorth: {
    en: 'Write to {who}, who gave you {referrals}, worth {worth} so far: {owed} (of {all} in all), the oldest for {days}.',
    fr: 'Écrivez à {who}, qui vous a donné {referrals}, soit {worth} à ce jour : {owed} (sur {all} en tout), depuis {days} pour le plus ancien.',
  },
  promise: { en: '{says} ({days} late).', fr: '{says} ({days} de retard).' },
  promiseTo: { en: '{says}, for {to} ({days} late).', fr: '{says}, pour {to} ({days} de retard).' },
  settle: [
    { en: '', fr: '' },
    {
      en: 'Win {who} or give it up: the referral has been open since {since}.',
      fr: 'Concluez avec {who}, ou renoncez : la recommandation est ouverte depuis le {since}.',
    },
    {
      en: 'Win or give up {count} referrals that are going stale; the oldest, {who}, is open since {since}.',
      fr: 'Concluez ou abandonnez {count} recommandations qui vieillissent ; la plus ancienne, {who}, est ouverte depuis le {since}.',
    },
  ],
} as const satisfies Record<string, Phrase | readonly [Phrase, Phrase, Phrase]>;
