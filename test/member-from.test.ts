import { describe, expect, test } from 'vitest';
import { run, type World } from './run.ts';

const settings = `groups: { bni: {} }
members:
  eve: { name: Eve Martin, site: lyon, team: sales }
  adam: { site: paris, team: hiring }
  zoé: { site: paris, team: sales }
`;
const entry = '- { type: activity, date: 2026-03-02, group: bni, time: 1h }\n';
const files: World['files'] = {
  '/eve/net/netroi.yaml': `member-from: folder\n${settings}`,
  // Above the journal's own folder is no folder of it; nor is a name that is no member's.
  '/eve/net/2026.yaml': entry,
  '/eve/net/notes/2026.yaml': entry,
  '/eve/net/adam/2026.yaml': `${entry}- { type: activity, date: 2026-03-03, group: bni, time: 2h, member: eve }\n`,
  '/eve/net/adam/eve/activities.csv': 'date,group,time,member\n2026-03-04,bni,4h,\n2026-03-05,bni,8h,adam\n',
  '/eve/net/paris/zoe\u0301/2026.yaml': '- { type: cost, date: 2026-03-02, group: bni, amount: 32 }\n',
};

const rowsBy = async (by: string, world: World = { files }, ...more: string[]) => {
  const journal = ['-j', '/eve/net', ...more, '--as-of', '2026-10-31'];
  const { stdout, stderr } = await run(
    [
      'report',
      '--by',
      by,
      '--columns',
      'hours,cost',
      '--format',
      'csv',
      '--year',
      '2026',
      '--quiet',
      ...journal,
    ],
    world,
  );
  expect(stderr).toBe('');
  return stdout.trim().split('\n').slice(1);
};

describe('member-from: folder', () => {
  test('an entry that names no member is the one’s whose folder it is in, the nearest of several', async () => {
    expect(await rowsBy('member')).toEqual(['eve,6,0', 'adam,9,0', 'zoé,0,32', '(none),2,0']);
    expect(await rowsBy('site')).toEqual(['lyon,6,0', 'paris,9,32', '(none),2,0']);
    expect(await rowsBy('team')).toEqual(['sales,6,32', 'hiring,9,0', '(none),2,0']);
    expect(await rowsBy('member', { files }, '--member', 'adam')).toContain('adam,9,0');
  });

  test('a file that is asked for by itself as well keeps its folder', async () => {
    const alone = '/eve/net/adam/2026.yaml';
    expect(await rowsBy('member', { files }, '-j', alone)).toEqual(await rowsBy('member'));
    const { stdout } = await run(
      ['report', '--by', 'member', '--columns', 'hours', '--format', 'csv', '-j', alone, '-j', '/eve/net'],
      { files },
    );
    expect(stdout).toContain('adam,9');
  });

  test('without it, and where no members are declared, folders say nothing', async () => {
    const plain = { ...files, '/eve/net/netroi.yaml': settings };
    expect(await rowsBy('member', { files: plain })).toEqual([
      'eve,2,0',
      'adam,8,0',
      'zoé,0,0',
      '(none),7,32',
    ]);
    const nobody = { '/eve/net/netroi.yaml': 'member-from: folder\n', '/eve/net/adam/2026.yaml': entry };
    expect(await rowsBy('member', { files: nobody })).toEqual(['(none),1,0']);
  });

  test('what is written back into such a file is put where it belongs', async () => {
    const at = '/eve/net/adam/2026.yaml';
    const referral =
      '- type: referral\n  date: 2026-03-02\n  group: bni\n  direction: received\n  contact: Dupont\n  tags: [a]\n';
    const world = { files: { ...files, [at]: referral } };
    const { files: after, stderr } = await run(
      ['contacted', 'Dupont', '--date', '2026-03-04', '--note', 'by phone', '-j', '/eve/net'],
      world,
    );
    expect(stderr).toBe('');
    expect(after.get(at)).toBe(
      referral.replace('  tags: [a]\n', '  contacted: 2026-03-04\n  tags: [a]\n  note: by phone\n'),
    );
  });
});
