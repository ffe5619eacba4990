import { cashAnHour } from '../measure/signals/bar.ts';
import { halfLives, hoursUpTo, virtualHours } from '../measure/signals/exposure.ts';
import { month } from '../measure/signals/lags.ts';
import type { GroupSignal, Signals } from '../measure/signals/signals.ts';
import { meanReturn, quantileOf, regrets } from '../measure/signals/value.ts';
import type { Ledger } from '../model/ledger.ts';
import { toMajor } from '../model/money.ts';
import type { Table } from '../model/report.ts';
import type { Phrase } from '../model/text.ts';
import {
  binColumns,
  evidenceColumns,
  lookColumns,
  maturedColumns,
  rateColumns,
} from './signals-chain-columns.ts';
import { chainWords, type FactId, type StepId } from './signals-chain-words.ts';
import { verdictCell } from './verdict-cell.ts';

type Fact = readonly [id: FactId, value: number | null];

/** A step of the chain: numbers by name, and tables where there are many of a sort. */
export interface Step {
  readonly id: StepId;
  readonly facts: readonly Fact[];
  readonly tables?: readonly { readonly title: Phrase; readonly table: Table }[];
}

const sumOf = <T>(all: readonly T[], of: (one: T) => number) => all.reduce((sum, one) => sum + of(one), 0);

/** The steps of the chain, each made of the ones before. */
export function stepsOf(
  { now, looks, openExpected }: GroupSignal,
  ledger: Ledger,
  { options }: Signals,
): Step[] {
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
        ['months', (all.asOf - all.from) / month],
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
      tables: [
        {
          title: chainWords.details.bins,
          table: {
            columns: binColumns,
            rows: all.lags.bins.map(({ from, to, won, lost, exposure, winHazard, lossHazard }) => {
              const end = all.lags.at(to);
              return [from, to, won, lost, exposure, winHazard, lossHazard, end.won, end.lost];
            }),
          },
        },
      ],
    },
    {
      id: 'rates',
      facts: [
        ['received_all', sumOf(all.groups, ({ received }) => received)],
        ['direct_all', sumOf(all.groups, ({ direct }) => direct)],
        ['maturity', group.maturity],
      ],
      tables: [
        {
          title: chainWords.details.evidence,
          table: {
            columns: evidenceColumns,
            rows: halfLives.map(({ months }, h) => [
              months,
              sumOf(all.groups, ({ matured }) => matured.referrals[h] ?? 0),
              sumOf(all.groups, ({ matured }) => matured.sales[h] ?? 0),
              all.logMarginals[h] ?? null,
              sumOf(all.groups, ({ timing }) => timing[h] ?? 0),
            ]),
          },
        },
        {
          title: chainWords.details.hours,
          table: {
            columns: maturedColumns,
            rows: halfLives.map(({ months, prior }, h) => [
              months,
              prior,
              all.weights[h] ?? null,
              group.matured.referrals[h] ?? null,
              group.matured.sales[h] ?? null,
            ]),
          },
        },
        {
          title: chainWords.details.rates,
          table: {
            columns: rateColumns,
            rows: halfLives.map(({ months }, h) => {
              const { mean = null, square = null, own = null } = group.referralRates[h] ?? {};
              const direct = group.directRates[h];
              return [
                months,
                ...[mean, square, own],
                ...[direct?.mean ?? null, direct?.square ?? null, direct?.own ?? null],
              ];
            }),
          },
        },
      ],
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
        ['sales_known', group.sales.count],
        ['sales_sum', money(group.sales.sum)],
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
        ['open_expected', hour ? openExpected : null],
        ['to_come', hour ? group.toCome : null],
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
      tables: [
        {
          title: chainWords.details.looks,
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
      ],
    },
  ];
}
