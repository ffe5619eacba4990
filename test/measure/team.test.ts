import { describe, expect, test } from 'vitest';
import { medianOf } from '../../src/measure/team/people.ts';
import { activity, ago, approach, ask, company, document, type Row, today } from './team-journal.ts';

const pick = (rows: readonly Row[], ...names: string[]) => rows.map((row) => names.map((name) => row[name]));

describe('overlaps', () => {
  const night = (member: string, more = '', title = 'Night of Talks', group = 'bni', date = '2026-05-05') =>
    activity(member, group, date, `title: "${title}"${more && `, ${more}`}`);
  const found = async (entries: readonly string[], plan = '') =>
    pick(await ask('overlap', entries, company + plan), 'group', 'what', 'member', 'hours', 'cost');

  test('several members at one event: what all but the one who took most took', async () => {
    const entries = [
      night('eve', 'time: 2h, cost: 30'),
      night('adam', 'time: { event: 2h, travel: 1h }, cost: 10'),
    ];
    expect(await found(entries)).toEqual([['bni', 'Night of Talks', ['adam', 'eve'], 2, 30]]);
    expect(await found([...entries, night('zoe', 'time: 1h')])).toEqual([
      ['bni', 'Night of Talks', ['adam', 'eve', 'zoe'], 3, 30],
    ]);
  });
  test('titles are compared as names are', async () => {
    const pairs = [
      ['Soirée des  Clubs', 'SOIREE DES CLUBS'],
      ['Cafe\u0301', 'cafe'],
    ] as const;
    for (const [a, b] of pairs)
      expect(await found([night('eve', '', a), night('adam', '', b)])).toMatchObject([{ 0: 'bni', 1: a }]);
  });
  test('posts and comments of several members are no common event', async () => {
    for (const kind of ['post', 'Article', 'publication', 'COMMENT', 'commentaire'])
      expect(await found([night('eve', `kind: ${kind}`), night('adam', `kind: ${kind}`)])).toEqual([]);
    expect(await found([night('eve', 'kind: talk'), night('adam', 'kind: talk')])).toHaveLength(1);
    const { notes } = await document([
      activity('eve', 'bni', today, 'kind: post'),
      activity('adam', 'bni', today, 'kind: post'),
    ]);
    expect(notes.join(' ')).not.toContain('without a title');
  });
  test.each([
    ['another title', night('adam', '', 'Night of Talk')],
    ['another group', night('adam', '', 'Night of Talks', 'cci')],
    ['a day later', night('adam', '', 'Night of Talks', 'bni', '2026-05-06')],
    ['absent', night('adam', 'attendance: absent')],
    ['excused', night('adam', 'attendance: excused')],
    ['the same member', night('eve', 'time: 3h')],
    ['no member', '{ type: activity, date: 2026-05-05, group: bni, title: Night of Talks, time: 4h }'],
  ])('%s is none', async (_, other) => {
    expect(await found([night('eve'), other])).toEqual([]);
  });
  test.each(['late', 'substitute'])('%s is there all the same', async (attendance) => {
    expect(await found([night('eve'), night('adam', `attendance: ${attendance}`)])).toHaveLength(1);
  });
  test.each([
    ['exactly who went', '{ date: 2026-05-05, group: bni, title: NIGHT of talks, members: [eve, adam] }', 0],
    [
      'more than went',
      '{ date: 2026-05-05, group: bni, title: Night of Talks, members: [zoe, eve, adam] }',
      0,
    ],
    ['any title', '{ date: 2026-05-05, group: bni, members: [eve, adam] }', 0],
    ['one of them', '{ date: 2026-05-05, group: bni, members: [eve] }', 1],
    ['another title', '{ date: 2026-05-05, group: bni, title: Other, members: [eve, adam] }', 1],
    ['another day', '{ date: 2026-05-06, group: bni, members: [eve, adam] }', 1],
    ['another group', '{ date: 2026-05-05, group: cci, members: [eve, adam] }', 1],
  ])('a plan with %s', async (_, plan, count) => {
    expect(await found([night('eve'), night('adam')], `plan: [${plan}]\n`)).toHaveLength(count);
  });
  test('two plans, each with one of those who went, foresee no meeting of the two', async () => {
    const plan =
      'plan: [{ date: 2026-05-05, group: bni, members: [eve] }, { date: 2026-05-05, group: bni, title: Night of Talks, members: [adam] }]\n';
    expect(await found([night('eve', 'time: 1h'), night('adam', 'time: 3h')], plan)).toHaveLength(1);
  });
  test('one more than was planned: too much is what that one took', async () => {
    const plan = 'plan: [{ date: 2026-05-05, group: bni, members: [eve, adam] }]\n';
    const three = [night('eve', 'time: 1h'), night('adam', 'time: 2h'), night('zoe', 'time: 5h, cost: 7')];
    expect(await found(three, plan)).toEqual([['bni', 'Night of Talks', ['adam', 'eve', 'zoe'], 5, 7]]);
  });
  test('activities without a title are not compared, and told of', async () => {
    const { rows, notes } = await document([activity('eve', 'bni', today), activity('adam', 'bni', today)]);
    expect(rows.filter(({ section }) => section === 'overlap')).toEqual([]);
    expect(notes.join(' ')).toContain(
      '2 activities of several members on one day in one group without a title',
    );
  });
  test('outside of the period there are none', async () => {
    const both = [night('eve'), night('adam')];
    for (const [period, count] of [
      ['2026-05-05', 1],
      ['2026-05-06..', 0],
      ['2026-05-01..2026-05-04', 0],
    ] as const)
      expect(await ask('overlap', both, company, ['-p', period])).toHaveLength(count);
  });
});

describe('prospects approached too often', () => {
  const found = async (entries: readonly string[], settings = '', args: readonly string[] = []) =>
    pick(await ask('approach', entries, company + settings, args), 'what', 'reason', 'date');
  const day = (n: number) => ago(100 - n);

  test.each([
    [0, 2],
    [29, 2],
    [30, 2],
    [31, 0],
  ])('two members, %d days apart: %d approaches told', async (days, count) => {
    expect(
      await found([approach('eve', 'Dupont', day(0)), approach('adam', 'DUPONT', day(days))]),
    ).toHaveLength(count);
  });
  test.each([
    ['the same member', approach('eve', 'Dupont', day(9))],
    ['another prospect', approach('adam', 'Durand', day(9))],
    ['nobody named', approach(undefined, 'Dupont', day(9))],
  ])('%s is no second member', async (_, other) => {
    expect(await found([approach('eve', 'Dupont', day(0)), other])).toEqual([]);
  });
  test('the days apart are the setting approach-within', async () => {
    const pair = [approach('eve', 'Dupont', day(0)), approach('adam', 'Dupont', day(8))];
    expect(await found(pair, 'team: { approach-within: 7d }\n')).toEqual([]);
    expect(await found(pair, 'team: { approach-within: 8d }\n')).toHaveLength(2);
  });
  test('another member’s is sought beyond one’s own', async () => {
    const three = [
      approach('eve', 'Dupont', day(0)),
      approach('adam', 'Dupont', day(20)),
      approach('adam', 'Dupont', day(30)),
      approach('adam', 'Dupont', day(31)),
    ];
    expect((await found(three, 'team: { approach-most: 9 }\n')).map(([, , date]) => date)).toEqual([
      day(0),
      day(20),
      day(30),
    ]);
  });
  test.each([
    [[0, 30, 60, 89], 4],
    [[0, 30, 60, 90], 0],
    [[0, 30, 60], 0],
    [[0, 0, 0, 0], 4],
    // Two stretches: the first approach belongs to one of them.
    [[0, 40, 60, 80, 95], 5],
    [[0, 60, 70, 80, 95], 5],
    [[0, 2, 95, 96, 97], 0],
    [[0, 10, 95, 96, 97, 98], 5],
  ])('by one member on days %j: %d told', async (days, count) => {
    const entries = days.map((n) => approach('eve', 'Dupont', day(n)));
    expect(await found(entries)).toHaveLength(count);
  });
  test('whoever approached counts, also where no member is named', async () => {
    const entries = [0, 30, 60, 89].map((n, i) => approach(i === 2 ? undefined : 'eve', 'Dupont', day(n)));
    expect(await found(entries)).toHaveLength(4);
    expect((await document(entries)).notes.join(' ')).toContain('1 approach without a member');
  });
  test('how many and how long are settings', async () => {
    const two = [approach('eve', 'Dupont', day(0)), approach('eve', 'Dupont', day(9))];
    expect(await found(two, 'team: { approach-most: 1, approach-per: 10d }\n')).toHaveLength(2);
    expect(await found(two, 'team: { approach-most: 1, approach-per: 9d }\n')).toEqual([]);
    expect(await found(two, 'team: { approach-most: 2, approach-per: 10d }\n')).toEqual([]);
  });
  test('what the period ends is told with what came before it', async () => {
    const pair = [approach('eve', 'Dupont', day(0)), approach('adam', 'Dupont', day(30))];
    expect(await found(pair, '', ['--from', day(30)])).toHaveLength(2);
    expect(await found(pair, '', ['--from', day(31)])).toEqual([]);
    expect(await found(pair, '', ['--from', day(0), '--to', day(29)])).toEqual([]);
  });
});

describe('the policy', () => {
  const rules = (...policy: string[]) => `${company}policy: [${policy.join(', ')}]\n`;
  const broken = async (entry: string, ...policy: string[]) =>
    (await ask('breach', [entry], rules(...policy))).map(({ reason }) => reason);
  const may = activity('eve', 'bni', '2026-05-05', 'kind: Fair');
  const post = activity('eve', 'bni', '2026-05-05', 'kind: Post');

  test.each([
    ['attend', may, ['{ group: bni, attend: [adam] }'], ['attend']],
    ['attend, allowed', may, ['{ group: bni, attend: [adam, eve] }'], []],
    ['attend, another group', may, ['{ group: cci, attend: [adam] }'], []],
    ['attend, all', may, ['{ attend: [adam] }'], ['attend']],
    ['attend, site', may, ['{ site: lyon, attend: [adam] }'], ['attend']],
    ['attend, another site', may, ['{ site: paris, attend: [adam] }'], []],
    ['attend, the nearer rule allows', may, ['{ attend: [adam] }', '{ group: bni, attend: [eve] }'], []],
    [
      'attend, the nearer rule forbids',
      may,
      ['{ group: bni, attend: [eve] }', '{ group: bni, site: lyon, attend: [adam] }'],
      ['attend'],
    ],
    [
      'attend, group before site',
      may,
      ['{ site: lyon, attend: [adam] }', '{ group: bni, attend: [eve] }'],
      [],
    ],
    ['attend is not about posts', post, ['{ group: bni, attend: [adam] }'], []],
    ['post', post, ['{ group: bni, post: [adam] }'], ['post']],
    ['post, allowed', post, ['{ group: bni, post: [eve] }'], []],
    ['post is about posts', may, ['{ group: bni, post: [adam] }'], []],
    ['kinds', may, ['{ kinds: [lunch] }'], ['kinds']],
    ['kinds, as names are compared', may, ['{ kinds: [FAIR] }'], []],
    ['kinds, none named', activity('eve', 'bni', '2026-05-05'), ['{ kinds: [lunch] }'], []],
    ['kinds and attend', may, ['{ kinds: [lunch], attend: [adam] }'], ['attend', 'kinds']],
    [
      'excused',
      activity('eve', 'bni', '2026-05-05', 'kind: fair, attendance: excused'),
      ['{ kinds: [lunch], attend: [adam] }'],
      [],
    ],
    ['nobody named', '{ type: activity, date: 2026-05-05, group: bni }', ['{ attend: [adam] }'], []],
    ['last year', activity('eve', 'bni', '2025-12-31'), ['{ attend: [adam] }'], []],
  ])('%s', async (_, entry, policy, expected) => {
    expect(await broken(entry, ...policy)).toEqual(expected);
  });
  test('a breach stands where its entry stands', async () => {
    const [row] = await ask('breach', [may, post], rules('{ post: [adam] }'));
    expect(row).toMatchObject({
      member: 'eve',
      group: 'bni',
      date: '2026-05-05',
      place: expect.stringMatching(/^j\.yaml:\d+$/),
    });
  });

  const hours = (...times: [string, string][]) =>
    times.map(([date, time]) => activity('eve', 'bni', date, `time: ${time}`));
  const over = async (entries: readonly string[], rule: string, args: readonly string[] = []) =>
    pick(await ask('breach', entries, rules(rule), args), 'reason', 'quarter', 'date', 'hours', 'cost');

  test('all of a budget is not more than it', async () => {
    const used = hours(['2026-04-01', '2h'], ['2026-06-30', '1h']);
    expect(await over(used, '{ group: bni, hours: 3 }')).toEqual([]);
    expect(await over(used, '{ group: bni, hours: 2.99 }')).toEqual([
      ['hours', '2026-Q2', '2026-06-30', 3, null],
    ]);
  });
  test('a fraction of an hour is no rounding fault', async () => {
    for (const minutes of [33, 66, 123, 507]) {
      const used = [activity('eve', 'bni', '2026-04-01', `time: ${minutes}m`)];
      const limit = Number((minutes / 60).toFixed(2));
      expect(await over(used, `{ group: bni, hours: ${limit} }`), `${minutes}`).toEqual([]);
    }
  });
  test('a quarter counts whole though the period holds a part of it, other quarters do not', async () => {
    const used = hours(['2026-04-01', '2h'], ['2026-05-31', '2h'], ['2026-07-01', '3h']);
    expect(await over(used, '{ group: bni, hours: 3 }', ['--month', '2026-06'])).toEqual([
      ['hours', '2026-Q2', '2026-05-31', 4, null],
    ]);
    expect(await over(used, '{ group: bni, hours: 3 }', ['--quarter', '2026-Q3'])).toEqual([]);
  });
  test('quarters are those of the fiscal year', async () => {
    const used = hours(['2026-03-31', '2h'], ['2026-04-30', '2h']);
    const found = await ask('breach', used, `fiscal-year-start: 2\n${rules('{ group: bni, hours: 3 }')}`, [
      '-p',
      'all',
    ]);
    expect(pick(found, 'quarter')).toEqual([['2026-Q1']]);
  });
  test('money: fees by day, costs of activities; all of it is not more', async () => {
    const fee = '{ type: cost, date: 2026-03-31, until: 2026-04-01, group: bni, amount: 100 }';
    const entries = [fee, activity('eve', 'bni', '2026-04-02', 'cost: 10')];
    expect(await over(entries, '{ group: bni, money: 60 }')).toEqual([]);
    expect(await over(entries, '{ group: bni, money: 59.99 }')).toEqual([
      ['money', '2026-Q2', '2026-04-02', null, 60],
    ]);
  });
  test('the budget of a site is its members’', async () => {
    const entries = [
      activity('eve', 'bni', '2026-05-05', 'time: 2h'),
      activity('adam', 'cci', '2026-05-06', 'time: 2h'),
      activity('zoe', 'bni', '2026-05-07', 'time: 9h'),
    ];
    expect(await over(entries, '{ site: lyon, hours: 3 }')).toEqual([
      ['hours', '2026-Q2', '2026-05-06', 4, null],
    ]);
    expect(await over(entries, '{ site: lyon, group: bni, hours: 3 }')).toEqual([]);
    expect(await over(entries, '{ hours: 12 }')).toHaveLength(1);
  });

  const owners = async (...policy: string[]) =>
    pick(await ask('breach', [], rules(...policy)), 'group', 'reason', 'member');
  test('a group without an owner, where others have one; a left group needs none', async () => {
    expect(await owners('{ group: bni, owner: eve }')).toEqual([['cci', 'owner', null]]);
    expect(await owners('{ owner: eve }')).toEqual([]);
    expect(await owners('{ site: lyon, owner: eve }')).toEqual([
      ['bni', 'owner', null],
      ['cci', 'owner', null],
    ]);
    expect(await owners('{ group: bni, hours: 3 }')).toEqual([]);
  });
  test('an owner who may not attend', async () => {
    expect(await owners('{ owner: eve }', '{ group: bni, attend: [adam] }')).toEqual([
      ['bni', 'owner-attend', 'eve'],
    ]);
    expect(await owners('{ owner: eve, attend: [eve] }')).toEqual([]);
  });
});

describe('budgets against results', () => {
  test('each quarter, what was used and what came', async () => {
    const rows = await ask(
      'budget',
      [
        activity('eve', 'bni', '2026-02-02', 'time: 2h, cost: 30'),
        '{ type: referral, date: 2026-02-03, group: bni, direction: received, contact: Dupont, id: d, member: eve }',
        '{ type: sale, date: 2026-04-30, referral: d, amount: 500 }',
      ],
      `${company}policy: [{ group: bni, hours: 10, money: 40 }]\n`,
      ['-p', '2026-Q1..2026-Q2'],
    );
    expect(
      pick(rows, 'quarter', 'hours', 'hours_budget', 'cost', 'cost_budget', 'received', 'sales', 'revenue'),
    ).toEqual([
      ['2026-Q1', 2, 10, 30, 40, 1, 0, 0],
      ['2026-Q2', 0, 10, 0, 40, 0, 1, 500],
    ]);
  });
});

describe('memberships', () => {
  const states = async (group: string, entries: readonly string[] = []) =>
    (await ask('membership', entries, `groups: { g: { ${group} } }\n`)).map(({ reason }) => reason);
  const inDays = (days: number) => ago(-days);
  const there = [`{ type: activity, date: ${today}, group: g }`];

  test.each([
    [0, ['renewal']],
    [60, ['renewal']],
    [61, []],
    [-1, ['renewal-over']],
  ])('a renewal in %d days', async (days, expected) => {
    expect(await states(`renews: ${inDays(days)}`, there)).toEqual([expected]);
  });
  test.each([
    [90, 30, ['notice']],
    [91, 30, []],
    [30, 30, ['notice', 'renewal']],
    [29, 30, ['renewal', 'notice-over']],
    [100, 120, ['notice-over']],
  ])('a renewal in %d days with %d days of notice', async (days, notice, expected) => {
    expect(await states(`renews: ${inDays(days)}, notice: ${notice}d`, there)).toEqual([expected]);
  });
  const paid = `renews: ${inDays(200)}`;
  test.each([
    [89, []],
    [90, ['idle']],
    [500, ['idle']],
  ])('paid, and the last time somebody was there is %d days ago', async (days, expected) => {
    expect(await states(paid, [`{ type: activity, date: ${ago(days)}, group: g }`])).toEqual([expected]);
    // Who was excused was not there.
    const excused = `{ type: activity, date: ${today}, group: g, attendance: excused }`;
    expect(await states(paid, [`{ type: activity, date: ${ago(days)}, group: g }`, excused])).toEqual([
      expected,
    ]);
  });
  test('never used is idle, but not in its first 90 days', async () => {
    expect(await states(paid)).toEqual([['idle']]);
    expect(await states(`${paid}, joined: ${ago(89)}`)).toEqual([[]]);
    expect(await states(`${paid}, joined: ${ago(90)}`)).toEqual([['idle']]);
  });
  test('a fee that runs is paid, one that ended is not', async () => {
    const fee = (until: string) => `{ type: cost, date: 2025-11-01, until: ${until}, group: g, amount: 365 }`;
    expect(await states('', [fee(today)])).toEqual([['idle']]);
    expect(await states('', [fee(ago(1))])).toEqual([[]]);
  });
  test('a group that was left, or is joined later, is no membership', async () => {
    expect(await states(`${paid}, left: ${ago(1)}`)).toEqual([]);
    expect(await states(`renews: ${ago(20)}, left: ${ago(1)}`)).toEqual([]);
    expect(await states(`${paid}, joined: ${inDays(1)}`)).toEqual([]);
  });
  test('seat, payer, renewal and the fees of a year', async () => {
    const settings = 'members: { eve: {} }\ngroups: { g: { seat: eve, payer: sales, renews: 2027-06-01 } }\n';
    const fee = '{ type: cost, date: 2025-01-01, until: 2027-12-31, group: g, amount: 1095 }';
    const [row] = await ask('membership', [fee], settings);
    expect(row).toMatchObject({ member: 'eve', what: 'sales', date: '2027-06-01', cost: 365 });
  });
});

describe('gaps', () => {
  const settings = `groups: { bni: { goals: [clients, supplier, job, Press] }, cci: { goals: [press, clients] }, expo: { left: 2026-03-31 } }
members: { eve: { site: lyon }, adam: { site: paris }, zoe: {} }
`;
  const gaps = async (...entries: string[]) =>
    (await ask('gap', entries, settings)).map(({ what, site }) => what ?? site);
  const served = [
    activity('eve', 'bni', '2026-02-01'),
    activity('adam', 'bni', '2026-02-02'),
    '{ type: referral, date: 2026-02-01, group: cci, direction: received, contact: D }',
    '{ type: outcome, date: 2026-02-01, group: cci, kind: Supplier }',
    '{ type: outcome, date: 2026-02-01, group: cci, kind: interview }',
    '{ type: outcome, date: 2026-02-01, group: bni, kind: need, goal: PRESS }',
  ];
  const without = (at: number, ...more: string[]) => [...served.filter((_, i) => i !== at), ...more];

  test('none where each is served, by whichever group', async () => {
    expect(await gaps(...served)).toEqual([]);
  });
  test.each([
    [0, 'lyon', []],
    [2, 'clients', []],
    [3, 'supplier', []],
    [4, 'job', []],
    [5, 'Press', []],
    [0, 'lyon', [activity('eve', 'bni', '2026-02-01', 'attendance: absent')]],
    [0, 'lyon', [activity('eve', 'bni', '2025-12-31')]],
    [0, 'lyon', [approach('eve', 'D', '2026-02-01')]],
    [2, 'clients', ['{ type: referral, date: 2026-02-01, group: cci, direction: given, contact: D }']],
    [2, 'clients', ['{ type: sale, date: 2026-02-01, group: cci, amount: -5 }']],
    [3, 'supplier', ['{ type: outcome, date: 2026-02-01, group: expo, kind: supplier }']],
    [3, 'supplier', ['{ type: outcome, date: 2026-02-01, kind: supplier }']],
    [3, 'supplier', ['{ type: outcome, date: 2025-12-31, group: bni, kind: supplier }']],
  ])('without %d: %s', async (at, gap, more) => {
    expect(await gaps(...without(at, ...more))).toEqual([gap]);
  });
  test.each([
    [2, '{ type: sale, date: 2026-02-01, group: cci, amount: 5 }'],
    [4, '{ type: outcome, date: 2026-02-01, group: bni, kind: offer }'],
    [5, '{ type: outcome, date: 2026-02-01, group: bni, kind: press }'],
  ])('instead of %d: %s', async (at, more) => {
    expect(await gaps(...without(at, more))).toEqual([]);
  });
  test('a group that was left makes none', async () => {
    const left = (day: string) => `groups: { g: { goals: [skill], left: ${day} } }\n`;
    expect(await ask('gap', [], left(ago(1)))).toEqual([]);
    expect(await ask('gap', [], left(today))).toHaveLength(1);
  });
  test('a kind or a goal may be written as it is shown, in any language', async () => {
    const goals = 'groups: { g: { goals: [veille du marché, Conseil, emploi] } }\n';
    const outcome = (kind: string) => `{ type: outcome, date: ${today}, group: g, kind: "${kind}" }`;
    const unmet = async (...kinds: string[]) =>
      (await ask('gap', kinds.map(outcome), goals)).map(({ what }) => what);
    expect(await unmet()).toEqual(['veille du marché', 'Conseil', 'emploi']);
    expect(await unmet('market-intel', 'Advice', 'entretien')).toEqual([]);
    expect(await unmet('Market Intelligence', 'conseil', 'job')).toEqual([]);
  });
  test('a selection has none', async () => {
    expect(await ask('gap', served.slice(1), settings, ['-g', 'bni'])).toEqual([]);
  });
});

describe('members', () => {
  const hours = (...each: [string, number][]) =>
    each.map(([member, time]) => activity(member, 'bni', today, `time: ${time}m`));
  const uneven = async (entries: readonly string[], args: readonly string[] = []) =>
    (await ask('level', entries, company, args)).map(({ member, reason }) =>
      `${member} ${reason ?? ''}`.trim(),
    );

  test.each([
    [
      [20, 60, 180],
      ['eve', 'adam', 'zoe'],
    ],
    [
      [19, 60, 180],
      ['eve low', 'adam', 'zoe'],
    ],
    [
      [20, 60, 181],
      ['eve', 'adam', 'zoe high'],
    ],
    [
      [0, 60, 60],
      ['eve low', 'adam', 'zoe'],
    ],
    [
      [0, 0, 60],
      ['eve', 'adam', 'zoe'],
    ],
  ])('%j minutes', async ([a = 0, b = 0, c = 0], expected) => {
    expect(await uneven(hours(['eve', a], ['adam', b], ['zoe', c]))).toEqual(expected);
  });
  test('the median is the company’s, whoever is asked about', async () => {
    const entries = hours(['eve', 10], ['adam', 60], ['zoe', 60]);
    expect(await uneven(entries, ['--member', 'eve'])).toEqual(['eve low']);
  });
  test('the middle of several', () => {
    expect(medianOf([5])).toBe(5);
    expect(medianOf([9, 1])).toBe(5);
    expect(medianOf([3, 1, 2])).toBe(2);
    expect(medianOf([4, 1, 3, 2])).toBe(2.5);
  });
  test.each([
    [28, []],
    [29, ['eve']],
  ])('%d days without an entry', async (days, expected) => {
    const others = ['adam', 'zoe'].map((member) => approach(member, `D${member}`, today));
    const settings = company;
    const rows = await ask('silent', [approach('eve', 'Dupont', ago(days)), ...others], settings);
    expect(rows.map(({ member }) => member)).toEqual(expected);
    const patient = await ask(
      'silent',
      [approach('eve', 'D', ago(days)), ...others],
      `${company}team: { silent-after: 40d }\n`,
    );
    expect(patient).toEqual([]);
  });
  test('who never logged anything is silent, a later entry is not known yet', async () => {
    const rows = await ask('silent', [approach('eve', 'Dupont', today)]);
    expect(pick(rows, 'member', 'date')).toEqual([
      ['adam', null],
      ['zoe', null],
    ]);
  });
  test.each(['unfinished', 'Inachevé', 'incomplete', 'incomplet', 'TODO', 'à faire', 'none', 'aucun'])(
    'a profile that says %s is unfinished',
    async (profile) => {
      const settings = `members: { a: { profile: ${profile} }, b: { profile: linkedin.com/in/none } }\n`;
      expect((await ask('profile', [], settings)).map(({ member }) => member)).toEqual(['a']);
    },
  );
  test('profiles left out, empty or unfinished', async () => {
    const settings =
      'members: { a: {}, b: { profile: Unfinished }, c: { profile: done }, d: { profile: "" } }\n';
    const rows = await ask('profile', [], settings);
    expect(rows.map(({ member }) => member)).toEqual(['a', 'b', 'd']);
  });
});

test('what each department got: a sale without a member is that of its referral’s', async () => {
  const rows = await ask('department', [
    activity('eve', 'bni', '2026-02-02', 'time: 2h'),
    '{ type: referral, date: 2026-02-03, group: bni, direction: received, contact: Dupont, id: d, member: adam }',
    '{ type: sale, date: 2026-04-30, referral: d, amount: 500 }',
    '{ type: sale, date: 2026-04-30, group: bni, amount: 70, member: zoe }',
    '{ type: sale, date: 2026-04-30, group: bni, amount: 9 }',
    '{ type: outcome, date: 2026-04-30, group: bni, kind: Hire, member: adam, value: 100 }',
    '{ type: outcome, date: 2026-04-30, group: bni, kind: press, member: adam }',
  ]);
  expect(
    pick(rows, 'department', 'hours', 'received', 'sales', 'revenue', 'outcomes', 'outcome_value'),
  ).toEqual([
    ['sales', 2, 0, 1, 70, 0, 0],
    ['hr', 0, 1, 1, 500, 2, 100],
    ['(none)', 0, 0, 1, 9, 0, 0],
  ]);
});

describe('where hours would bring more', () => {
  /** Two years in two groups, an evening a fortnight each; sales of 3,000 after every so many evenings. */
  const years = (every: { bni: number; cci: number }) =>
    (['bni', 'cci'] as const).flatMap((group) =>
      Array.from({ length: 52 }, (_, i) => ago(14 * i)).flatMap((date, i) => [
        activity('eve', group, date, 'time: 4h'),
        ...(i % every[group] === 0
          ? [`{ type: sale, date: ${date}, group: ${group}, amount: 3000, customer: C${i} }`]
          : []),
      ]),
    );
  const typical = (policy = '') => `${company}signals: { typical-sale: 3000 }\n${policy}`;
  const moved = async (every: Parameters<typeof years>[0], policy = '') =>
    (await ask('reallocation', years(every), typical(policy), ['--year'])).map(({ hours, what }) => [
      hours,
      what,
    ]);
  const budget = 'policy: [{ group: cci, hours: 20 }]\n';

  test('the hours beyond a budget, where the other group clearly returns more', async () => {
    const [[hours, says] = []] = await moved({ bni: 2, cci: 50 }, budget);
    const quarters = await ask('budget', years({ bni: 2, cci: 50 }), typical(budget));
    const beyond = quarters.reduce((sum, row) => sum + Math.max(0, Number(row['hours']) - 20), 0);
    expect([hours, beyond > 0]).toEqual([beyond, true]);
    expect(says).toMatch(
      /^An estimate: the \d+ hours beyond the budget of Chamber .* in BNI, .* \(.+ to .+\)\.$/,
    );
  });
  test('a year of a group to be dropped, where no budget was passed', async () => {
    const [[, says] = []] = await moved({ bni: 2, cci: 99 });
    expect(says).toContain('hours a year that go into Chamber');
  });
  test('ten hours, where no group is to be dropped', async () => {
    const [[hours, says] = []] = await moved({ bni: 2, cci: 50 });
    expect(hours).toBe(10);
    expect(says).toContain('An estimate: 10 hours in Chamber bring about');
  });
  test('nothing, where the two are alike or little is known', async () => {
    expect(await moved({ bni: 4, cci: 4 }, budget)).toEqual([]);
    expect(await moved({ bni: 4, cci: 5 }, budget)).toEqual([]);
    const few = [activity('eve', 'bni', ago(300), 'time: 4h'), activity('eve', 'cci', ago(300), 'time: 40h')];
    expect(await ask('reallocation', few, typical(budget))).toEqual([]);
  });
});
