import { marks, type Tally } from './tally.ts';

interface Target {
  readonly what: string;
  readonly wanted: string;
  readonly world: 'base' | 'company';
  readonly percent: boolean;
  readonly measured: (tally: Tally) => number;
  readonly isReached: (measured: number, tally: Tally) => boolean;
}

type Measured = Target['measured'];

const asShare = { percent: true } as const;
const regret = { what: 'regret', percent: false, measured: (tally: Tally) => tally.regret.method } as const;
const atMost = (world: Target['world'], month: 6 | 12 | 18 | 24, limit: number): Target => ({
  ...asShare,
  world,
  what: `false drop, ever by ${month} months`,
  wanted: limit === 0 ? 'none' : `≤ ${limit} %`,
  measured: ({ falseDrops }) => falseDrops.method[month],
  isReached: (measured) => measured <= limit / 100,
});
const atLeast = (world: Target['world'], what: string, limit: number, measured: Measured): Target => ({
  ...{ ...asShare, world, what, measured },
  wanted: `≥ ${limit} %`,
  isReached: (share) => share >= limit / 100,
});
const found = (world: Target['world'], month: 18 | 24, limit: number) =>
  atLeast(world, `detection, ever by ${month}`, limit, ({ detections }) => detections.method[month]);
const precise = (world: Target['world'], limit: number) =>
  atLeast(world, 'precision of drop', limit, ({ precision }) => precision);
const covers = (world: Target['world']): Target => ({
  ...{ ...asShare, world, what: '80 % range covers, from month 12', wanted: '77–88 %' },
  measured: ({ coverage }) => coverage.all,
  isReached: (share) => share >= 0.77 && share <= 0.88,
});
const underNaive = (world: Target['world'], wanted: string, share: number): Target => ({
  ...{ ...regret, world, wanted },
  isReached: (measured, tally) => measured < share * tally.regret.naive,
});

/** What has to be reached. */
export const targets: readonly Target[] = [
  atMost('base', 6, 0),
  atMost('base', 12, 2),
  atMost('base', 18, 5),
  atMost('base', 24, 8),
  found('base', 18, 25),
  found('base', 24, 40),
  precise('base', 80),
  covers('base'),
  {
    ...{ ...regret, world: 'base', wanted: 'below never-drop' },
    isReached: (measured, tally) => measured < tally.regret.never,
  },
  underNaive('base', 'under half of naive', 1 / 2),
  atMost('company', 12, 1),
  atMost('company', 18, 3),
  atMost('company', 24, 4),
  found('company', 18, 70),
  found('company', 24, 80),
  precise('company', 95),
  covers('company'),
  underNaive('company', 'under a third of naive', 1 / 3),
];

/** Each target with what was measured, of the worlds there are. */
export function targetTable(tallies: Readonly<Record<string, Tally>>): string {
  const rows = targets.flatMap(({ what, wanted, world, percent, measured, isReached }) => {
    const tally = tallies[world];
    if (!tally) return [];
    const value = measured(tally);
    const verdict = isReached(value, tally) ? 'reached' : 'missed';
    return [[`${world}: ${what}`, wanted, percent ? inPercent(value) : value.toFixed(3), verdict]];
  });
  return tableOf([['', 'target', 'measured', ''], ...rows]);
}

/** Everything that a world showed. */
export function worldTable(name: string, users: number, tally: Tally): string {
  const { groups, good, bad, falseDrops, detections, precision, dropped, coverage, regret, looks } = tally;
  const months = (of: Tally['monthsGood'], verdict: 'too-early' | 'watch') =>
    `${of[verdict].median} (${of[verdict].tenth})`;
  const byMark = (what: string, shares: Readonly<Record<(typeof marks)[number], number>>) => [
    what,
    ...marks.map((mark) => inPercent(shares[mark])),
  ];
  return [
    `${name}: ${users} users, ${groups} groups, ${good} good (over 1.25 bars), ${bad} bad (under 0.5)`,
    tableOf([
      ['dropped once by month', ...marks.map(String)],
      byMark('good, by signals', falseDrops.method),
      byMark('good, by the quarter rule', falseDrops.naive),
      byMark('bad, by signals', detections.method),
      byMark('bad, by the quarter rule', detections.naive),
    ]),
    tableOf([
      ['months of 24, median (one in ten is over)', 'too early', 'watch'],
      ['good', months(tally.monthsGood, 'too-early'), months(tally.monthsGood, 'watch')],
      ['bad', months(tally.monthsBad, 'too-early'), months(tally.monthsBad, 'watch')],
    ]),
    tableOf([
      ['', 'too early', 'keep', 'watch', 'drop'],
      ['looks', ...(['too-early', 'keep', 'watch', 'drop'] as const).map((each) => inPercent(looks[each]))],
    ]),
    tableOf([
      ['regret, in bars per planned hour', 'signals', 'never drop', 'quarter rule', 'oracle'],
      ['', ...[regret.method, regret.never, regret.naive, 0].map((bars) => bars.toFixed(3))],
    ]),
    `in drop at month 24: ${dropped} groups, ${inPercent(precision)} of them under the bar`,
    `80 % range from month 12: covers ${inPercent(coverage.all)}, where not too early ${inPercent(coverage.judged)}`,
  ].join('\n');
}

function inPercent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}

/** Columns set under one another, the first to the left. */
function tableOf(rows: readonly (readonly string[])[]): string {
  const widthOf = (column: number) => Math.max(...rows.map((row) => row[column]?.length ?? 0));
  return rows
    .map((row) =>
      row
        .map((cell, i) => (i === 0 ? cell.padEnd(widthOf(i)) : cell.padStart(widthOf(i))))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
