import { none } from '../measure/dimensions.ts';
import type { DepartmentRow } from '../measure/team/departments.ts';
import type { Matrix } from '../measure/team/matrix.ts';
import type { PairsChart, ScatterChart } from '../model/chart.ts';
import type { Ledger } from '../model/ledger.ts';
import type { Cell, Column, NamedCell, Table } from '../model/report.ts';
import { type Phrase, text } from '../model/text.ts';
import { totalName } from './rows.ts';
import { groupCell, type MainRow, memberCell, moneyCell, type Topic } from './team-cells.ts';

/** Who goes where: hours by member and group, with totals both ways. */
export function hoursTopic(matrix: Matrix, ledger: Ledger): Topic {
  const { groups, rows, total } = matrix;
  // What took no time is left blank: a — would say that it is not known.
  const hours = (minutes: number | undefined): Cell => (minutes ? minutes / 60 : '');
  const table: Table = {
    columns: [
      member,
      { id: 'hours', label: words.all, unit: 'hours', keep: 'long' },
      { id: 'activities', label: words.activities, unit: 'count', keep: 'long' },
      ...groups.map(
        ({ key }): Column => ({ id: key, label: labelOf(groupCell(key, ledger)), unit: 'hours' }),
      ),
    ],
    rows: rows.map((row) => [
      memberCell(row.member, ledger),
      row.total.minutes / 60,
      row.total.activities,
      ...groups.map(({ key }) => hours(row.byGroup.get(key)?.minutes)),
    ]),
    total: [
      totalName,
      total.minutes / 60,
      total.activities,
      ...groups.map((each) => hours(each.total.minutes)),
    ],
  };
  const isEmpty = total.minutes + total.activities === 0;
  return {
    name: words.hours,
    section: isEmpty ? undefined : { title: text(words.hours), table, charts: [hoursChart(matrix, ledger)] },
    rows: rows.flatMap((row) =>
      groups.flatMap(({ key }): MainRow[] => {
        const spent = row.byGroup.get(key);
        const cells = { member: memberCell(row.member, ledger), group: groupCell(key, ledger) };
        return spent
          ? [{ section: 'hours', ...cells, hours: spent.minutes / 60, activities: spent.activities }]
          : [];
      }),
    ),
  };
}

function hoursChart({ rows }: Matrix, ledger: Ledger): PairsChart {
  const most = [...rows].sort((a, b) => b.total.minutes - a.total.minutes)[0];
  return {
    kind: 'pairs',
    title: text(words.byMember),
    says: text(words.mostHours, {
      name: labelOf(memberCell(most?.member ?? none, ledger)),
      hours: (most?.total.minutes ?? 0) / 60,
    }),
    left: { label: words.all, unit: 'hours' },
    right: { label: words.activities, unit: 'count' },
    rows: rows.flatMap((row) => {
      const of = memberCell(row.member, ledger);
      return of ? [{ of, left: row.total.minutes / 60, right: row.total.activities }] : [];
    }),
  };
}

/** What the network brought each department: customers, people, suppliers and what else. */
export function departmentsTopic(all: readonly DepartmentRow[], ledger: Ledger): Topic {
  const rows = all.filter(({ department, ...figures }) => Object.values(figures).some(Boolean));
  const money = (minor: number) => moneyCell(minor, ledger);
  const cellOf = (key: string): NamedCell => ({ key, name: key === none ? words.none : key });
  const table: Table = {
    columns: departmentColumns,
    rows: rows.map((row) => [
      cellOf(row.department),
      row.minutes / 60,
      row.received,
      row.sales,
      money(row.revenue),
      row.hires,
      row.suppliers,
      row.others,
      money(row.value),
    ]),
  };
  // One row that is the whole company says nothing that the report does not.
  const isTold = rows.some(({ department }) => department !== none);
  return {
    name: words.departments,
    section: isTold
      ? { title: text(words.departments), table, charts: departmentsChart(rows, ledger) }
      : undefined,
    rows: all.map((row) => ({
      section: 'department',
      department: cellOf(row.department),
      hours: row.minutes / 60,
      received: row.received,
      sales: row.sales,
      revenue: money(row.revenue),
      outcomes: row.hires + row.suppliers + row.others,
      outcome_value: money(row.value),
    })),
  };
}

function departmentsChart(rows: readonly DepartmentRow[], ledger: Ledger): ScatterChart[] {
  const [best] = [...rows].sort((a, b) => b.revenue - a.revenue);
  if (!best || best.revenue <= 0) return [];
  return [
    {
      kind: 'scatter',
      title: text(words.hoursAndRevenue),
      says: text(words.mostRevenue, {
        name: best.department === none ? words.none : best.department,
        revenue: moneyCell(best.revenue, ledger),
        currency: ledger.settings.currency,
      }),
      x: { label: words.all, unit: 'hours' },
      y: { label: words.revenue, unit: 'money' },
      ray: { label: words.perHour, unit: 'money-per' },
      points: rows.map((row) => ({
        of: { key: row.department, name: row.department === none ? words.none : row.department },
        x: row.minutes / 60,
        y: moneyCell(row.revenue, ledger),
      })),
    },
  ];
}

function labelOf(cell: NamedCell | null): Phrase {
  const name = cell?.name ?? '';
  return typeof name === 'string' ? { en: name, fr: name } : name;
}

const words = {
  hours: { en: 'Who goes where, in hours', fr: 'Qui va où, en heures' },
  all: { en: 'Hours', fr: 'Heures' },
  activities: { en: 'Activities', fr: 'Activités' },
  byMember: { en: 'Hours and activities by member', fr: 'Heures et activités par membre' },
  mostHours: { en: 'Most hours: {name}, {hours}.', fr: 'Le plus d’heures : {name}, {hours}.' },
  departments: { en: 'What each department got', fr: 'Ce que chaque service a reçu' },
  hoursAndRevenue: { en: 'Hours and revenue by department', fr: 'Heures et CA par service' },
  mostRevenue: {
    en: 'Most revenue: {name}, {revenue} {currency}.',
    fr: 'Le plus de CA : {name}, {revenue} {currency}.',
  },
  revenue: { en: 'Revenue', fr: 'CA' },
  perHour: { en: 'Revenue / hour', fr: 'CA / heure' },
  none: { en: '(none)', fr: '(aucun)' },
} satisfies Record<string, Phrase>;

const member: Column = { id: 'member', label: { en: 'Member', fr: 'Membre' }, unit: 'text', keep: 'always' };
const departmentColumns: readonly Column[] = [
  { id: 'department', label: { en: 'Department', fr: 'Service' }, unit: 'text', keep: 'always' },
  { id: 'hours', label: words.all, unit: 'hours' },
  { id: 'received', label: { en: 'Received', fr: 'Reçues' }, unit: 'count' },
  { id: 'sales', label: { en: 'Sales', fr: 'Ventes' }, unit: 'count', keep: 'long' },
  { id: 'revenue', label: words.revenue, unit: 'money', keep: 'long' },
  { id: 'hires', label: { en: 'Hires', fr: 'Embauches' }, unit: 'count', keep: 'long' },
  { id: 'suppliers', label: { en: 'Suppliers', fr: 'Fournisseurs' }, unit: 'count', keep: 'long' },
  { id: 'others', label: { en: 'Other returns', fr: 'Autres retours' }, unit: 'count' },
  { id: 'value', label: { en: 'Their value', fr: 'Leur valeur' }, unit: 'money' },
];
