import path from 'node:path';
import { expect, test } from 'vitest';
import { month } from '../../../src/measure/signals/lags.ts';
import { root, started } from '../../e2e/netroi.ts';
import { judgedOf, sample } from './bench.ts';
import { chanceOf } from './chance.ts';
import { type Judged, judge } from './judge.ts';
import result from './result.json' with { type: 'json' };
import { targets } from './tables.ts';
import { tallyOf } from './tally.ts';
import { type User, userOf } from './user.ts';
import { usersOfWorld, worlds } from './worlds.ts';

/** All numbers in a value, by their path. */
function numbersIn(value: object, prefix = ''): [string, number][] {
  return Object.entries(value).flatMap(([key, each]): [string, number][] =>
    typeof each === 'number' ? [[prefix + key, each]] : numbersIn(each, `${prefix}${key}.`),
  );
}

test('the committed figures are those of the model', () => {
  const found = numbersIn(tallyOf(judgedOf(sample.world, 0, sample.users)));
  const committed = new Map(numbersIn(result.sample));
  expect(found.map(([what]) => what)).toEqual([...committed.keys()]);
  for (const [what, number] of found) expect(number, what).toBeCloseTo(committed.get(what) ?? NaN, 9);
});

test('the committed figures are of a full run', () => {
  const runs = Object.entries(result.worlds).map(([name, { seed, users }]) => ({ name, seed, users }));
  expect(runs).toEqual(worlds.map(({ name, seed }) => ({ name, seed, users: usersOfWorld })));
});

const user = userOf(worlds[0] ?? expect.fail(), 3);

test('no look sees what comes after it', () => {
  const end = 12 * month;
  const isBy = ({ at }: { readonly at: number }) => at <= end;
  const cut = user.groups.map((group) => {
    const { facts } = group;
    const referrals = facts.referrals.filter(isBy).map((referral) => ({
      ...referral,
      lostAt: (referral.lostAt ?? Infinity) <= end ? referral.lostAt : undefined,
      sales: referral.sales.filter(isBy),
    }));
    const [activities, direct] = [facts.activities.filter(isBy), facts.direct.filter(isBy)];
    return { ...group, facts: { ...facts, activities, referrals, direct } };
  });
  const firstYear = (all: readonly Judged[]) =>
    all.map(({ verdicts, covered }) => ({ verdicts: verdicts.slice(0, 12), covered: covered.slice(0, 12) }));
  expect(firstYear(judge({ ...user, groups: cut }))).toEqual(firstYear(judge(user)));
});

test('a user is the same at every call and another for another number', () => {
  const text = (index: number) => JSON.stringify(userOf(worlds[0] ?? expect.fail(), index));
  expect(text(3)).toBe(JSON.stringify(user));
  expect(text(4)).not.toBe(text(3));
});

test.each([
  ['uniform', 3.5, 0.02, (chance) => chance.uniform(2, 5)],
  ['whole', 5.5, 0.03, (chance) => chance.whole(3, 8)],
  ['isHit', 0.4, 0.01, (chance) => Number(chance.isHit(0.4))],
  ['normal', 0, 0.02, (chance) => chance.normal()],
  ['the square of normal', 1, 0.03, (chance) => chance.normal() ** 2],
  ['lognormal', 1, 0.03, (chance) => chance.lognormal(0.9)],
  ['exponential', 4, 0.08, (chance) => chance.exponential(4)],
  ['gamma', 1.25, 0.03, (chance) => chance.gamma(1.25)],
  ['the variance of gamma', 1.25, 0.07, (chance) => (chance.gamma(1.25) - 1.25) ** 2],
  ['beta', 0.3, 0.004, (chance) => chance.beta(2.4, 5.6)],
  ['the variance of beta', 0.21 / 9, 0.001, (chance) => (chance.beta(2.4, 5.6) - 0.3) ** 2],
  ['dirichlet', 0.2, 0.003, (chance) => chance.dirichlet(4, 5)[4] ?? 0],
  ['the variance of dirichlet', 0.16 / 21, 4e-4, (chance) => ((chance.dirichlet(4, 5)[0] ?? 0) - 0.2) ** 2],
  ['poisson', 1.7, 0.03, (chance) => chance.poisson(1.7)],
  ['the variance of poisson', 1.7, 0.08, (chance) => (chance.poisson(1.7) - 1.7) ** 2],
] as [string, number, number, (chance: ReturnType<typeof chanceOf>) => number][])(
  'the mean of %s is %d',
  (_, mean, within, draw) => {
    const chance = chanceOf(99, 0);
    const draws = Array.from({ length: 40_000 }, () => draw(chance));
    const found = draws.reduce((sum, each) => sum + each, 0) / draws.length;
    expect(Math.abs(found - mean)).toBeLessThan(within);
  },
);

test.each(worlds)('$name: what comes is what was meant to come', (world) => {
  const isSmall = world.name !== 'company';
  const groups = Array.from({ length: isSmall ? 300 : 10 }, (_, i) => userOf(world, i).groups).flat();
  const sum = (of: (group: (typeof groups)[number]) => number) =>
    groups.reduce((all, each) => all + of(each), 0);
  const hours = sum(({ facts }) => facts.activities.reduce((all, each) => all + each.hours, 0));
  expect(hours / sum(({ planned }) => planned * 24)).toBeCloseTo(1, 1);
  const sales = sum(({ facts: { referrals, direct } }) =>
    [...referrals.flatMap((referral) => referral.sales), ...direct].reduce(
      (all, { minor }) => all + minor,
      0,
    ),
  );
  // Of a trust that grows over 24 months, the mean.
  const trust = world.name === 'ramp' ? 1 - (6 / 24) * (1 - Math.exp(-24 / 6)) : 1;
  const returned = sum(({ planned, trueReturn }) => planned * 24 * trueReturn);
  expect(Math.abs(sales / (returned * trust * (1 - world.missing)) - 1)).toBeLessThan(0.1);
  const lost = groups.flatMap(({ facts }) =>
    facts.referrals.filter((referral) => referral.sales.length === 0),
  );
  const unwritten = lost.filter(({ lostAt }) => lostAt === undefined).length / lost.length;
  expect(Math.abs(unwritten - world.unrecorded)).toBeLessThan(0.03);
});

test.each([
  ['base', 1.5 * 2.5],
  ['late', 2.5 * 4.5],
])('%s: a win takes %d months on average', (name, mean) => {
  const world = worlds.find((each) => each.name === name) ?? expect.fail();
  const groups = Array.from({ length: 300 }, (_, i) => userOf(world, i).groups).flat();
  const months = groups.flatMap(({ facts }) =>
    facts.referrals.flatMap(({ at, sales }) => sales.map((sale) => (sale.at - at) / month)),
  );
  expect(Math.abs(months.reduce((sum, each) => sum + each, 0) / months.length / mean - 1)).toBeLessThan(0.03);
});

test('the quarter rule flags what sold less an hour than all', () => {
  const facts = { joined: undefined, left: undefined, foundAt: undefined, costBetween: () => 0 };
  const group = (key: string, activeAt: readonly number[], soldAt: readonly number[]) => ({
    trueReturn: 1,
    planned: 1,
    facts: {
      ...{ ...facts, key, referrals: [] },
      activities: activeAt.map((at) => ({ at: at * month, hours: 1 })),
      direct: soldAt.map((at) => ({ at: at * month, minor: 100, refunds: [] })),
    },
  });
  // Quarter 1: one of them sells. Quarter 2: both alike. Quarter 3: one alone has hours. Quarter 4: nobody sells.
  const groups = [group('a', [1, 4, 7, 10], [2, 5]), group('b', [1, 4, 10], [6, 8])];
  const mean: User = { groups, bar: 1, typicalSale: 100 };
  expect(judge(mean).map(({ naive }) => naive)).toEqual([[9], [3]]);
});

test('regret counts what was kept under the bar and dropped above it', () => {
  const judged = (ratio: number, planned: number, drop: number | undefined): Judged => ({
    ...{ ratio, planned, covered: [], naive: drop === undefined ? [] : [drop] },
    verdicts: Array.from({ length: 24 }, (_, i) => (i + 1 === drop ? 'drop' : 'keep')),
  });
  const all = [judged(0.4, 1, 12), judged(2, 2, 18), judged(0.8, 1, undefined), judged(3, 1, 3)];
  const { regret, falseDrops, detections } = tallyOf(all);
  // 0.6 for 6 months of 24; 1 on two hours for 12; 0.2 for all; 2 for all, as it was dropped before month 6.
  const lost = 0.6 * 0.25 + 2 * 0.5 + 0.2 + 2;
  expect(regret.method).toBeCloseTo(lost / 5, 12);
  expect(regret.naive).toBeCloseTo(lost / 5, 12);
  expect(regret.never).toBeCloseTo((0.6 + 0.2) / 5, 12);
  expect(falseDrops.method).toEqual({ 6: 0.5, 12: 0.5, 18: 1, 24: 1 });
  expect(detections.method).toEqual({ 6: 0, 12: 1, 18: 1, 24: 1 });
});

test('the bench runs and judges each figure that has a target', () => {
  const bench = path.join(root, 'test/bench/signals/bench.mjs');
  const { code, stdout, stderr } = started(process.execPath, [bench, '--users', '2'], {}, root);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout.match(/ (reached|missed)$/gm)).toHaveLength(targets.length);
});
