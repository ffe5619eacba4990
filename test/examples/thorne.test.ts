import { expect, test } from 'vitest';
import { run } from '../run.ts';
import { filesUnder } from './files.ts';

const files = filesUnder('examples');
const csv = async (journal: string, columns: string) => {
  const args = [
    'report',
    '-j',
    journal,
    '--year',
    '2026',
    '--columns',
    columns,
    '--total',
    '--format',
    'csv',
  ];
  const { code, stdout, stderr } = await run(args, { files });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return stdout;
};

test.each(['examples/thorne', 'examples/thorne-csv'])('%s gives the published table', async (journal) => {
  expect(await csv(journal, 'activities,received,received_per_activity')).toBe(
    'group,activities,received,received_per_activity\ngroup-1,3,0,0\ngroup-2,1,2,2\ngroup-3,2,1,0.5\nTOTAL,6,3,0.5\n',
  );
});

test('YAML and CSV of the same facts give the same bytes', async () => {
  expect(await csv('examples/thorne', 'all')).toBe(await csv('examples/thorne-csv', 'all'));
});
