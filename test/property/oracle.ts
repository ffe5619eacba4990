import { addDays, decimalsOf, type Entry, type Facts, type Money } from './facts.ts';

/** What a report is asked for: first and last day, and the day the journal is read as of. */
export type Question = Readonly<Record<'from' | 'to' | 'asOf', string>>;
export interface Expected {
  /** Row key → metric → figure, null where undefined. In the order of the report, TOTAL last. */
  readonly rows: ReadonlyMap<string, Readonly<Record<string, number | null>>>;
}

/** The counted metrics, in the page's order: those that add up over rows and over months. */
export const counts = (
  'activities activities_online activities_in_person hours hours_event hours_prep hours_travel hours_recovery met ' +
  'received received_won received_lost received_open given purchases sales revenue cost visits_direct ' +
  'visits_social outcomes outcome_value approaches'
).split(' ');
const inMoney = ['revenue', 'cost', 'outcome_value'];
/** Sums kept beside them: work × rate in 60ths of a minor unit, minutes before the first rate, trust kept. */
const hidden = ['work', 'unpriced', 'followed', 'informed', 'thanked'];
type Sums = Record<string, number>;

/** The report, computed the slow and obvious way from the facts. */
export function expected(facts: Facts, question: Question): Expected {
  const sums = new Map(rowKeys(facts, question).map((key) => [key, sumsOf(facts, question, key)]));
  const total: Sums = {};
  for (const name of [...counts, ...hidden])
    total[name] = [...sums.values()].reduce((sum, row) => sum + at(row, name), 0);
  sums.set('TOTAL', total);
  return { rows: new Map([...sums].map(([key, row]) => [key, figures(facts, row)])) };
}

const at = (row: Sums, name: string) => row[name] ?? 0;
const isKnown = (entry: Entry, { asOf }: Question) => entry.date <= asOf;
const inPeriod = (entry: Entry, { from, to, asOf }: Question) =>
  entry.date >= from && entry.date <= to && entry.date <= asOf;

function rowKeys(facts: Facts, question: Question): string[] {
  const declared = facts.settings.groups;
  const isActive = (key: string) =>
    facts.entries.some((entry) => inPeriod(entry, question) && rowOf(facts, question, entry) === key) ||
    Object.values(sumsOf(facts, question, key)).some((sum) => sum !== 0);
  const isMember = (group: (typeof declared)[number]) =>
    (group.joined ?? '') <= question.to && (group.left ?? '9999-12-31') >= question.from;
  const groups =
    declared.length > 0
      ? declared.filter((group) => isMember(group) || isActive(group.key)).map((group) => group.key)
      : groupsFound(facts, question);
  const none = sumsOf(facts, question, '(none)');
  return counts.some((name) => at(none, name) !== 0) ? [...groups, '(none)'] : groups;
}

/** The groups that entries known by then name, by code point. */
function groupsFound(facts: Facts, question: Question): string[] {
  const found = facts.entries.flatMap((entry) =>
    isKnown(entry, question) && entry.group ? [entry.group] : [],
  );
  // The bytes of UTF-8 sort as the code points do.
  return [...new Set(found)].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
}

function rowOf(facts: Facts, question: Question, entry: Entry): string {
  if (entry.group !== undefined) return entry.group;
  if (entry.type === 'sale' && entry.referralAt !== undefined) {
    return facts.entries[entry.referralAt]?.group ?? '(none)';
  }
  if (entry.type !== 'visits') return '(none)';
  const declared = facts.settings.groups;
  const groups =
    declared.length > 0 ? declared : groupsFound(facts, question).map((key) => ({ key, web: [] }));
  const plain = (source: string) => source.trim().toLowerCase();
  const owner = groups.find((group) =>
    [group.key, ...(group.web ?? [])].some((source) => plain(source) === plain(entry.source ?? '')),
  );
  return owner?.key ?? '(none)';
}

/** What one row counts, in minutes and minor units. */
function sumsOf(facts: Facts, question: Question, key: string): Sums {
  const sums: Sums = {};
  const add = (name: string, value: number) => {
    sums[name] = at(sums, name) + value;
  };
  facts.entries.forEach((entry, index) => {
    if (rowOf(facts, question, entry) !== key) return;
    // The one entry that counts outside the day it bears.
    if (entry.type === 'cost') add('cost', spentIn(facts, question, entry));
    if (!inPeriod(entry, question)) return;
    if (entry.type === 'activity') addActivity(facts, entry, add);
    if (entry.type === 'referral' && entry.direction === 'received')
      addReceived(facts, question, entry, index, add);
    if (entry.type === 'referral' && entry.direction === 'given') {
      add('given', 1);
      if (entry.kind === 'purchase') add('purchases', 1);
    }
    if (entry.type === 'sale') {
      add('revenue', converted(facts, entry, entry.amount));
      if ((entry.amount?.minor ?? 0) >= 0) add('sales', 1);
    }
    if (entry.type === 'visits') {
      const isDirect = entry.source?.trim().toLowerCase() === 'direct';
      add(isDirect ? 'visits_direct' : 'visits_social', entry.count ?? 0);
    }
    if (entry.type === 'outcome') {
      add('outcomes', 1);
      add('outcome_value', converted(facts, entry, entry.value));
    }
    if (entry.type === 'approach') add('approaches', 1);
  });
  return sums;
}

type Add = (name: string, value: number) => void;

function addActivity(facts: Facts, entry: Entry, add: Add): void {
  if (entry.attendance !== 'absent' && entry.attendance !== 'excused') {
    add('activities', 1);
    add(entry.mode === 'online' ? 'activities_online' : 'activities_in_person', 1);
  }
  let minutes = 0;
  for (const part of ['event', 'prep', 'travel', 'recovery'] as const) {
    minutes += entry.time?.[part] ?? 0;
    add(`hours_${part}`, entry.time?.[part] ?? 0);
  }
  add('hours', minutes);
  add('met', Array.isArray(entry.met) ? entry.met.length : (entry.met ?? 0));
  add('cost', converted(facts, entry, entry.cost));
  const rate = rateOn(facts, entry.date);
  if (rate === undefined) add('unpriced', minutes);
  else add('work', minutes * rate);
}

function addReceived(facts: Facts, { asOf }: Question, entry: Entry, index: number, add: Add): void {
  const by = (day: string | undefined) => day !== undefined && day <= asOf;
  const won = facts.entries.some(
    (one) => one.type === 'sale' && one.referralAt === index && one.date <= asOf,
  );
  const lost = !won && by(entry.lost);
  add('received', 1);
  if (won) add('received_won', 1);
  else add(lost ? 'received_lost' : 'received_open', 1);
  if (won || lost || by(entry.contacted)) add('followed', 1);
  if (by(entry.informed)) add('informed', 1);
  if (by(entry.thanked)) add('thanked', 1);
}

/** The hourly rate of a day in minor units; undefined before the first, and with none. */
function rateOn({ settings: { hourlyRate } }: Facts, day: string): number | undefined {
  if (hourlyRate === undefined || typeof hourlyRate === 'number') return hourlyRate;
  const before = hourlyRate.filter((one) => one.from <= day).map((one) => one.from);
  return hourlyRate.find((one) => one.from === before.sort().at(-1))?.rate;
}

/** In minor units of the reporting currency, half away from zero. */
function converted({ settings }: Facts, entry: Entry, money: Money | undefined): number {
  const reporting = settings.currency ?? 'EUR';
  if (!money?.currency || money.currency === reporting) return money?.minor ?? 0;
  const past = settings.prices.filter(
    (price) => price.currency === money.currency && price.date <= entry.date,
  );
  const newest = past.map((price) => price.date).sort().at(-1); // biome-ignore format: one line
  const rate = past.find((price) => price.date === newest)?.rate ?? '0';
  const [whole = '', fraction = ''] = rate.split('.');
  const above = BigInt(money.minor) * BigInt(whole + fraction) * 10n ** BigInt(decimalsOf(reporting));
  const below = 10n ** BigInt(fraction.length + decimalsOf(money.currency));
  const size = above < 0n ? -above : above;
  const rounded = size / below + ((size % below) * 2n >= below ? 1n : 0n);
  return Number(above < 0n ? -rounded : rounded);
}

/** What a cost entry adds to the period, day by day. */
function spentIn(facts: Facts, question: Question, entry: Entry): number {
  const amount = BigInt(converted(facts, entry, entry.amount));
  const days: string[] = [];
  for (let day = entry.date; day <= (entry.until ?? entry.date); day = addDays(day, 1)) days.push(day);
  const upTo = (count: number) => {
    const [part, length] = [amount * BigInt(count), BigInt(days.length)];
    // BigInt division cuts towards zero; the page says floor.
    return part / length - (part % length < 0n ? 1n : 0n);
  };
  const parts = days.map((day, i) => {
    const counted = day >= question.from && day <= question.to && day <= question.asOf;
    return counted ? Number(upTo(i + 1) - upTo(i)) : 0;
  });
  return parts.reduce((sum, part) => sum + part, 0);
}

/** Every metric of a row in the page's order, hours in hours and money in major units. */
function figures({ settings }: Facts, sums: Sums): Record<string, number | null> {
  const unit = 10 ** decimalsOf(settings.currency ?? 'EUR');
  const counted = counts.map((name): [string, number] => {
    const sum = at(sums, name);
    return [name, name.startsWith('hours') ? sum / 60 : inMoney.includes(name) ? sum / unit : sum];
  });
  const of = (name: string) => Object.fromEntries(counted)[name] ?? 0;
  const per = (above: number, below: number) => (below === 0 ? null : above / below);
  const noRate = settings.hourlyRate === undefined || at(sums, 'unpriced') > 0;
  const full = (60 * at(sums, 'cost') + at(sums, 'work')) / (60 * unit);
  return {
    ...Object.fromEntries(counted),
    sales_per_activity: per(of('sales'), of('activities')),
    received_per_activity: per(of('received'), of('activities')),
    sales_per_received: per(of('sales'), of('received')),
    revenue_per_received: per(of('revenue'), of('received')),
    revenue_per_activity: per(of('revenue'), of('activities')),
    given_per_activity: per(of('given'), of('activities')),
    average_sale: per(of('revenue'), of('sales')),
    revenue_per_hour: per(of('revenue'), of('hours')),
    hours_per_sale: per(of('hours'), of('sales')),
    cost_per_received: noRate ? null : per(full, of('received')),
    net: of('revenue') - of('cost'),
    net_per_hour: per(of('revenue') - of('cost'), of('hours')),
    roi: noRate ? null : per(of('revenue') - full, full),
    purchase_share: per(of('purchases'), of('given')),
    reciprocity: per(of('given'), of('received')),
    followed_up_share: per(at(sums, 'followed'), of('received')),
    informed_share: per(at(sums, 'informed'), of('received')),
    thanked_share: per(at(sums, 'thanked'), of('received')),
  };
}
