import { byGroup } from '../measure/dimensions.ts';
import type { GroupSignal, Signals } from '../measure/signals/signals.ts';
import { formatDay } from '../model/day.ts';
import type { Ledger } from '../model/ledger.ts';
import { labelOf } from '../model/period.ts';
import type { Cell, Report, Section, Table } from '../model/report.ts';
import { inAll, text } from '../model/text.ts';
import { nameOf } from './rows.ts';
import { adviceOn, headlineOf } from './signals-advice.ts';
import { factColumns, mainColumns } from './signals-chain-columns.ts';
import { chainWords, type StepId } from './signals-chain-words.ts';
import { type EntryList, entriesBehind } from './signals-entries.ts';
import { windowOf } from './signals-report.ts';
import { type Step, stepsOf } from './signals-steps.ts';

/** Every number behind one group's verdict, in the order in which they follow from one another, and the entries. */
export function signalsChain(ledger: Ledger, found: Signals, signal: GroupSignal, journal: string): Report {
  const steps = stepsOf(signal, ledger, found);
  const lists = entriesBehind(signal, ledger);
  const period = windowOf(found, ledger);
  const name = nameOf(signal.key, byGroup, ledger).name;
  return {
    command: 'signals',
    title: text(chainWords.title, { name, headline: inAll(headlineOf(signal)) }),
    journal,
    asOf: ledger.asOf,
    period: { ...period, label: labelOf(period, ledger.settings.calendar) },
    currency: ledger.settings.currency,
    sections: [
      { title: text(chainWords.advice), prose: adviceOn(signal, found, ledger) },
      ...steps.flatMap((step, i) => sectionsOf(step, i + 1)),
      ...lists.map(({ section }) => section),
    ],
    main: {
      columns: mainColumns,
      rows: [
        ...steps.flatMap(({ id, facts, tables = [] }) => [
          ...facts.map(([fact, value]): Cell[] => [
            { key: id, name: chainWords.steps[id].title },
            fact,
            null,
            value,
          ]),
          ...tables.flatMap(({ table }) => tidyRows(id, table)),
        ]),
        ...lists.flatMap(entryRows),
      ],
    },
    notes: [],
  };
}

function sectionsOf({ id, facts, tables = [] }: Step, number: number): Section[] {
  const { title, says } = chainWords.steps[id];
  const heading = text(chainWords.step, { number, title });
  const rows = facts.map(([fact, value]): Cell[] => [{ key: fact, name: chainWords.facts[fact] }, value]);
  return [
    {
      title: heading,
      ...(rows.length > 0 ? { table: { columns: factColumns, rows } } : {}),
      prose: [text(says)],
    },
    ...tables.map((each) => ({
      title: text(chainWords.more, { number, title: each.title }),
      table: each.table,
    })),
  ];
}

/** The rows of a step's table as lines of step, figure, the row's first cell and value. */
function tidyRows(id: StepId, { columns, rows }: Table): Cell[][] {
  const [first, ...others] = columns;
  return rows.flatMap(([of = null, ...values]) =>
    others.map((column, i): Cell[] => [
      { key: id, name: chainWords.steps[id].title },
      column.id,
      first?.unit === 'day' && typeof of === 'number' ? formatDay(of) : of,
      values[i] ?? null,
    ]),
  );
}

/** The entries of a list as lines of their sort, date, place and hours or amount. */
function entryRows({ id, table }: EntryList): Cell[][] {
  const indexOf = (wanted: string) => table.columns.findIndex((column) => column.id === wanted);
  const value = Math.max(indexOf('hours'), indexOf('amount'));
  return table.rows.map((row) => {
    const [date] = row;
    return [
      id,
      typeof date === 'number' ? formatDay(date) : null,
      row[indexOf('place')] ?? null,
      row[value] ?? null,
    ];
  });
}
