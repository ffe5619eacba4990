import { expect } from 'vitest';
import { run } from '../run.ts';

export const today = '2026-10-31';

/** The day so many days before the as-of day. */
export function ago(days: number, from = today): string {
  return new Date(Date.parse(from) - days * 86_400_000).toISOString().slice(0, 10);
}

export const company = `hourly-rate: 60
groups:
  bni: { name: BNI, renews: 2027-09-01 }
  cci: { name: Chamber }
  expo: { name: Expo, left: 2026-03-31 }
members:
  eve: { name: Eve Martin, site: lyon, department: sales, profile: yes }
  adam: { name: Adam Roux, site: lyon, department: hr, profile: yes }
  zoe: { name: Zoé Petit, site: paris, department: sales, profile: yes }
`;

export type Row = Readonly<Record<string, unknown>>;

/** The lines of the main table that are about a matter, of a journal in one file. */
export async function ask(
  section: string,
  entries: readonly string[],
  settings = company,
  args: readonly string[] = [],
): Promise<Row[]> {
  const { rows } = await document(entries, settings, args);
  return rows.filter((row) => row['section'] === section);
}

export async function document(
  entries: readonly string[],
  settings = company,
  args: readonly string[] = [],
): Promise<{ rows: Row[]; notes: string[] }> {
  const text = `${settings}entries:${entries.map((entry) => `\n- ${entry}`).join('') || ' []'}\n`;
  const { code, stdout, stderr } = await run(
    ['team', '-j', 'j.yaml', '--format', 'json', '--quiet', '--as-of', today, ...args],
    { files: { 'j.yaml': text } },
  );
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return JSON.parse(stdout);
}

export const activity = (member: string, group: string, date: string, more = '') =>
  `{ type: activity, date: ${date}, group: ${group}, member: ${member}${more && `, ${more}`} }`;
export const approach = (member: string | undefined, contact: string, date: string) =>
  `{ type: approach, date: ${date}, contact: ${contact}${member === undefined ? '' : `, member: ${member}`} }`;
