import fc from 'fast-check';

const list = <T>(of: fc.Arbitrary<T>, maxLength: number, minLength = 0) =>
  fc.array(of, { minLength, maxLength, size: 'max' });
/** One of `parts` in `of` times the value, else none. */
const some = <T>(parts: number, of: number, value: fc.Arbitrary<T>) =>
  fc.oneof({ weight: parts, arbitrary: value }, { weight: of - parts, arbitrary: fc.constant(undefined) });
const between = (min: number, max: number) => fc.integer({ min, max });
const one = fc.constantFrom;

/** A place in the journal's time, in thousandths. */
const when = fc.nat(999);
const group = fc.nat(5);
// 487 days are 16 months to the day.
const delay = fc.oneof(fc.nat(30), fc.nat(200), fc.nat(900), one(0, 365, 366, 487));
const money = fc.oneof(between(1, 900), between(100, 60_000), between(20_000, 900_000));
const customer = some(3, 5, one('Ève Martin', 'eve martin', ' Paul', 'PAUL', 'Zoé'));
const minutes = fc.oneof(fc.nat(90), between(60, 480));
const parts = fc.record({
  event: minutes,
  prep: some(1, 2, minutes),
  travel: some(1, 2, minutes),
  recovery: some(1, 2, minutes),
});
const time = fc.oneof(fc.record({ event: minutes }), parts, some(1, 2, parts));
const attendance = some(1, 2, one('present', 'late', 'substitute', 'absent', 'excused'));
export const outcomeKinds = ['supplier', 'advice', 'hire', 'job'];
const hasNoGroup = one(false, false, false, true);

const sale = fc.record({
  after: delay,
  amount: money,
  refund: some(1, 4, one(0.3, 1, 1.2)),
  refundAfter: delay,
});

/** What a journal is made from: plain numbers, drawn without a lean to the small ones. */
// biome-ignore format: a table, one field after the other
export const plan = fc.noBias(fc.record({
  first: fc.nat(800),
  span: fc.oneof(between(3, 60), between(150, 600), between(500, 1461), between(700, 1461), between(700, 1461)),
  currency: one(undefined, undefined, 'CHF', 'JPY', 'KWD'),
  isDeclared: one(true, true, true, false),
  groups: list(fc.record({
    joined: some(1, 2, fc.oneof(between(-1200, 50), between(-1200, 50), between(-200, 900))), left: some(1, 8, when),
    goals: some(1, 2, fc.subarray(['clients', ...outcomeKinds], { minLength: 1 })),
  }), 6, 1),
  series: list(fc.record({ group, from: fc.oneof(when, fc.nat(300)), every: between(4, 60), count: between(3, 25), time, attendance, cost: some(1, 4, fc.nat(3000)) }), 9, 2),
  activities: list(fc.record({ group, on: when, time, attendance, cost: some(1, 2, money) }), 10),
  received: list(fc.record({ group, on: when, isNamedById: fc.boolean(), contacted: some(1, 2, delay), lost: some(1, 2, delay), sales: fc.oneof(list(sale, 0), list(sale, 3), list(sale, 1, 1)) }), 32),
  given: list(fc.record({ group, on: when, contacted: some(1, 2, delay), kind: some(1, 2, one('introduction', 'purchase')) }), 4),
  sales: list(fc.record({ group, on: when, amount: fc.oneof(money, money, money, fc.constant(0)), customer, hasNoGroup }), 8),
  refunds: list(fc.record({ group, on: when, isSameDay: one(false, false, true), amount: money, customer, hasNoGroup }), 4),
  costs: list(fc.record({ group, on: when, amount: fc.oneof(money, money, money, money.map((minor) => -minor)), until: some(1, 2, fc.nat(500)), hasNoGroup }), 4),
  outcomes: list(fc.record({ group, on: when, kind: one(...outcomeKinds), hasNoGroup }), 5),
  /** How large all sales are, and how many of them there are, each as a share. */
  scale: one(1, 1, 1, 1, 0.1),
  share: one(1, 1, 1, 0.4, 0.1),
  /** After this place nothing more is received or sold directly. */
  end: one(1000, 1000, 600, 400),
  hourly: fc.oneof(fc.constant(undefined), between(500, 4000), between(0, 15_000), fc.uniqueArray(fc.record({ on: between(-300, 1000), rate: fc.nat(10_000) }), { selector: ({ on }) => on, minLength: 1, maxLength: 3 })),
  businessSince: some(1, 4, between(-200, 800)),
  isOnEntry: one(false, true),
  signals: fc.record({
    typicalSale: some(3, 4, fc.oneof(between(10_000, 300_000), between(100, 100_000))), margin: some(1, 3, one(0.2, 0.5, 0.85, 1, 1.25)),
    barFactor: some(1, 3, one(0, 0.75, 1, 1.5, 3)), minMonths: some(1, 3, one(6, 7.5, 9, 12)),
    staleAfter: some(1, 3, one(13, 16, 18.5, 24, 36)),
  }),
  asOf: fc.record({ kind: one('end', 'end', 'end', 'month', 'month', 'month', 'day', 'entry', 'entry', 'late', 'late', 'before'), at: when, days: fc.nat(400) }),
  style: fc.nat(9999),
  order: fc.nat(9999),
}));
export type Plan = typeof plan extends fc.Arbitrary<infer P> ? P : never;
