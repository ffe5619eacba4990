import { expect } from 'vitest';
import { run } from './run.ts';

const currencies: Readonly<Record<string, string>> = { india: 'INR', taiwan: 'TWD' };

/** The rolling six months up to this day have 182 days: 26 weeks. */
export const asOf = '2028-02-29';
export const inWindow = '2027-11-03';
const fields: Readonly<Record<string, string>> = {
  referrals: 'type: referral, direction: given, contact: C',
  visitors: 'type: activity, kind: fair, guests: 1',
  testimonials: 'type: activity, kind: fair, testimonials: 1',
  training: 'type: activity, kind: Formation',
  'one-to-ones': 'type: activity, kind: Tête à tête',
  meetings: 'type: activity',
  absences: 'type: activity, attendance: absent',
  late: 'type: activity, kind: Breakfast, attendance: late',
};

/** So much of something in a group; of business its value. */
export function entries(group: string, metric: string, amount: number, date = inWindow): string {
  if (metric === 'business')
    return amount === 0
      ? ''
      : `- { type: referral, date: 2020-01-01, group: ${group}, direction: given, contact: B, value: ${amount}, won: ${date} }\n`;
  if (metric === 'visitors' || metric === 'testimonials')
    return `- { type: activity, kind: fair, date: ${date}, group: ${group}, ${metric === 'visitors' ? 'guests' : 'testimonials'}: ${amount} }\n`;
  return `- { ${fields[metric]}, date: ${date}, group: ${group} }\n`.repeat(amount);
}

export interface Row {
  group: string;
  window: 'completed' | 'rolling';
  criterion: string;
  measured: number;
  points: number | null;
  total: number | null;
  colour: string | null;
  next_colour: string | null;
  points_to_next: number | null;
  next_needed: number | null;
  next_by: string | null;
  next_gain: number | null;
  from: string;
  to: string;
}

/** The rows of a score of several groups, each with its entries. */
export async function rowsOf(
  scheme: string,
  groups: Readonly<Record<string, string>>,
  { settings = '', day = asOf, args = [] as readonly string[], files = {} as Record<string, string> } = {},
): Promise<Row[]> {
  const declared = Object.keys(groups).map((key) => `  ${key}: { kind: referral-group }\n`);
  const journal = {
    'j/netroi.yaml': `${settings}\ngroups:\n${declared.join('')}`,
    'j/a.yaml': Object.values(groups).join(''),
    ...files,
  };
  const call = ['score', scheme, '-j', 'j', '--as-of', day, '--format', 'json', '--quiet', ...args];
  const { code, stdout, stderr } = await run(call, { files: journal });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return JSON.parse(stdout).rows;
}
export const rollingOf = (rows: readonly Row[], criterion: string) =>
  rows.filter((row) => row.window === 'rolling' && row.criterion === criterion);
export const settingsFor = (scheme: string) => `currency: ${currencies[scheme] ?? 'GBP'}`;
