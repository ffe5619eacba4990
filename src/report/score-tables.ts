import { byGroup } from '../measure/dimensions.ts';
import { mostPoints } from '../measure/score/points.ts';
import { type GroupScore, mostOf, type WindowScore } from '../measure/score/score.ts';
import type { Ledger } from '../model/ledger.ts';
import { toMajor } from '../model/money.ts';
import type { Cell, Column, NamedCell, Table } from '../model/report.ts';
import type { Scheme } from '../model/scheme.ts';
import { inAll, type Phrase, text } from '../model/text.ts';
import { nameOf } from './rows.ts';
import { bandCell, bandPhrase, measuredCell, pointsPhrase } from './score-words.ts';

const windows = ['completed', 'rolling'] as const;

/** The totals of both windows. */
export function windowsTable(score: GroupScore, scheme: Scheme): Table {
  const isBanded = scheme.bands.length > 0;
  const columns = [columnsFor.window, columnsFor.from, columnsFor.to, columnsFor.total, columnsFor.possible];
  return {
    columns: isBanded ? [...columns, columnsFor.colour, columnsFor.toGo] : columns,
    rows: windows.map((window) => {
      const { window: days, total = null, band } = score[window];
      const cells: Cell[] = [{ key: window, name: words[window] }, days.from, days.to, total, mostOf(scheme)];
      return isBanded ? [...cells, bandCell(band?.name), toGoCell(score[window])] : cells;
    }),
  };
}

/** Figure and points of every criterion in both windows. */
export function criteriaTable({ completed, rolling }: GroupScore, scheme: Scheme, ledger: Ledger): Table {
  const { currency } = ledger.settings;
  const measured = ({ criteria }: WindowScore, i: number): Cell[] => {
    const found = criteria[i];
    return found
      ? [measuredCell(found.criterion, found.measured, currency), found.points ?? null]
      : [null, null];
  };
  const blank: NamedCell = { key: '', name: '' };
  return {
    columns: [
      columnsFor.criterion,
      { ...columnsFor.measured, id: 'completed', label: words.completed },
      { ...columnsFor.points, id: 'completed_points' },
      { ...columnsFor.measured, id: 'rolling', label: words.rolling },
      { ...columnsFor.points, id: 'rolling_points' },
      columnsFor.possible,
    ],
    rows: scheme.criteria.map((criterion, i) => [
      { key: criterion.key, name: criterion.name },
      ...measured(completed, i),
      ...measured(rolling, i),
      mostPoints(criterion),
    ]),
    total: [
      { key: 'TOTAL', name: words.total },
      blank,
      completed.total ?? null,
      blank,
      rolling.total ?? null,
      mostOf(scheme),
    ],
  };
}

/** A row a group: the totals and colours of both windows. */
export function groupsTable(scores: readonly GroupScore[], scheme: Scheme, ledger: Ledger): Table {
  const isBanded = scheme.bands.length > 0;
  const cells = (score: WindowScore): Cell[] =>
    isBanded ? [score.total ?? null, bandCell(score.band?.name)] : [score.total ?? null];
  const columns = (window: (typeof windows)[number]): Column[] => [
    { ...columnsFor.points, id: window, label: words[window] },
    ...(isBanded ? [{ ...columnsFor.colour, id: `${window}_colour` }] : []),
  ];
  return {
    columns: [
      columnsFor.group,
      ...columns('completed'),
      ...columns('rolling'),
      columnsFor.possible,
      ...(isBanded ? [columnsFor.toGo] : []),
    ],
    rows: scores.map((score) => [
      nameOf(score.group, byGroup, ledger),
      ...cells(score.completed),
      ...cells(score.rolling),
      mostOf(scheme),
      ...(isBanded ? [toGoCell(score.rolling)] : []),
    ]),
  };
}

/** For machines: a row a group, window and criterion; what the next step takes stands with the rolling window. */
export function mainTable(scores: readonly GroupScore[], scheme: Scheme, ledger: Ledger): Table {
  const { currency } = ledger.settings;
  const money = (amount: number, metric: string) =>
    metric === 'business' ? toMajor(amount, currency) : amount;
  return {
    columns: mainColumns,
    rows: scores.flatMap((score) =>
      windows.flatMap((name) => {
        const { window, criteria, total, band, above } = score[name];
        return criteria.map(({ criterion, measured, points }, i): Cell[] => {
          const { key, metric, per } = criterion;
          const next = name === 'rolling' ? score.next[i] : undefined;
          return [
            nameOf(score.group, byGroup, ledger),
            name,
            window.from,
            window.to,
            key,
            per,
            money(measured, metric),
            points ?? null,
            mostPoints(criterion),
            criterion.steps.map(({ at, isOver, points: each }) => {
              const step = `${isOver ? '>' : ''}${at}=${each}`;
              return { key: step, name: step };
            }),
            next?.needed === undefined ? null : money(next.needed, metric),
            next?.by ?? null,
            next?.gain ?? null,
            total ?? null,
            mostOf(scheme),
            band?.name ?? null,
            above?.band.name ?? null,
            above?.points ?? null,
          ];
        });
      }),
    ),
  };
}

function toGoCell({ above }: WindowScore): NamedCell | null {
  if (!above) return null;
  const name = inAll(
    text(words.toGo, { points: pointsPhrase(above.points), colour: bandPhrase(above.band.name) }),
  );
  return { key: name.en, name };
}

const words = {
  completed: { en: 'Completed', fr: 'Achevée' },
  rolling: { en: 'Rolling', fr: 'Glissante' },
  total: { en: 'Total', fr: 'Total' },
  toGo: { en: '{points} to {colour}', fr: '{points} avant {colour}' },
} satisfies Record<string, Phrase>;

const column = (id: string, en: string, fr: string, unit: Column['unit'], keep?: Column['keep']): Column => ({
  id,
  label: { en, fr },
  unit,
  ...(keep ? { keep } : {}),
});

const columnsFor = {
  group: column('group', 'Group', 'Groupe', 'text', 'always'),
  window: column('window', 'Window', 'Fenêtre', 'text', 'always'),
  from: column('from', 'From', 'Du', 'day'),
  to: column('to', 'To', 'Au', 'day'),
  criterion: column('criterion', 'Criterion', 'Critère', 'text', 'always'),
  measured: column('measured', 'Measured', 'Mesuré', 'count'),
  points: column('points', 'Points', 'Points', 'count', 'long'),
  possible: column('possible', 'Of', 'Sur', 'count', 'long'),
  total: column('total', 'Points', 'Points', 'count', 'always'),
  colour: column('colour', 'Colour', 'Couleur', 'text', 'always'),
  toGo: column('to_go', 'Next colour', 'Couleur suivante', 'text'),
};

const mainColumns: readonly Column[] = [
  columnsFor.group,
  columnsFor.window,
  columnsFor.from,
  columnsFor.to,
  columnsFor.criterion,
  column('per', 'Per', 'Par', 'text'),
  columnsFor.measured,
  columnsFor.points,
  columnsFor.possible,
  column('steps', 'Steps', 'Paliers', 'text'),
  column('next_needed', 'Needed', 'Manque', 'count'),
  column('next_by', 'By', 'D’ici au', 'day'),
  column('next_gain', 'Gain', 'Gain', 'count'),
  columnsFor.total,
  column('total_possible', 'Of', 'Sur', 'count'),
  columnsFor.colour,
  column('next_colour', 'Next colour', 'Couleur suivante', 'text'),
  column('points_to_next', 'Points to it', 'Points à gagner', 'count'),
];
