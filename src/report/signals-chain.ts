import { byGroup } from '../measure/dimensions.ts';
import { cashAnHour } from '../measure/signals/bar.ts';
import { halfLives, hoursUpTo, virtualHours } from '../measure/signals/exposure.ts';
import type { GroupSignal, Signals } from '../measure/signals/signals.ts';
import { meanReturn, quantileOf, regrets } from '../measure/signals/value.ts';
import type { Ledger } from '../model/ledger.ts';
import { toMajor } from '../model/money.ts';
import { labelOf } from '../model/period.ts';
import type { Cell, Report, Section, Table } from '../model/report.ts';
import { inAll, text } from '../model/text.ts';
import { nameOf } from './rows.ts';
import { adviceOn, headlineOf } from './signals-advice.ts';
import { binColumns, factColumns, lookColumns, mainColumns, rateColumns } from './signals-chain-columns.ts';
import { chainWords, type FactId, type StepId } from './signals-chain-words.ts';
import { entrySections } from './signals-entries.ts';
import { verdictCell, windowOf } from './signals-report.ts';

type Fact = readonly [id: FactId, value: number | null];

/** A step of the chain: numbers by name, and a table where there are many of a sort. */
interface Step {
  readonly id: StepId;
  readonly facts: readonly Fact[];
  readonly table?: Table;
}

/** Every number behind one group's verdict, in the order in which they follow from one another, and the entries. */
export function signalsChain(ledger: Ledger, found: Signals, signal: GroupSignal, journal: string): Report {
  const steps = stepsOf(signal, ledger, found);
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
      ...entrySections(signal, ledger),
    ],
    main: {
      columns: mainColumns,
      rows: steps.flatMap(({ id, facts, table }) => [
        ...facts.map(([fact, value]): Cell[] => [
          { key: id, name: chainWords.steps[id].title },
          fact,
          null,
          value,
        ]),
        ...tidyRows(id, table),
      ]),
    },
    notes: [],
  };
}

function sectionsOf({ id, facts, table }: Step, number: number): Section[] {
  const { title, says } = chainWords.steps[id];
  const heading = text(chainWords.step, { number, title });
  const rows = facts.map(([fact, value]): Cell[] => [{ key: fact, name: chainWords.facts[fact] }, value]);
  const own: Section[] =
    rows.length > 0 ? [{ title: heading, table: { columns: factColumns, rows }, prose: [text(says)] }] : [];
  if (!table) return own;
  return [
    ...own,
    rows.length > 0
      ? { title: text(chainWords.more, { number }), table }
      : { title: heading, table, prose: [text(says)] },
  ];
}

/** The rows of a step's table as lines of step, figure, the row's first cell and value. */
function tidyRows(id: StepId, table: Table | undefined): Cell[][] {
  if (!table) return [];
  return table.rows.flatMap((row) =>
    table.columns
      .slice(1)
      .map((column, i): Cell[] => [
        { key: id, name: chainWords.steps[id].title },
        column.id,
        row[0] ?? null,
        row[i + 1] ?? null,
      ]),
  );
}

function stepsOf({ now, looks }: GroupSignal, ledger: Ledger, { options }: Signals): Step[] {
  const { group, all, bar, change } = now;
  const { hour, record } = group;
  const { currency } = ledger.settings;
  const money = (minor: number | undefined) => (minor === undefined ? null : toMajor(minor, currency));
  const cost = bar === undefined || !hour ? undefined : regrets(bar, hour);
  const rate = options.rateOn(now.day);
  return [
    {
      id: 'hours',
      facts: [
        ['months', all.window],
        ['hours', group.hours],
        ['all_hours', hoursUpTo(now.day, record.hours)],
        ['thought_activities', record.before.length],
        ['thought_hours', record.before.length > 0 ? virtualHours(record.hours, all.start, now.day) : 0],
        ['received', group.received],
        ['direct_sales', group.direct],
      ],
    },
    {
      id: 'lags',
      facts: [
        ['win_share_all', all.lags.winShare],
        ['half_won_at', all.lags.halfWonAt],
      ],
      table: {
        columns: binColumns,
        rows: all.lags.bins.map(({ from, to, won, lost, exposure, winHazard, lossHazard }) => {
          const end = all.lags.at(to);
          return [from, to, won, lost, exposure, winHazard, lossHazard, end.won, end.lost];
        }),
      },
    },
    {
      id: 'rates',
      facts: [['maturity', group.maturity]],
      table: {
        columns: rateColumns,
        rows: halfLives.map(({ months, prior }, h) => [
          months,
          prior,
          all.weights[h] ?? null,
          group.matured.referrals[h] ?? null,
          group.matured.sales[h] ?? null,
          group.referralRates[h]?.mean ?? null,
          group.referralRates[h]?.own ?? null,
          group.directRates[h]?.mean ?? null,
          group.directRates[h]?.own ?? null,
        ]),
      },
    },
    {
      id: 'share',
      facts: [
        ['won', group.won],
        ['lost', group.lost],
        ['stale', group.stale],
        ['closed_all', all.closed],
        ['groups', all.groups.length],
        ['win_share', group.winShare.mean],
        ['win_share_square', group.winShare.square],
      ],
    },
    {
      id: 'value',
      facts: [
        ['sales_known', group.values.length],
        ['sales_sum', money(group.values.reduce((sum, value) => sum + value, 0))],
        ['variation', all.scale?.variation ?? null],
        ['mean_sale_all', money(all.scale?.mean)],
        ['mean_sale_weight', all.scale?.weight ?? null],
        ['own_share', hour?.value.own ?? null],
        ['mean_sale', money(hour?.value.mean)],
        ['value_shape', hour?.value.shape ?? null],
        ['value_scale', money(hour?.value.scale)],
      ],
    },
    {
      id: 'together',
      facts: [
        ['sales_an_hour', hour ? group.salesAnHour.mean : null],
        ['sales_an_hour_square', hour ? group.salesAnHour.square : null],
        ['shape', hour?.shape ?? null],
        ['rate', hour?.rate ?? null],
        ['return_per_hour', money(hour && meanReturn(hour))],
        ['low', money(hour && quantileOf(0.1, hour))],
        ['high', money(hour && quantileOf(0.9, hour))],
      ],
    },
    {
      id: 'bar',
      facts: [
        ['hourly_rate', money(rate)],
        ['cash_an_hour', money(cashAnHour(group, all))],
        ['margin', options.margin],
        ['bar', money(bar)],
        ['p_below', now.pBelow ?? null],
        ['expected_by_now', now.expectedByNow ?? null],
        ['cost_of_keeping', money(cost?.keep)],
        ['cost_of_dropping', money(cost?.drop)],
      ],
    },
    {
      id: 'change',
      facts: change
        ? [
            ['recent_count', change.recent.count],
            ['recent_hours', change.recent.hours],
            ['before_count', change.before.count],
            ['before_hours', change.before.hours],
            ['change_p', change.p],
          ]
        : [['change_p', null]],
    },
    {
      id: 'looks',
      facts: [],
      table: {
        columns: lookColumns,
        rows: looks.map((look) => [
          look.day,
          verdictCell(look.verdict),
          look.pBelow ?? null,
          look.expectedByNow ?? null,
          look.memory.bad,
          look.change?.p ?? null,
        ]),
      },
    },
  ];
}
