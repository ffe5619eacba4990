import { expect, test } from 'vitest';
import { parseDay } from '../../src/model/day.ts';
import type { Settings } from '../../src/model/settings.ts';
import { readJournal } from '../../src/read/journal.ts';
import { readYaml } from '../../src/read/yaml.ts';

async function settingsIn(...texts: string[]): Promise<Settings> {
  const files = texts.map((text, i) => ({
    name: `${i}.yaml`,
    bytes: Buffer.from(text),
    format: 'yaml' as const,
    isSettingsOnly: false,
  }));
  const { journal, diagnostics } = await readJournal(files, async (text) => readYaml(text), undefined);
  expect(diagnostics.map(({ code }) => code)).toEqual([]);
  return journal.settings;
}

test('what is left out', async () => {
  expect(await settingsIn('team: { approach-most: 5, silent-after: 3w }')).toMatchObject({
    policy: [],
    plan: [],
    team: { 'approach-within': 30, 'approach-most': 5, 'approach-per': 90, 'silent-after': 21 },
    memberFrom: undefined,
    practiceSkills: [
      'positive-attitude',
      'asking-and-listening',
      'eye-contact',
      'helping',
      'trustworthiness',
      'following-up',
      'thanking',
    ],
  });
  expect((await settingsIn('practice: [listening, thanking]')).practiceSkills).toEqual([
    'listening',
    'thanking',
  ]);
});

const firm = `currency: CHF
members: { eve: { site: lyon }, adam: {} }
groups: { bni: { seat: eve, payer: sales }, chamber: {} }
`;

test('a policy keeps its order, in the reporting currency; rules on the same group may stand apart', async () => {
  const policy = `policy:
  - { site: lyon, hours: 40.5, money: 1200.50 CHF }
  - { group: bni, owner: eve, attend: [eve, adam, eve], post: adam, kinds: [meeting, fair] }
  - { group: bni, site: lyon, hours: 10 }
`;
  const more = 'policy: [{ group: bni, money: 90 }, { site: lyon, money: 1200.50 CHF, hours: 40.5 }]';
  const settings = await settingsIn(firm + policy, more);
  expect(settings.policy).toEqual([
    { site: 'lyon', hours: 40.5, money: 120_050 },
    { group: 'bni', owner: 'eve', attend: ['eve', 'adam'], post: ['adam'], kinds: ['meeting', 'fair'] },
    { group: 'bni', site: 'lyon', hours: 10 },
    { group: 'bni', money: 9000 },
  ]);
  expect(settings.groups.get('bni')).toMatchObject({ seat: 'eve', payer: 'sales' });
});

test('planned events go by day; the same one said twice is one', async () => {
  const plan = `plan:
  - { date: 2026-05-01, group: chamber, members: eve }
  - { date: 2026-03-02, group: bni, title: Breakfast, members: [eve, adam] }
`;
  const again = 'plan: [{ date: 2026-03-02, group: bni, title: " breakfast", members: [adam, eve] }]';
  expect((await settingsIn(firm + plan, again)).plan).toEqual([
    { date: parseDay('2026-03-02'), group: 'bni', title: 'Breakfast', members: ['eve', 'adam'] },
    { date: parseDay('2026-05-01'), group: 'chamber', members: ['eve'] },
  ]);
});

test('with nothing declared, any group or member may be named', async () => {
  expect((await settingsIn('policy: [{ group: bni, owner: eve }]')).policy).toHaveLength(1);
});

test('answers that tell something are a question and an answer, with quotes or without', async () => {
  const { surveys } = await settingsIn(`surveys:
  watch:
    prospect-if: ["How often: per month?: never", Tools: none at all]
    prescriber-if: "Métier : comptable"
    no-answer: [—, n/a]
    cant-say: don’t know
    remind-after: 2w
`);
  expect(surveys.get('watch')).toEqual({
    key: 'watch',
    name: 'watch',
    'prospect-if': [
      { question: 'How often: per month?', answer: 'never' },
      { question: 'Tools', answer: 'none at all' },
    ],
    'prescriber-if': [{ question: 'Métier', answer: 'comptable' }],
    'no-answer': ['—', 'n/a'],
    'cant-say': ['don’t know'],
    'remind-after': 14,
  });
});
