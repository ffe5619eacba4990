import { expect, test } from 'vitest';
import { ledgerAsOf } from '../../src/model/as-of.ts';
import { parseDay } from '../../src/model/day.ts';
import { statusOf } from '../../src/model/ledger.ts';
import { readJournal } from '../../src/read/journal.ts';
import { readYaml } from '../../src/read/yaml.ts';

const text = `- type: referral
  date: 2026-03-02
  group: bni
  direction: given
  contact: Dupont
  contacted: 2026-03-04
  won: 2026-03-20
  lost: 2026-06-01
`;

test.each([
  ['2026-03-03', 'open', false],
  ['2026-03-19', 'contacted', false],
  ['2026-03-20', 'won', true],
  // What became business after all is not lost.
  ['2026-06-01', 'won', true],
] as const)('on %s a referral given is %s', async (date, status, isKnown) => {
  const file = { name: 'a.yaml', bytes: Buffer.from(text), format: 'yaml', isSettingsOnly: false } as const;
  const { journal, diagnostics } = await readJournal([file], async (each) => readYaml(each), undefined);
  expect(diagnostics).toEqual([]);
  const ledger = ledgerAsOf(journal, Number(parseDay(date)));
  const [entry] = ledger.entries;
  if (entry?.type !== 'referral') throw new Error('no referral was read');
  expect(statusOf(entry, ledger)).toBe(status);
  expect(entry.won !== undefined).toBe(isKnown);
});
