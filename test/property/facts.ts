import fc from 'fast-check';

/** An amount in minor units; with no currency written it is in the reporting one. */
export type Money = { readonly minor: number; readonly currency?: string | undefined };
type Maybe<T> = { readonly [K in keyof T]?: T[K] | undefined };
type Words<S extends string> = S extends `${infer A} ${infer B}` ? A | Words<B> : S;
type TextField =
  | 'group member id note title kind mode attendance direction contact from to tier contacted informed thanked won lost'
  | 'referral customer until source goal company position channel what due done survey question';
type Values = Record<'cost' | 'amount' | 'value', Money> & {
  time: Maybe<Record<'event' | 'prep' | 'travel' | 'recovery', number>>;
  met: number | string[];
  count: number;
  guests: number;
  testimonials: number;
  practice: Record<string, number>;
  answer: string | string[];
  referralAt: number;
};
/** Any entry, as plain data; `style` chooses how it is written, a sale's `referralAt` is the index it names. */
export interface Entry
  extends Maybe<Record<Words<TextField>, string> & Values & Record<'tags' | 'roles', string[]>> {
  readonly type: string;
  readonly date: string;
  readonly style: number;
}
export interface Group
  extends Maybe<Record<'name' | 'kind' | 'joined' | 'left', string> & { web: string[] }> {
  readonly key: string;
}
export type Price = Readonly<Record<'date' | 'currency' | 'rate', string>>;
export interface Settings
  extends Maybe<Record<'currency' | 'weekStart' | 'lang' | 'fiscalYearStart', string>> {
  /** In minor units of the reporting currency. */
  readonly hourlyRate?: number | readonly { readonly from: string; readonly rate: number }[] | undefined;
  readonly groups: readonly Group[];
  readonly members: readonly string[];
  readonly prices: readonly Price[];
}
export type Facts = { readonly settings: Settings; readonly entries: readonly Entry[]; style: number };

export const decimalsOf = (currency: string) => ({ JPY: 0, KWD: 3, TND: 3 })[currency] ?? 2;
export const addDays = (day: string, count: number) =>
  new Date(Date.parse(day) + count * 86_400_000).toISOString().slice(0, 10);
const folded = (name: string) => name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();

const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined });
/** The first days of the months of three years, and the one after. */
export const edges = Array.from(
  { length: 37 },
  (_, i) => `${2024 + Math.floor(i / 12)}-${`0${(i % 12) + 1}`.slice(-2)}-01`,
);
export const anyDay = fc.oneof(
  fc.constantFrom(...edges),
  // Some often enough that days of different things meet.
  fc.constantFrom('2025-01-01', '2025-06-30', '2025-12-31'),
  fc.constantFrom(...edges).map((day) => addDays(day, -1)),
  fc.integer({ min: 0, max: 1095 }).map((days) => addDays('2024-01-01', days)),
);
const names = [
  'Claire Martin|Ève Çelik|Zoë 🦊|O\'Brien "Bob"|Dupont, Fils; Cie|# nine|key: value|=SUM(A1)|-dash|+plus|@at|true',
  "null|42|1.5|2026-01-01|~|[list]|{map}|*star|&ref|% percent|! bang|yes|- item|👩‍🚀 Al|中文|back\\slash\\n|`tick`|it's",
  'end:|0x1F|1e3|plain words|NULL|.inf|?|? ask|>|"quoted"|a #b|a:b|ÉCOLE',
].flatMap((line) => line.split('|'));
const name = fc.constantFrom(...names);
const random = fc
  .string({ unit: 'grapheme', maxLength: 9 })
  .map((one) => `r${one.replace(/[|\p{C}]/gu, '').trim()}`);
const text = fc.oneof(name, random, fc.constant('two lines,\n"quoted"; = 1'));
const words =
  'bni|chamber|linkedin|42|7|true|-minus|=eq|Zoé & Co|🦊 fox|ﬁne|a: b|x, y; z|#hash|constructor|say "hi"|Ärzte';
const keys = words.split('|').concat('__proto__');
const sources =
  'direct| Direct|linkedin| LinkedIn |LNKD.in|bni|zoé & co|42|x.com|X.org|#hash|🦊 Fox|constructor|__proto__';

const money = (least: number) =>
  fc.record({
    minor: fc.oneof(
      fc.integer({ min: least, max: 999 }),
      fc.integer({ min: least, max: 20_000 }).map((whole) => whole * 100),
      fc.integer({ min: least, max: 2e7 }),
    ),
    currency: maybe(fc.constantFrom('EUR', 'CHF', 'JPY', 'KWD', 'USD', 'GBP', 'TND')),
  });
const amount = money(0);
const refund = money(100).map((one) => ({ ...one, minor: -one.minor }));
const key = fc.constantFrom(...keys);
const group = maybe(key);
const person = maybe(name);
const title = maybe(text);
const minutes = maybe(fc.integer({ min: 0, max: 239 }));
const several = fc.array(name, { minLength: 2, maxLength: 5 });
/** A day some days after the entry's own, once `fitted` has added them. */
const after = maybe(fc.nat(150).map(String));
type Fields = { [K in keyof Entry]?: fc.Arbitrary<Entry[K]> };
// biome-ignore format: a table, one field after the other
const kinds: readonly [weight: number, type: string, Fields][] = [
  [4, 'activity', {
    group: key, title, kind: person, cost: maybe(amount), mode: maybe(fc.constantFrom('in-person', 'online')),
    attendance: maybe(fc.constantFrom('present', 'late', 'substitute', 'absent', 'excused')),
    time: maybe(fc.record({ event: minutes, prep: minutes, travel: minutes, recovery: minutes })),
    met: maybe(fc.oneof(fc.nat(40), several, fc.constant<string[]>(['Ève Çelik']))),
    practice: maybe(fc.record({ listening: fc.constantFrom(1, 5) })), guests: maybe(fc.nat(9)), testimonials: maybe(fc.nat(9)),
  }],
  [4, 'referral', {
    group: key, direction: fc.constantFrom('received', 'received', 'given'), contact: name, from: person, to: person,
    kind: maybe(fc.constantFrom('introduction', 'purchase')), tier: maybe(fc.constantFrom('inside', 'outside')),
    value: maybe(amount), contacted: after, informed: after, thanked: after, won: after, lost: after,
  }],
  [4, 'sale', { amount: fc.oneof(amount, amount, amount, refund), group, customer: person }],
  [3, 'cost', { amount: fc.oneof(amount, amount, refund), group, until: maybe(fc.nat(500).map(String)) }],
  [2, 'visits', { source: fc.constantFrom(...sources.split('|')), count: fc.integer({ min: 1, max: 500 }), group }],
  [2, 'outcome', { kind: name, group, title, goal: person, value: maybe(amount) }],
  [1, 'approach', { contact: name, channel: person, group }],
  [1, 'contact', { contact: name, roles: maybe(fc.constant(['client', 'peer'])), company: title, position: person, group }],
  [1, 'promise', { what: text, to: person, due: after, done: after, group }],
  [1, 'answer', { survey: fc.constant('veille'), contact: name, question: text, answer: fc.oneof(name, several), group }],
];
const common = { date: anyDay, style: fc.nat(9999), note: title, tags: maybe(several), member: person };
const entry: fc.Arbitrary<Entry> = fc.oneof(
  ...kinds.map(([weight, type, fields]) => ({
    weight,
    arbitrary: fc.record({ ...common, type: fc.constant(type), ...fields }) as fc.Arbitrary<Entry>,
  })),
);

const webs = [['lnkd.in', 'x.com'], ['X.org']];
const dated = fc.record({ from: anyDay, rate: fc.nat(20_000) });
const rate = fc.oneof(
  fc.constantFrom('0.5', '0.005', '1.5', '0.92', '1', '110', '0.0061'),
  fc.tuple(fc.nat(99), fc.integer({ min: 1, max: 99_999 })).map(([whole, part]) => `${whole}.${part}`),
);
// biome-ignore format: a table
const declared = fc.record({
  key, name: person, kind: maybe(fc.constantFrom('referral-group', 'chamber', 'social')), joined: maybe(anyDay),
  left: maybe(anyDay), web: maybe(fc.constantFrom(...webs)),
}).map((one) => ({ ...one, left: one.left && [one.left, one.joined ?? ''].toSorted()[1] }));
const clash = (a: Group, b: Group) => a.key === b.key || (a.web !== undefined && a.web[0] === b.web?.[0]);
const rates = fc.uniqueArray(dated, { selector: (one) => one.from, minLength: 1, maxLength: 3 });
const price = fc.record({ date: anyDay, currency: fc.constantFrom('USD', 'GBP', 'JPY', 'TND', 'EUR'), rate });
const settings: fc.Arbitrary<Settings> = fc.record({
  currency: maybe(fc.constantFrom('EUR', 'CHF', 'JPY', 'KWD')),
  fiscalYearStart: maybe(fc.constantFrom('1', '2', '4', '7', '12')),
  weekStart: maybe(fc.constantFrom('monday', 'sunday')),
  lang: maybe(fc.constantFrom('en', 'fr')),
  hourlyRate: maybe(fc.oneof(fc.nat(20_000), rates)),
  groups: fc.uniqueArray(declared, { comparator: clash, maxLength: 6, size: 'max' }),
  members: fc.uniqueArray(name, { maxLength: 3 }),
  prices: fc.array(price, { maxLength: 8, size: 'max' }),
});

/** A random journal that obeys every rule of the journal page. */
export const facts: fc.Arbitrary<Facts> = fc
  .record({ settings, entries: fc.array(entry, { maxLength: 40, size: 'max' }), style: fc.nat(9999) })
  .map((raw) => {
    const valid = { ...raw.settings, prices: usable(raw.settings.prices, raw.settings.currency ?? 'EUR') };
    const entries = raw.entries.map((one, i) => fitted(one, i, valid));
    return { ...raw, settings: valid, entries: withSalesLinked(entries) };
  });

/** One price a day and currency, none for the reporting one, and the first before every entry. */
function usable(prices: readonly Price[], reporting: string): Price[] {
  const seen = new Set<string>();
  return prices.flatMap((price) => {
    const date = seen.has(price.currency) ? price.date : '2023-12-31';
    if (price.currency === reporting || seen.has(price.currency + date)) return [];
    seen.add(price.currency).add(price.currency + date);
    return [{ ...price, date }];
  });
}

/** The entry with nothing undeclared, dates after its own, and sometimes an id or a contact of its own. */
function fitted(raw: Entry, at: number, { currency, groups, members, prices }: Settings): Entry {
  const among = (pool: readonly string[], all: readonly string[], one: string | undefined) =>
    one !== undefined && pool.length > 0 ? pool[all.indexOf(one) % pool.length] : one;
  const known = [currency ?? 'EUR', ...prices.map((price) => price.currency)];
  const declared = groups.map((one) => one.key);
  const fit: Record<string, unknown> = { ...raw };
  for (const field of ['amount', 'cost', 'value'] as const) {
    if (raw[field] && !known.includes(raw[field].currency ?? '')) fit[field] = { minor: raw[field].minor };
  }
  for (const field of ['contacted', 'informed', 'thanked', 'won', 'lost', 'until', 'due', 'done'] as const) {
    const isShared = raw.style % 4 === 3 && raw.date <= '2025-12-31';
    if (raw[field]) fit[field] = isShared ? '2025-12-31' : addDays(raw.date, Number(raw[field]));
  }
  const tail = raw.type === 'referral' && raw.style % 2 === 1 ? ` ${at}` : '';
  return {
    ...(fit as unknown as Entry),
    id: raw.style % 3 === 1 ? `${['r', '0', '=', 'é ', '1e+'][raw.style % 5]}${at}` : undefined,
    contact: raw.contact && raw.contact + tail,
    won: raw.direction === 'given' ? (fit['won'] as string | undefined) : undefined,
    group: among(declared, keys, raw.group),
    member: among(members, names, raw.member),
  };
}

/** Most sales name a received referral not after them; a refund only one that is won already. */
function withSalesLinked(entries: Entry[]): Entry[] {
  const received = entries.filter((one) => one.type === 'referral' && one.direction === 'received');
  const link = (sale: Entry, at: number) => {
    const possible = received.filter((one) => one.date <= sale.date);
    const referral = possible[sale.style % (possible.length + 1)];
    if (!referral?.contact) return;
    const same = received.filter((one) => folded(one.contact ?? '') === folded(referral.contact ?? ''));
    const byContact = same.length === 1 && (sale.style % 5 > 2 || referral.id === undefined);
    if (!byContact && referral.id === undefined) return;
    const spellings = [referral.contact, referral.contact.toUpperCase(), folded(referral.contact)];
    const group = sale.style % 2 === 1 ? referral.group : undefined;
    const referralAt = entries.indexOf(referral);
    const name = byContact ? spellings[sale.style % 3] : referral.id;
    entries[at] = { ...sale, referral: name, referralAt, group };
  };
  entries.forEach((one, at) => void (one.type === 'sale' && link(one, at)));
  return entries;
}
