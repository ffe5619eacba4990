import { month } from '../../../src/measure/signals/lags.ts';
import type { Amount, DirectFact, GroupFacts, ReferralFact } from '../../../src/measure/signals/record.ts';
import { type Chance, chanceOf } from './chance.ts';
import type { World } from './worlds.ts';

/** The months of each history. */
export const months = 24;

/** A group as it is, and the journal of it. */
export interface Group {
  readonly facts: GroupFacts;
  /** What an hour brings in the end: (referrals × share won + direct sales) × mean sale. */
  readonly trueReturn: number;
  /** Hours a month that the user means to spend on it. */
  readonly planned: number;
}

export interface User {
  /** What the user says a sale brings, and what an hour has to bring. */
  readonly typicalSale: number;
  readonly bar: number;
  readonly groups: readonly Group[];
}

/** The rates of a group, an hour, and what comes of them. */
interface Truth {
  readonly referrals: number;
  readonly winShare: number;
  readonly direct: number;
  readonly meanSale: number;
}

const meanSale = 3000;

/**
 * A user of a world: the same at every call. Money in major units, day 0 the start of month 0.
 * Where the description leaves something open: the hours of an activity are 2 to 5 by user, times U(.6, 1.4) by activity;
 * each activity is on any day of the 24 months and in a group by its share; the mean number of referrals of an activity
 * is hours × rate, so that the referrals of a year are the user's on average only; the rate of direct sales is a tenth of
 * the user's rate of referrals, times the group's own draw, which is not that of its referrals; a sale is for all of what
 * was won and there are no refunds; a group's mean sale is the mean, not the median, of its sales.
 */
export function userOf(world: World, index: number): User {
  const chance = chanceOf(world.seed, index);
  const count = chance.whole(...world.groups);
  const activitiesAYear = chance.whole(...world.activities);
  const hoursEach = chance.uniform(2, 5);
  const rate = chance.whole(...world.referrals) / (activitiesAYear * hoursEach);
  const seasonStart = chance.uniform(0, 1);
  const shares = chance.dirichlet(4, count);
  const truths = shares.map(
    (): Truth => ({
      referrals: (rate * chance.gamma(1.25)) / 1.25,
      winShare: chance.beta(2.4, 5.6),
      direct: (0.1 * rate * chance.gamma(1.25)) / 1.25,
      meanSale: meanSale * chance.lognormal(world.groupSpread),
    }),
  );
  const typicalSale = meanSale * Math.exp(0.4 * chance.normal());
  const bar = 0.4 * rate * meanSale * Math.exp(-0.35 + 0.3 * chance.normal());

  const journals = shares.map(emptyJournal);
  for (let i = 0; i < (activitiesAYear * months) / 12; i++) {
    const at = chance.uniform(0, months);
    const g = indexOf(chance.uniform(0, 1), shares);
    const [truth, journal] = [truths[g], journals[g]];
    if (!truth || !journal) continue;
    const hours = hoursEach * chance.uniform(0.6, 1.4);
    const season = 1 + world.season * Math.sin(2 * Math.PI * (at / 12 + seasonStart));
    journal.activities.push({ at: at * month, hours });
    addResults(journal, { at, hours: hours * season * world.trust(at) }, truth, world, chance);
  }
  return {
    typicalSale,
    bar,
    groups: truths.map((truth, g) => ({
      facts: factsOf(String(g), journals[g] ?? emptyJournal()),
      trueReturn: (truth.referrals * truth.winShare + truth.direct) * truth.meanSale,
      planned: ((activitiesAYear * hoursEach) / 12) * (shares[g] ?? 0),
    })),
  };
}

interface Journal {
  readonly activities: { at: number; hours: number }[];
  readonly referrals: ReferralFact[];
  readonly direct: DirectFact[];
}

function emptyJournal(): Journal {
  return { activities: [], referrals: [], direct: [] };
}

/** Adds what comes of an activity, in months. */
function addResults(
  journal: Journal,
  { at, hours }: { at: number; hours: number },
  truth: Truth,
  world: World,
  chance: Chance,
): void {
  const clumps = chance.poisson((hours * truth.referrals) / (1 + world.clump));
  for (let i = 0; i < clumps; i++) {
    const received = at + world.referralLag(chance);
    const size = 1 + (world.clump > 0 ? chance.poisson(world.clump) : 0);
    for (let j = 0; j < size; j++) {
      const referral = referralOf(received, truth, world, chance);
      if (isWritten(world, chance)) journal.referrals.push(referral);
    }
  }
  const sales = chance.poisson(hours * truth.direct);
  for (let i = 0; i < sales; i++) {
    const sale = saleOn(at + world.directLag(chance), truth, world, chance);
    if (isWritten(world, chance)) journal.direct.push({ ...sale, refunds: [] });
  }
}

/** No draw where nothing is missing: it would move all that come after it. */
function isWritten({ missing }: World, chance: Chance): boolean {
  return missing === 0 || !chance.isHit(missing);
}

function referralOf(received: number, truth: Truth, world: World, chance: Chance): ReferralFact {
  const at = received * month;
  if (chance.isHit(truth.winShare)) {
    const sale = saleOn(received + world.wonLag(chance), truth, world, chance);
    return { at, lostAt: undefined, sales: [sale] };
  }
  const lost = received + chance.exponential(4);
  return { at, lostAt: chance.isHit(world.unrecorded) ? undefined : lost * month, sales: [] };
}

function saleOn(at: number, truth: Truth, { saleSpread }: World, chance: Chance): Amount {
  return { at: at * month, minor: truth.meanSale * chance.lognormal(saleSpread) };
}

/** The journal, what comes after month 24 too: a look sees nothing that is later than it. */
function factsOf(key: string, journal: Journal): GroupFacts {
  return { ...journal, key, joined: undefined, left: undefined, foundAt: undefined, costBetween: () => 0 };
}

/** The share in which a number from 0 up to 1 falls. */
function indexOf(place: number, shares: readonly number[]): number {
  let sum = 0;
  const index = shares.findIndex((share) => {
    sum += share;
    return place < sum;
  });
  return index < 0 ? shares.length - 1 : index;
}
