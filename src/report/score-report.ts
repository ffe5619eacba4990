import { type GroupScore, mostOf, scoreOf } from '../measure/score/score.ts';
import { nextWindow } from '../measure/score/windows.ts';
import type { Ledger } from '../model/ledger.ts';
import { labelOf } from '../model/period.ts';
import type { Report, Section } from '../model/report.ts';
import type { Entry } from '../model/schema.ts';
import type { Scheme } from '../model/scheme.ts';
import { type Phrase, text } from '../model/text.ts';
import { scoreNotes } from './score-notes.ts';
import { criteriaTable, groupsTable, mainTable, windowsTable } from './score-tables.ts';
import { bandsText, nextText, stepsText } from './score-words.ts';

export interface ScoreOptions {
  readonly journal: string;
  /** Keys of the groups to score. */
  readonly groups: readonly string[];
  /** Which entries to count; undefined for all. */
  readonly isCounted: ((entry: Entry) => boolean) | undefined;
  /** Whether members were chosen: else what several did is counted together. */
  readonly isOneMember: boolean;
  /** The user's file that takes the place of a scheme that comes with netroi. */
  readonly replaces: string | undefined;
}

/** The points of groups by a scheme, over the months completed and up to the day, with its steps and what the next take. */
export function scoreReport(ledger: Ledger, scheme: Scheme, options: ScoreOptions): Report {
  const { asOf, settings } = ledger;
  const scores = options.groups.map((group) => scoreOf(group, scheme, ledger, options.isCounted));
  const [only] = scores;
  const isOne = only !== undefined && scores.length === 1;
  const window = only?.rolling.window ?? { from: asOf, to: asOf };
  const groupName = isOne ? (settings.groups.get(only.group)?.name ?? only.group) : undefined;
  return {
    command: 'score',
    title: text(groupName === undefined ? words.title : words.titleOf, {
      scheme: scheme.name,
      group: groupName ?? '',
    }),
    journal: options.journal,
    asOf,
    period: { ...window, label: labelOf(window, settings.calendar) },
    currency: settings.currency,
    sections: [
      ...(isOne
        ? sectionsOf(only, scheme, ledger)
        : [{ title: text(words.groups), table: groupsTable(scores, scheme, ledger) }]),
      {
        title: text(words.steps),
        prose: [
          ...scheme.criteria.map((criterion) => stepsText(criterion, scheme, settings.currency)),
          ...(scheme.bands.length > 0 ? [bandsText(scheme)] : []),
        ],
      },
    ],
    main: mainTable(scores, scheme, ledger),
    notes: scoreNotes(ledger, scheme, scores, options),
  };
}

function sectionsOf(score: GroupScore, scheme: Scheme, ledger: Ledger): Section[] {
  const { currency } = ledger.settings;
  const next = scheme.criteria.flatMap((criterion, i) => {
    const step = score.next[i];
    return step ? [nextText(criterion, step, currency)] : [];
  });
  const by = nextWindow(scheme.window, ledger.asOf, ledger.settings.calendar).to;
  const isFull = score.rolling.total === mostOf(scheme);
  return [
    { title: text(words.score), table: windowsTable(score, scheme) },
    { title: text(words.criteria), table: criteriaTable(score, scheme, ledger) },
    ...(next.length > 0 || isFull
      ? [{ title: text(words.next, { by: { day: by } }), prose: next.length > 0 ? next : [text(words.full)] }]
      : []),
  ];
}

const words = {
  title: { en: 'Score, {scheme}', fr: 'Score, {scheme}' },
  titleOf: { en: 'Score of {group}, {scheme}', fr: 'Score de {group}, {scheme}' },
  groups: { en: 'Points a group', fr: 'Points par groupe' },
  score: { en: 'Points', fr: 'Points' },
  criteria: { en: 'Criteria', fr: 'Critères' },
  next: {
    en: 'What the next step takes, in the window that ends on {by}',
    fr: 'Ce que demande le palier suivant, dans la fenêtre qui finit le {by}',
  },
  full: {
    en: 'Nothing: every criterion has all its points.',
    fr: 'Rien : chaque critère a tous ses points.',
  },
  steps: { en: 'Steps: from → points', fr: 'Paliers : dès → points' },
} satisfies Record<string, Phrase>;
