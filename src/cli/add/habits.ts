import { decimalsOf } from '../../model/currency.ts';
import type { TimeSpent } from '../../model/field.ts';
import { foldName } from '../../model/names.ts';
import type { Entry, EntryType } from '../../model/schema.ts';
import type { FieldFlag } from './flags.ts';
import type { Values } from './values.ts';

/**
 * What is usually answered: the value of a field in the earlier entry of the type that is most like the one being
 * written (the same group first, then the same title and the like; of equals the latest). None for what is new every
 * time: days, people, sums received, notes.
 */
export function habitOf(
  entries: readonly Entry[],
  type: EntryType,
  values: Values,
  flag: FieldFlag,
  currency: string,
): string | undefined {
  if (!isHabit(flag)) return undefined;
  let best: Entry | undefined;
  let most = -1;
  for (const entry of entries) {
    if (entry.type !== type) continue;
    const score = likeness(entry, values);
    if (score < most || (score === most && best && entry.date < best.date)) continue;
    most = score;
    best = entry;
  }
  return best && textIn(best, flag, currency);
}

function isHabit({ path, field }: FieldFlag): boolean {
  if (field.person || field.sentences || path === 'note') return false;
  // What one pays for a thing is mostly the same; what one is paid is not.
  if (field.kind === 'money') return path === 'cost';
  return ['group', 'member', 'choice', 'choices', 'names', 'text', 'time'].includes(field.kind);
}

/** How much an entry has in common with what is known of the new one: the group counts most. */
function likeness(entry: Entry, values: Values): number {
  const fields: Readonly<Record<string, unknown>> = { ...entry };
  let score = 0;
  for (const [path, [value = '']] of values) {
    const known = fields[path];
    if (typeof known === 'string' && foldName(known) === foldName(value)) score += path === 'group' ? 100 : 1;
  }
  return score;
}

function textIn(entry: Entry, { path, field }: FieldFlag, currency: string): string | undefined {
  const [name = path, part = 'event'] = path.split('.');
  const fields: Readonly<Record<string, unknown>> = { ...entry };
  const value = fields[name];
  if (value === undefined) return undefined;
  if (field.kind === 'time') {
    const minutes = (value as TimeSpent)[part as keyof TimeSpent];
    return minutes > 0 ? durationText(minutes) : undefined;
  }
  if (field.kind === 'money') return moneyText(value as number, currency);
  return Array.isArray(value) ? value.join(field.sentences ? ' | ' : ', ') : String(value);
}

/** `1h30`, `45m`. */
export function durationText(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return `${rest}m`;
  return rest === 0 ? `${hours}h` : `${hours}h${String(rest).padStart(2, '0')}`;
}

function moneyText(minor: number, currency: string): string {
  const decimals = decimalsOf(currency);
  const digits = String(Math.abs(minor)).padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  const rest = decimals === 0 ? '' : digits.slice(-decimals);
  return `${minor < 0 ? '-' : ''}${whole}${/[1-9]/.test(rest) ? `.${rest}` : ''}`;
}
