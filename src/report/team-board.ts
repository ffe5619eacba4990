import type { CountId } from '../measure/counts.ts';
import { none } from '../measure/dimensions.ts';
import { indexOf, metricOf, valueIn } from '../measure/metrics.ts';
import { tally } from '../measure/tally.ts';
import type { TeamScope } from '../measure/team/scope.ts';
import { isSelected } from '../measure/team/scope.ts';
import type { Team } from '../measure/team/team.ts';
import { type Finding, findingsIn } from '../measure/team/worst.ts';
import type { Ledger } from '../model/ledger.ts';
import { labelOf } from '../model/period.ts';
import type { Cell, Column, Report } from '../model/report.ts';
import { countPhrase, inAll, numberPhrase, type Phrase, type Text, text } from '../model/text.ts';
import { aboutPhrase, moneyIn, roundedAbout } from './amounts.ts';
import { notesOn } from './notes.ts';
import { decisionsOf } from './team-board-decisions.ts';
import { namesOf } from './team-board-names.ts';
import { findingWords, words } from './team-board-words.ts';
import { phraseCell } from './team-cells.ts';
import { hoursPhrase } from './team-events.ts';
import type { TeamOptions } from './team-report.ts';

/** As many findings as a board can decide on. */
const mostFindings = 3;

type Fact = readonly [id: string, label: Phrase, value: number | null, shown: Cell];

/** One page for the board: six figures, the three worst findings, what it costs, what to decide. */
export function teamBoard(ledger: Ledger, team: Team, { journal, scope }: TeamOptions): Report {
  const { period } = scope;
  const findings = findingsIn(team, ledger).slice(0, mostFindings);
  const facts = factsOf(ledger, team, scope);
  const said = findings.map((finding) => sayingOf(finding, team, ledger));
  const costs = costsOf(ledger, findings, scope);
  const decisions = decisionsOf(ledger, team, findings);
  const line = (part: string, id: string, value: Cell, says: Phrase): Cell[] => [
    part,
    id,
    value,
    phraseCell(says),
  ];
  return {
    command: 'team',
    title: text(words.title),
    journal,
    asOf: ledger.asOf,
    period: { ...period, label: labelOf(period, ledger.settings.calendar) },
    currency: ledger.settings.currency,
    sections: [
      {
        title: text(words.figures),
        table: { columns: factColumns, rows: facts.map(([, label, , shown]) => [phraseCell(label), shown]) },
      },
      { title: text(words.worst), prose: said.length > 0 ? said : [text(words.well)] },
      { title: text(words.costs), prose: costs },
      { title: text(words.decide), prose: decisions.length > 0 ? decisions : [text(words.nothing)] },
    ],
    main: {
      columns: boardColumns,
      rows: [
        ...facts.map(([id, label, value]) => line('figure', id, value, label)),
        ...findings.map(({ kind, count }, i) =>
          line('finding', kind, count, inAll(said[i] ?? text(words.well))),
        ),
        ...costs.map((each) => line('cost', '', null, inAll(each))),
        ...decisions.map((each) => line('decision', '', null, inAll(each))),
      ],
    },
    notes: notesOn(ledger, period, [], { needsRate: false }),
  };
}

function sumsOf(ledger: Ledger, scope: TeamScope) {
  const isCounted = (entry: Parameters<typeof isSelected>[0]) =>
    isSelected(entry, ledger, { ...scope, groups: undefined });
  return tally(ledger, scope.period, { groups: scope.groups, isCounted }).total;
}

function factsOf(ledger: Ledger, team: Team, scope: TeamScope): Fact[] {
  const sums = sumsOf(ledger, scope);
  const at = (id: CountId) => sums[indexOf(id)] ?? 0;
  const { currency } = ledger.settings;
  const major = (id: string) => {
    const metric = metricOf(id);
    return metric ? (valueIn(metric, sums, ledger) ?? null) : null;
  };
  const members = team.matrix.rows.filter(({ member }) => member !== none);
  const active = members.filter(({ total }) => total.activities > 0).length;
  const shown = (phrase: Phrase): Cell => phraseCell(phrase);
  const perHour = at('hours') === 0 ? null : (at('revenue') * 60) / at('hours');
  return [
    [
      'active_members',
      words.active,
      active,
      shown(inAll(text(words.activeOf, { count: active, all: members.length }))),
    ],
    ['hours', words.hours, major('hours'), shown(roundHours(at('hours')))],
    ['cost', words.spent, major('cost'), shown(aboutPhrase(at('cost'), currency))],
    ['received', words.received, at('received'), shown(numberPhrase(at('received'), 0))],
    [
      'revenue',
      words.sales,
      major('revenue'),
      shown(
        inAll(text(words.salesOf, { count: at('sales'), revenue: aboutPhrase(at('revenue'), currency) })),
      ),
    ],
    [
      'revenue_per_hour',
      words.perHour,
      major('revenue_per_hour'),
      perHour === null ? null : shown(aboutPhrase(perHour, currency)),
    ],
  ];
}

function sayingOf({ kind, count, cost = 0 }: Finding, team: Team, ledger: Ledger): Text {
  const params = {
    names: namesOf(kind, team, ledger),
    cost: aboutPhrase(cost, ledger.settings.currency),
  };
  return text(inAll(text(countPhrase(count, findingWords[kind]), params)));
}

function costsOf(ledger: Ledger, findings: readonly Finding[], scope: TeamScope): Text[] {
  const sums = sumsOf(ledger, scope);
  const at = (id: CountId) => sums[indexOf(id)] ?? 0;
  const about = (minor: number) => aboutPhrase(minor, ledger.settings.currency);
  const time = at('time_value') / 60;
  const isPriced = ledger.settings.hourlyRates.length > 0 && at('unpriced') === 0;
  // The amounts as they are said: whoever adds them up gets this sum.
  const lost = findings.reduce((sum, { cost = 0 }) => sum + roundedAbout(cost), 0);
  const params = { hours: roundHours(at('hours')), money: about(at('cost')), sum: about(at('cost') + time) };
  const whole = text(isPriced ? words.whole : words.unpriced, params);
  return lost > 0 ? [whole, text(words.lost, { sum: moneyIn(ledger.settings.currency)(lost) })] : [whole];
}

/** Hours of a whole company: no tenth of them says anything. */
function roundHours(minutes: number): Phrase {
  return hoursPhrase(60 * Math.round(minutes / 60), 0);
}

const factColumns: readonly Column[] = [
  { id: 'figure', label: { en: 'Figure', fr: 'Chiffre' }, unit: 'text', keep: 'always' },
  { id: 'value', label: { en: 'Value', fr: 'Valeur' }, unit: 'ratio', keep: 'always' },
];
const boardColumns: readonly Column[] = [
  { id: 'part', label: { en: 'Part', fr: 'Partie' }, unit: 'text' },
  { id: 'id', label: { en: 'Id', fr: 'Id' }, unit: 'text' },
  { id: 'value', label: { en: 'Value', fr: 'Valeur' }, unit: 'ratio' },
  { id: 'says', label: { en: 'Says', fr: 'Dit' }, unit: 'text' },
];
