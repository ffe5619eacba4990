import { expect } from 'vitest';
import { type Outcome, run, type World } from './run.ts';

export type Row = Readonly<
  Record<string, string | number | null> & { reasons: string[]; flags: string[]; verdict: string }
>;
/** A line of `--explain`: one number of the chain. */
export interface Link {
  readonly step: string;
  readonly figure: string;
  readonly of: string | number | null;
  readonly value: string | number | null;
}

/** The day on which netroi stands in every test that does not say otherwise. */
export const today = '2026-10-31';
/** The day that is so many after another. */
export const after = (day: string, days: number) =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
/** The day that is so many before today. */
export const ago = (days: number) => after(today, -days);
export const daysBetween = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000;

/** Activities of the same hours from one day to another. */
export function meetings(group: string, from: string, to: string, every = 15, hours = 3): string[] {
  const count = Math.floor(daysBetween(from, to) / every) + 1;
  return Array.from({ length: Math.max(0, count) }, (_, i) => met(group, after(from, i * every), hours * 60));
}
export const met = (group: string, date: string, minutes: number) =>
  `{ type: activity, date: ${date}, group: ${group}, time: { event: ${minutes}m } }`;
export const received = (group: string, date: string, contact: string, more = '') =>
  `{ type: referral, date: ${date}, group: ${group}, direction: received, contact: ${contact}${more && `, ${more}`} }`;
export const given = (group: string, date: string, kind = 'introduction') =>
  `{ type: referral, date: ${date}, group: ${group}, direction: given, kind: ${kind}, contact: someone }`;
export const sold = (group: string, date: string, amount: number) =>
  `{ type: sale, date: ${date}, group: ${group}, amount: ${amount} }`;
export const won = (contact: string, date: string, amount: number) =>
  `{ type: sale, date: ${date}, referral: ${contact}, amount: ${amount} }`;
export const times = (count: number, line: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => line(i));

/** An hour is worth 50, a sale usually brings 1500. */
export const usual = 'hourly-rate: 50\nsignals: { typical-sale: 1500 }\n';

/** A journal of these entries, as one file. */
export function journalOf(entries: readonly string[], settings = usual): World {
  // Entries that are the same twice would be warned of.
  const lines = entries.map((entry, i) => `\n- ${entry.replace(/ }$/, `, note: n${i} }`)}`).join('');
  const files = { 'j.yaml': `${settings}entries:${lines || ' []'}\n` };
  return { files, env: { NO_COLOR: '1' }, today };
}

export const ask = (args: readonly string[], world: World): Promise<Outcome> =>
  run(['signals', '-j', 'j.yaml', ...args], world);

/** What signals prints; every other end than a good one is a failure of the test. */
export async function printed(args: readonly string[], world: World): Promise<string> {
  const { code, stdout, stderr } = await ask(args, world);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).not.toMatch(/NaN|Infinity|undefined|\{\w+\}/);
  return stdout;
}

/** The screen as one line; every space in it is a plain one. */
export const screen = async (args: readonly string[], world: World) =>
  (await printed(args, { ...world, terminal: 1000 })).replaceAll(/[\n\u00a0\u202f]/g, ' ');

export async function rows(args: readonly string[], world: World): Promise<Row[]> {
  return JSON.parse(await printed(['--format', 'json', ...args], world)).rows;
}

export async function rowOf(group: string, world: World, args: readonly string[] = []): Promise<Row> {
  const found = (await rows(args, world)).find((row) => row['group'] === group);
  if (!found) throw new Error(`no row of ${group}`);
  return found;
}

export async function chain(group: string, world: World, args: readonly string[] = []): Promise<Link[]> {
  return JSON.parse(await printed(['--format', 'json', '--explain', group, ...args], world)).rows;
}

/** One number of a chain. */
export function link(links: readonly Link[], figure: string, of: string | number | null = null): number {
  const found = links.find((each) => each.figure === figure && each.of === of);
  return typeof found?.value === 'number' ? found.value : Number.NaN;
}
