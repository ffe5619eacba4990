import type { Lang, Phrase } from '../model/text.ts';
import { yamlScalar } from './scalar-text.ts';

/** What a new journal is told of its owner; each value is as the settings have it. */
export interface Owner {
  readonly currency: string;
  /** Written down only where it was asked for. */
  readonly lang: Lang | undefined;
  readonly hourlyRate: string | undefined;
  readonly typicalSale: string | undefined;
  readonly groups: readonly NewGroup[];
}

export interface NewGroup {
  readonly key: string;
  readonly name: string | undefined;
}

/** What tells an editor that a file is to be checked against the schema beside it. */
export const editorLine = '# yaml-language-server: $schema=_journal.schema.json';
export const schemaName = '_journal.schema.json';

/** The text of `netroi.yaml`: what is known, and what is not as comments to be filled in. */
export function settingsText(
  { currency, lang, hourlyRate, typicalSale, groups }: Owner,
  spoken: Lang,
): string {
  const say = (phrase: Phrase) => phrase[spoken];
  const setting = (line: string, known: unknown, help: Phrase) => {
    const shown = known === undefined ? `# ${line}` : line;
    return `${shown.padEnd(width)}# ${say(help)}`;
  };
  const rate = yamlScalar(hourlyRate ?? '60', false);
  const sale = yamlScalar(typicalSale ?? '1800', false);
  return [
    editorLine,
    '',
    setting(`currency: ${currency}`, currency, words.currency),
    ...(lang === undefined ? [] : [setting(`lang: ${lang}`, lang, words.lang)]),
    setting(`hourly-rate: ${rate}`, hourlyRate, words.hourlyRate),
    setting(`signals: { typical-sale: ${sale} }`, typicalSale, words.typicalSale),
    '',
    ...(groups.length === 0
      ? [
          `# ${say(words.noGroups)}`,
          '# groups:',
          '#   bni: { name: BNI Lyon Confluence, joined: 2026-01-15 }',
        ]
      : ['groups:', ...groups.map(groupLine)]),
    '',
  ].join('\n');
}

const width = 42;

function groupLine({ key, name }: NewGroup): string {
  return `  ${yamlScalar(key, true)}: ${name === undefined ? '{}' : `{ name: ${yamlScalar(name, true)} }`}`;
}

/** The text of the file of a year: nothing but an example of an entry, as a comment. */
export function yearText(year: string, group: string | undefined, spoken: Lang): string {
  const entry = [
    '- type: activity',
    `  date: ${year}-01-15`,
    `  group: ${yamlScalar(group ?? 'bni', true)}`,
    `  title: ${words.title[spoken]}`,
    '  time: { event: 2h, prep: 30m, travel: 40m, recovery: 1h }',
    '  cost: 15',
    '  met: [Claire Martin, Paul Petit]',
  ];
  const head = `# ${words.year[spoken].replace('{year}', year)}`;
  return [editorLine, '', head, ...entry.map((line) => `# ${line}`), ''].join('\n');
}

/** What git is to leave out of a journal: what netroi makes beside its files while it writes. */
export const ignoreText = '.netroi.lock*\n.*.tmp\n';

const words = {
  currency: { en: 'the reporting currency', fr: 'la devise des rapports' },
  lang: { en: 'the language of the reports', fr: 'la langue des rapports' },
  hourlyRate: { en: 'what an hour of yours is worth', fr: 'ce que vaut une de vos heures' },
  typicalSale: {
    en: 'what a sale of yours usually brings',
    fr: 'ce que rapporte d’ordinaire une de vos ventes',
  },
  noGroups: {
    en: 'the groups you belong to; until some stand here, any name will do in an entry',
    fr: 'vos groupes ; tant qu’il n’y en a pas ici, une écriture peut en nommer d’autres',
  },
  year: {
    en: 'What happened in {year}, one fact an entry, new ones at the end. Such as:',
    fr: 'Ce qui s’est passé en {year}, un fait par écriture, les nouvelles à la fin. Par exemple :',
  },
  title: { en: 'Thursday breakfast', fr: 'Petit-déjeuner du jeudi' },
} satisfies Record<string, Phrase>;
