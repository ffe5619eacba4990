import { type Chance, chanceOf, daysBetween, later, workday } from './solo-chance.ts';
import { daysOf } from './solo-dates.ts';
import { end, type Profile, season } from './solo-knobs.ts';
import { reasons, sequels } from './solo-remarks.ts';
import { direct, given, received } from './solo-stories.ts';
import type { Entry } from './solo-text.ts';
import { people } from './solo-words.ts';

/** What is used up as stories are told: reasons, follow-up orders, refunds. */
interface Untold {
  readonly reasons: string[];
  readonly sequels: string[];
  refunds: number;
}

/** Referrals received, each with its story to the end: contacted, won or lost or still open, and the sales. */
export function receivedOf(profile: Profile, activities: readonly Entry[], seed: number): Entry[] {
  const chance = chanceOf(seed);
  const { key } = profile;
  const stories = received[key] ?? [];
  const occasions = occasionsOf(profile, activities, profile.received, stories.length, chance);
  const wins = Math.round(profile.won * occasions.length);
  const won = chance.shuffled(occasions.map((_, i) => i < wins));
  const untold = {
    reasons: chance.shuffled(reasons[key] ?? []),
    sequels: chance.shuffled(sequels[key] ?? []),
    refunds: key === 'bni' ? 1 : 0,
  };
  return occasions.flatMap((occasion, i) => {
    const story = stories[i] ?? [];
    const isTwice = stories.slice(0, occasions.length).filter(([contact]) => contact === story[0]).length > 1;
    return storyOf(profile, occasion, story, isTwice, won[i] === true, untold, chance);
  });
}

function storyOf(
  profile: Profile,
  occasion: Entry,
  [contact = '', need = '', what = '', member]: readonly string[],
  isTwice: boolean,
  wins: boolean,
  untold: Untold,
  chance: Chance,
): Entry[] {
  const { key, to } = profile;
  const wait = chance.maybe(key === 'bni' ? 0.25 : 0.05) ? 0 : -profile.delay * Math.log(1 - chance.next());
  const passed = wait < 1 ? occasion.date : workday(later(occasion.date, Math.floor(wait)));
  const date = passed > to ? occasion.date : passed;
  const met = occasion.fields['met'];
  const from = member ?? chance.drawn(Array.isArray(met) ? met : (people[key] ?? []), 1, fallingIn(key))[0];
  const id = isTwice ? idOf(contact, date) : undefined;
  const sold = workday(later(date, 60 + Math.floor(105 * (chance.next() + chance.next()))));
  const amount = rounded(chance.around(profile.sale * sizeOf(need + what), 0.42));
  const isWon = wins && sold <= to;
  const closed = workday(later(date, chance.whole(20, 190)));
  const lost = !wins && chance.maybe(profile.lost) && closed <= to ? closed : undefined;
  const reason = lost === undefined ? undefined : untold.reasons.pop();
  const guess = 500 * Math.max(1, Math.round(Math.min(amount, 6000) / 450));
  const dated = followUp(date, wins, profile, chance);
  const fields = {
    group: key,
    direction: 'received',
    contact,
    from,
    tier: member ? 'inside' : key === 'bni' && chance.maybe(0.5) ? 'outside' : undefined,
    value: chance.maybe(0.35) ? guess : undefined,
    ...dated,
    thanked: isWon && chance.maybe(0.8) ? upTo(later(sold, chance.whole(0, 6))) : dated.thanked,
    lost,
    id,
    note: reason === undefined ? need : chance.maybe(0.5) ? `${need}. ${reason}` : reason,
  };
  const referral = { type: 'referral', date, fields };
  const sale = { referral: id ?? contact, tags: tagsOf(need + what), note: what };
  return isWon ? [referral, ...salesOf(profile, sold, amount, sale, untold, chance)] : [referral];
}

/** The sale, now and then a refund, and what the client came back for. */
function salesOf(
  profile: Profile,
  date: string,
  amount: number,
  sale: Entry['fields'],
  untold: Untold,
  chance: Chance,
): Entry[] {
  const first = { ...sale, amount: money(amount, profile.key, chance) };
  const sales: Entry[] = [{ type: 'sale', date, fields: first }];
  if (untold.refunds > 0 && date > '2025' && amount >= 1000) {
    untold.refunds--;
    const back = {
      ...sale,
      amount: -10 * Math.round(amount / 80),
      note: 'Geste commercial, livré en retard',
    };
    sales.push({ type: 'sale', date: workday(later(date, 24)), fields: back });
  }
  const again = workday(later(date, chance.whole(50, 260)));
  if (chance.maybe(0.45) && again <= profile.to && untold.sequels.length > 0) {
    const part = money(rounded(amount * (0.15 + 0.35 * chance.next())), profile.key, chance);
    const next = { ...sale, tags: undefined, amount: part, note: untold.sequels.pop() };
    sales.push({ type: 'sale', date: again, fields: next });
  }
  return sales;
}

function followUp(date: string, wins: boolean, profile: Profile, chance: Chance) {
  const delay = chance.maybe(0.88) ? chance.whole(0, 2) : chance.whole(4, 15);
  // Some of the newest still wait for a call.
  const waits = date > later(end, -40) && chance.maybe(0.5);
  const contacted = waits
    ? undefined
    : upTo(wins || chance.maybe(0.94) ? workday(later(date, delay)) : undefined);
  const informed =
    contacted && chance.maybe(0.75) ? upTo(workday(later(contacted, chance.whole(1, 8)))) : undefined;
  const thanked = chance.maybe(0.6) && profile.won > 0 ? upTo(later(date, chance.whole(0, 7))) : undefined;
  return { contacted, informed, thanked };
}

/** Referrals given, in the order of the stories. */
export function givenOf(profile: Profile, activities: readonly Entry[], seed: number): Entry[] {
  const chance = chanceOf(seed);
  const stories = given[profile.key] ?? [];
  return occasionsOf(profile, activities, profile.given, stories.length, chance).map((occasion, i) => {
    const [contact = '', to, note, kind] = stories[i] ?? [];
    const tier = profile.key === 'bni' && kind === undefined && chance.maybe(0.5) ? 'outside' : undefined;
    const date = chance.maybe(0.5) ? occasion.date : upTo(workday(later(occasion.date, chance.whole(1, 6))));
    const fields = { group: profile.key, direction: 'given', contact, to, kind, tier, note };
    return { type: 'referral', date: date ?? occasion.date, fields };
  });
}

/** Sales that came straight from the group. */
export function directSalesOf(profile: Profile, seed: number): Entry[] {
  const chance = chanceOf(seed);
  const days = daysOf(later(profile.from, 120), profile.to);
  const stories = direct[profile.key] ?? [];
  const count = Math.min(stories.length, Math.round((profile.direct * days.length) / 250));
  const dates = chance.drawn(days, count, (day) => season[Number(day.slice(5, 7)) - 1] ?? 1).sort();
  return dates.map((date, i) => {
    const [customer = '', what = ''] = stories[i] ?? [];
    const amount = money(rounded(chance.around(0.6 * profile.sale, 0.4)), profile.key, chance);
    return {
      type: 'sale',
      date,
      fields: { group: profile.key, amount, customer, tags: tagsOf(what), note: what },
    };
  });
}

/** The dates at which something was passed on: so many a year, growing as one gets known. */
function occasionsOf(
  profile: Profile,
  activities: readonly Entry[],
  aYear: number,
  stories: number,
  chance: Chance,
): Entry[] {
  const count = Math.round((aYear * daysBetween(profile.from, profile.to)) / 365);
  if (count > stories)
    throw new Error(`${profile.key}: ${count} referrals need as many stories, not ${stories}`);
  const there = activities.filter(
    ({ fields }) => !['absent', 'excused'].includes(String(fields['attendance'])),
  );
  const drawn = chance.drawn(there, count, ({ date }) => 1 + daysBetween(profile.from, date) / 700);
  return drawn.sort((a, b) => (a.date < b.date ? -1 : 1));
}

/** The first members of a list are the likeliest. */
function fallingIn(key: string): (name: string) => number {
  return (name) => 1 / (1 + Math.max(0, (people[key] ?? []).indexOf(name)));
}

function upTo(day: string | undefined): string | undefined {
  return day !== undefined && day <= end ? day : undefined;
}

function rounded(amount: number): number {
  const step = amount < 600 ? 10 : amount < 3000 ? 50 : 100;
  return Math.max(120, step * Math.round(amount / step));
}

function money(amount: number, key: string, chance: Chance): string {
  const style = chance.next();
  if (key === 'fbc' && style < 0.3) return `${25 * Math.round(amount / 1.17 / 25)} GBP`;
  if (style > 0.86)
    return `${String(amount)
      .replace(/(?=\d{3}$)/, ' ')
      .trim()} €`;
  return style > 0.75 ? `${amount} EUR` : String(amount);
}

function idOf(contact: string, date: string): string {
  const plain = contact.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return `${plain.replace(/[^a-z]+/g, '-')}-${date.slice(0, 4)}`;
}

/** A logo is a smaller job than a web site. */
function sizeOf(words: string): number {
  if (
    /site|enseigne|signal|livrée|refonte|audit|charte|identité|catalogue|rebrand|range|gamme|dashboard|livre|\bUX\b/i.test(
      words,
    )
  )
    return 1.2;
  if (/logo|carte|affiche|flyer|sac|menu|lettrage|panneau|leaflet|stationery|vitr/i.test(words)) return 0.7;
  return 1;
}

function tagsOf(words: string): string[] | undefined {
  if (/\bUX\b|appli|test|écran|Dashboard|onboarding/i.test(words)) return ['ux'];
  if (/site|e-shop|online shop/i.test(words)) return ['site'];
  if (/étiquette|label|packag|emballage|coffret/i.test(words)) return ['packaging'];
  if (/logo|identité|charte|rebrand/i.test(words)) return ['identité'];
  return undefined;
}
