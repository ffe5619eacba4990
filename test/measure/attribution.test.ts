import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { attributionDefaults, attributionModels, splitMinor } from '../../src/measure/attribution.ts';
import golden from '../data/golden.json' with { type: 'json' };
import { facts } from '../property/facts.ts';
import { yamlFolder } from '../property/print.ts';
import { run } from '../run.ts';

const { attribution } = golden;
const weightsOf = (id: string, ages: readonly number[]) =>
  attributionModels.find((model) => model.id === id)?.weights(ages, attributionDefaults) ?? [];

describe('golden splits', () => {
  test.each([
    ['linear', attribution.linear],
    ['decay', attribution.decay_h90],
    ['position', attribution.position],
  ])('%s', (id, cents) => {
    expect(splitMinor(attribution.cents, weightsOf(id, attribution.ages_days))).toEqual(cents);
  });
  test('a refund, by its absolute value', () => {
    expect(splitMinor(-100, weightsOf('linear', [3, 2, 1]))).toEqual(attribution['refund_-100_thirds']);
  });
  test('first and last take all; one touch takes all; two share position alike', () => {
    expect(splitMinor(1001, weightsOf('first', [9, 5, 1]))).toEqual([1001, 0, 0]);
    expect(splitMinor(1001, weightsOf('last', [9, 5, 1]))).toEqual([0, 0, 1001]);
    for (const { id } of attributionModels) expect(splitMinor(7, weightsOf(id, [4]))).toEqual([7]);
    expect(splitMinor(5, weightsOf('position', [4, 1]))).toEqual([3, 2]);
  });
});

const ages = fc.array(fc.nat(365), { minLength: 1, maxLength: 40 }).map((list) => list.sort((a, b) => b - a));
const models = fc.constantFrom(...attributionModels);

test('whatever the model, the credits of a sale sum to it and its weights to 1', () => {
  fc.assert(
    fc.property(
      models,
      ages,
      fc.oneof(fc.constantFrom(0, 1, -1, 2), fc.integer({ min: -1e13, max: 1e13 })),
      fc.integer({ min: 1, max: 400 }),
      (model, list, minor, halfLife) => {
        const weights = model.weights(list, { lookback: 365, halfLife });
        expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 9);
        const credits = splitMinor(minor, weights);
        expect(credits.reduce((sum, credit) => sum + credit, 0)).toBe(minor);
        for (const [i, credit] of credits.entries())
          expect(Math.abs(credit - minor * (weights[i] ?? 0))).toBeLessThanOrEqual(1.01);
      },
    ),
  );
});

test('whatever the model, TOTAL stays as it is and the rows still sum to it', async () => {
  await fc.assert(
    fc.asyncProperty(
      facts,
      fc.constantFrom(...attributionModels.map(({ id }) => id)),
      async (journal, id) => {
        const files = Object.fromEntries(
          Object.entries(yamlFolder(journal)).map(([name, text]) => [`j/${name}`, text]),
        );
        const ask = async (...args: string[]) =>
          JSON.parse(
            (
              await run(
                ['report', '-j', 'j', '-p', 'all', '--as-of', '2026-12-31', '--format', 'json', ...args],
                { files },
              )
            ).stdout,
          );
        const direct = await ask();
        const shared = await ask('--attribution', id);
        expect(shared.total).toEqual(direct.total);
        for (const metric of ['sales', 'revenue', 'hours', 'received']) {
          for (const row of shared.rows) expect(row[metric]).not.toBeNull();
          const sum = shared.rows.reduce(
            (total: number, row: Record<string, number>) => total + (row[metric] ?? 0),
            0,
          );
          expect(sum).toBeCloseTo(direct.total[metric], 5);
        }
      },
    ),
    { numRuns: 40 },
  );
});

describe('touches', () => {
  const journal = (more = '') => ({
    'j.yaml': `groups: { bni: {}, chamber: {}, fair: {} }
entries:
- { type: activity, date: 2025-06-01, group: fair, met: [claire MARTIN] }
- { type: activity, date: 2025-09-12, group: fair, met: [Claire Martin, Paul Petit] }
- { type: referral, date: 2026-07-09, group: bni, direction: received, contact: Dupont SARL, from: Claire Martin, id: dupont }
- { type: activity, date: 2026-08-01, group: chamber, met: [Dupont Sarl, Claire Martin] }
- { type: approach, date: 2026-09-13, contact: Dupont SARL }
- { type: sale, date: 2026-09-12, referral: dupont, amount: 100.01 }
${more}`,
  });
  const rows = async (args: readonly string[], files = journal()) => {
    const { stdout, stderr } = await run(
      ['report', '-j', 'j.yaml', '--columns', 'sales,revenue', '--format', 'csv', '--total', ...args],
      { files },
    );
    expect(stderr).toBe('');
    return stdout.split('\n').slice(1, -1);
  };
  test('the direct rule', async () => {
    expect(await rows([])).toEqual([
      'bni,1,100.01',
      'chamber,0,0',
      'fair,0,0',
      '(none),0,0',
      'TOTAL,1,100.01',
    ]);
  });
  test('people of the sale, 0 to 365 days before, cases and accents ignored, the later day left out', async () => {
    // fair on 2025-09-12 is exactly 365 days before; that of June is not in the lookback.
    expect(await rows(['--attribution', 'linear'])).toEqual([
      'bni,0.333333,33.34',
      'chamber,0.333333,33.33',
      'fair,0.333333,33.34',
      '(none),0,0',
      'TOTAL,1,100.01',
    ]);
    expect(await rows(['--attribution', 'first'])).toEqual([
      'bni,0,0',
      'chamber,0,0',
      'fair,1,100.01',
      '(none),0,0',
      'TOTAL,1,100.01',
    ]);
    expect(await rows(['--attribution', 'linear', '--lookback', '364'])).toEqual([
      'bni,0.5,50.01',
      'chamber,0.5,50',
      'fair,0,0',
      '(none),0,0',
      'TOTAL,1,100.01',
    ]);
  });
  test('touches of one day stand in file order; a refund takes back what a sale gave', async () => {
    const sameDay =
      '- { type: activity, date: 2026-08-01, group: bni, met: [Dupont SARL] }\n- { type: sale, date: 2026-09-14, customer: Dupont SARL, amount: -0.03 }\n';
    const found = await rows(
      ['--attribution', 'linear', '--from', '2026-09-14', '--to', '2026-09-14'],
      journal(sameDay),
    );
    // bni twice (the referral, the activity), chamber once, the approach of no group once: 3 cents to the first three.
    expect(found).toEqual(['bni,0,-0.02', 'chamber,0,-0.01', 'fair,0,0', 'TOTAL,0,-0.03']);
  });
  test('a sale that nobody touched counts directly', async () => {
    const alone = '- { type: sale, date: 2026-09-20, group: chamber, amount: 7 }\n';
    expect(
      await rows(['--attribution', 'decay', '--from', '2026-09-20', '--to', '2026-09-20'], journal(alone)),
    ).toEqual(['bni,0,0', 'chamber,1,7', 'fair,0,0', 'TOTAL,1,7']);
  });
  test('a selection by member is of the touches, as a row by member is', async () => {
    const files = {
      'j.yaml': journal()
        ['j.yaml'].replaceAll('group: bni,', 'group: bni, member: eve,')
        .replaceAll('group: fair,', 'group: fair, member: tom,'),
    };
    const ask = async (...args: string[]) => (await rows(['--attribution', 'linear', ...args], files)).at(-1);
    const byMember = await rows(['--attribution', 'linear', '--by', 'member'], files);
    expect(byMember).toEqual([
      'eve,0.333333,33.34',
      'tom,0.333333,33.34',
      '(none),0.333333,33.33',
      'TOTAL,1,100.01',
    ]);
    expect(await ask('--member', 'eve')).toBe('TOTAL,0.333333,33.34');
    expect(await ask('--member', '*')).toBe('TOTAL,0.666667,66.68');
  });
  test('a sale of nothing is shared out as any other', async () => {
    const nothing = '- { type: sale, date: 2026-09-14, customer: Claire Martin, amount: 0 }\n';
    const found = await rows(
      ['--attribution', 'linear', '--from', '2026-09-14', '--to', '2026-09-14'],
      journal(nothing),
    );
    expect(found.at(-1)).toBe('TOTAL,1,0');
    expect(found.join()).not.toContain('NaN');
  });
  test('every model side by side', async () => {
    const { stdout } = await run(
      ['report', '-j', 'j.yaml', '--attribution', 'all', '--format', 'csv', '--total'],
      { files: journal() },
    );
    expect(stdout).toBe(
      'group,revenue_direct,revenue_first,revenue_last,revenue_linear,revenue_position,revenue_decay\nbni,100.01,0,0,33.34,20,43.61\nchamber,0,0,100.01,33.33,40,52.07\nfair,0,100.01,0,33.34,40.01,4.33\n(none),0,0,0,0,0,0\nTOTAL,100.01,100.01,100.01,100.01,100.01,100.01\n',
    );
  });
  test('explain shows each touch with its age, weight and cents, in sum the cell', async () => {
    const { stdout } = await run(
      ['explain', 'revenue', '--attribution', 'decay', '-j', 'j.yaml', '--format', 'json'],
      { files: journal() },
    );
    const { rows: parts, total } = JSON.parse(stdout);
    expect(
      parts.map((row: Record<string, unknown>) => [row['touch_group'], row['age'], row['touch_place']]),
    ).toEqual([
      ['fair', 365, 'j.yaml:4'],
      ['bni', 65, 'j.yaml:5'],
      ['chamber', 42, 'j.yaml:6'],
    ]);
    expect(parts.reduce((sum: number, row: { weight: number }) => sum + row.weight, 0)).toBeCloseTo(1, 12);
    expect(total.amount).toBe(100.01);
  });
});
