import fc from 'fast-check';
import { expect, test } from 'vitest';
import { columnsOf } from '../../src/model/visible.ts';
import { filesUnder } from '../examples/files.ts';
import { run } from '../run.ts';

const files = filesUnder('examples');
const asked = fc.record({
  command: fc.constantFrom(
    'report',
    'report',
    'explain revenue',
    'explain roi',
    'explain sales_per_activity',
    'stats',
    'check',
  ),
  journal: fc.constantFrom('solo', 'thorne', 'thorne-csv'),
  options: fc.subarray(
    [
      ...['--by kind', '--by mode', '--by tag', '--by month', '--by year', '--by member', '--by site'],
      ...[
        '--vs previous',
        '--vs year',
        '--tidy',
        '--chart',
        '--columns all',
        '--columns time,roi',
        '--sort -revenue',
        '--sort roi',
      ],
      ...['--attribution decay', '--attribution all', '--attribution first', '--lookback 0', '--half-life 7'],
      ...[
        '-g bni',
        '-g *',
        '-g (none)',
        '--tag *',
        '--total',
        '--no-total',
        '--format json',
        '--format markdown',
        '--format tsv',
      ],
      ...[
        '--quarter',
        '--year 2025',
        '--week last',
        '--month 2026-02',
        '-p all',
        '-p ytd',
        '-p 2025-02-11..2026-03',
      ],
      ...['--from 2026-10-31', '--to 2024-01-01', '--as-of 2023-01-01', '--lang fr', '--strict', '--quiet'],
    ],
    { maxLength: 5 },
  ),
  terminal: fc.constantFrom(60, 80, 100, 200),
});

test('whatever is asked, the answer is a result that fits the screen, or a sentence', async () => {
  await fc.assert(
    fc.asyncProperty(asked, async ({ command, journal, options, terminal }) => {
      const args = [command, `-j examples/${journal}`, ...options].flatMap((each) => each.split(' '));
      const { code, stdout, stderr } = await run(args, { files, terminal, env: { NO_COLOR: '1' } });
      expect([0, 1, 2], stderr).toContain(code);
      expect(stdout + stderr).not.toMatch(/NaN|Infinity|undefined|\[object|\{[a-z]+\}/);
      if (code > 0) {
        expect(stdout).toBe('');
        expect(stderr).toMatch(/^netroi: /);
      } else if (command !== 'check' && !/--format|--tidy/.test(options.join(' '))) {
        // A table must fit; what check says is a sentence, which a terminal wraps.
        for (const line of stdout.split('\n')) expect(columnsOf(line), line).toBeLessThanOrEqual(terminal);
      }
    }),
    { numRuns: 150 },
  );
});
