import { foldName } from '../../model/names.ts';
import { type EntryType, entryTypes, fieldsOf } from '../../model/schema.ts';
import type { Group } from '../../model/settings.ts';
import type { Phrase } from '../../model/text.ts';
import { unsafe } from '../../model/visible.ts';
import { headerKey } from './grid.ts';
import type { Match, Parsed, Rules } from './row.ts';
import { skipWords } from './skip-words.ts';

/** An entry as it is to stand in the journal. */
export interface FinishedRow {
  readonly id: string;
  readonly stream: string;
  readonly key: string;
  readonly type: EntryType;
  /** Column → cell, `type` and `date` among them, `id` not. */
  readonly fields: Readonly<Record<string, string>>;
  /** The fields that the source itself tells: where they differ later, the row has changed. */
  readonly told: readonly string[];
}

export interface Finished {
  readonly rows: readonly FinishedRow[];
  readonly skipped: readonly Phrase[];
}

/** How groups are chosen where a row has none. */
export interface GroupChoice {
  /** From `--group`. */
  readonly asked: string | undefined;
  /** What the source itself suggests. */
  readonly usual: string | undefined;
}

/** Applies the rules to what was parsed, chooses groups, and gives each row its id. With a window, what is outside its days is left out. */
export function finishRows(
  source: string,
  { rows, skipped }: Parsed,
  rules: Rules,
  { asked, usual }: GroupChoice,
  window: { readonly from: string; readonly to: string } | undefined,
): Finished {
  const finished: FinishedRow[] = [];
  const left: Phrase[] = [...skipped];
  const seen = new Map<string, number>();
  for (const row of rows) {
    // A rule may look at what the entry is to be, too: `kind: meeting`.
    const about = { ...row.fields, ...row.about };
    if (rules.skip.some((match) => fits(about, match))) {
      left.push(skipWords.byRule);
      continue;
    }
    const set = Object.assign({}, ...rules.if.flatMap((rule) => (fits(about, rule.match) ? [rule.set] : [])));
    const fields = cleaned({ ...rules.defaults, ...given(row.fields), ...set });
    const type = entryTypes.find((each) => each === fields['type']);
    if (!type) {
      left.push(skipWords.noType);
      continue;
    }
    const date = fields['date'] ?? '';
    if (window && (date < window.from || date > window.to)) {
      left.push(skipWords.outside);
      continue;
    }
    const group = fields['group'] ?? asked ?? usual;
    if (group === undefined && fieldsOf(type)['group']?.required) {
      left.push(skipWords.noGroup);
      continue;
    }
    const place = `${row.stream}/${row.key}`;
    const count = (seen.get(place) ?? 0) + 1;
    seen.set(place, count);
    if (count > 1 && !row.isCounted) {
      left.push(skipWords.twice);
      continue;
    }
    const key = count > 1 ? `${row.key}-${count}` : row.key;
    const known = Object.entries({ ...fields, ...(group === undefined ? {} : { group }) });
    finished.push({
      id: `${source}:${row.stream}/${key}`,
      stream: row.stream,
      key,
      type,
      // A default of another type's (a time, for a sale) says nothing of this one.
      fields: Object.fromEntries(known.filter(([name]) => name === 'type' || belongs(type, name))),
      told: Object.keys(given(row.fields)).filter((name) => !(name in set)),
    });
  }
  return { rows: finished, skipped: left };
}

function belongs(type: EntryType, path: string): boolean {
  return (path.split('.')[0] ?? path) in fieldsOf(type);
}

function given(fields: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ''));
}

/** What a text may hold in a cell: no control characters, no line ends, and no `'` that reading would take off. */
function cleaned(fields: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => {
      const plain = value
        .replace(/\s+/g, ' ')
        .replace(unsafe, '')
        .trim()
        .replace(/^'+(?=[=+\-@])/, '');
      return plain === '' ? [] : [[name, plain]];
    }),
  );
}

/** Whether a row is what a rule looks for: every column fits its pattern, case and accents aside. */
export function fits(about: Readonly<Record<string, string>>, match: Match): boolean {
  const byKey = new Map(Object.entries(about).map(([name, value]) => [headerKey(name), value]));
  return Object.entries(match).every(([column, pattern]) =>
    matches(byKey.get(headerKey(column)) ?? '', pattern),
  );
}

/** Whether a text fits a pattern in which `*` stands for anything; several patterns are parted by `|`. */
export function matches(value: string, pattern: string): boolean {
  return pattern.split('|').some((each) => {
    const source = foldName(each)
      .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
      .replaceAll('*', '.*');
    return new RegExp(`^${source}$`, 's').test(foldName(value));
  });
}

/** The declared group that one of the names is that of: its key, its name, or one of its web sources. */
export function groupNamed(groups: ReadonlyMap<string, Group>, names: readonly string[]): string | undefined {
  const wanted = new Set(names.map(foldName).filter((name) => name !== ''));
  for (const { key, name, web } of groups.values())
    if ([key, name, ...(web ?? [])].some((each) => wanted.has(foldName(each)))) return key;
  return undefined;
}

/** The one declared group whose key or name starts with a word. */
export function groupStarting(groups: ReadonlyMap<string, Group>, word: string): string | undefined {
  const starts = (name: string) => new RegExp(`^${word}(?![\\p{L}\\p{N}])`, 'u').test(foldName(name));
  const found = [...groups.values()].filter(({ key, name }) => starts(key) || starts(name));
  return found.length === 1 ? found[0]?.key : undefined;
}
