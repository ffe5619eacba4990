import { none } from '../measure/dimensions.ts';
import type { Ledger } from '../model/ledger.ts';
import { foldName, nearest } from '../model/names.ts';
import type { Entry } from '../model/schema.ts';
import { type Phrase, text } from '../model/text.ts';
import type { Options } from './command.ts';
import { exit, Failure, nearHint } from './failure.ts';

/** What `--group`, `--member` and `--tag` leave to be counted. */
export interface Selection {
  /** Keys of groups; undefined for all. */
  readonly groups: ReadonlySet<string> | undefined;
  /** Keys of members; undefined for all. */
  readonly members: ReadonlySet<string> | undefined;
  readonly isCounted: ((entry: Entry) => boolean) | undefined;
}

/** The selection of the options; a name that is not in the journal is a failure of it. */
export function selectionFrom(options: Options, ledger: Ledger): Selection {
  const { groups, members } = ledger.settings;
  const found = (field: 'member' | 'tags') => distinct(ledger.entries.flatMap((entry) => entry[field] ?? []));
  const groupNames = [...ledger.groupKeys, none].map((key) => ({ key, name: groups.get(key)?.name ?? key }));
  const memberKeys = distinct([...members.keys(), ...found('member')]);
  const memberNames = memberKeys.map((key) => ({ key, name: members.get(key)?.name ?? key }));
  const selected = matching(options['member'], memberNames, words.noMember);
  const tags = matching(
    options['tag'],
    found('tags').map((key) => ({ key, name: key })),
    words.noTag,
  );
  const isCounted = (entry: Entry) =>
    (!selected || (entry.member !== undefined && selected.has(entry.member))) &&
    (!tags || (entry.tags ?? []).some((tag) => tags.has(tag)));
  return {
    groups: matching(options['group'], groupNames, words.noGroup),
    members: selected,
    isCounted: selected || tags ? isCounted : undefined,
  };
}

const distinct = (values: readonly string[]) => [...new Set(values)];

/** The keys of the things that patterns name, by key or name; undefined where there is no pattern. */
function matching(
  patterns: Options[string],
  things: readonly { readonly key: string; readonly name: string }[],
  missing: Phrase,
): ReadonlySet<string> | undefined {
  if (!Array.isArray(patterns)) return undefined;
  const keys = things.map(({ key }) => key).filter((key) => key !== none);
  return new Set(
    patterns.flatMap((pattern: string) => {
      // A key is itself before it is the name or the pattern of others.
      if (things.some(({ key }) => key === pattern)) return [pattern];
      const isMatch = matcherOf(pattern);
      const found = things.filter(({ key, name }) => isMatch(key) || isMatch(name));
      if (found.length > 0) return found.map(({ key }) => key);
      throw new Failure(
        exit.journal,
        text(missing, { name: pattern }),
        nearHint(nearest(pattern, keys), keys),
      );
    }),
  );
}

/** Whether a name is the pattern, `*` standing for any text; compared as names are. */
function matcherOf(pattern: string): (name: string) => boolean {
  const [first = '', ...others] = foldName(pattern).split('*');
  const last = others.pop();
  return (name) => {
    const folded = foldName(name);
    if (last === undefined) return folded === first;
    if (!folded.startsWith(first) || folded.length < first.length + last.length || !folded.endsWith(last))
      return false;
    // What stands between is sought from left to right: the first place a part fits is as good as any.
    const end = folded.length - last.length;
    let at = first.length;
    return others.every((part) => {
      const found = folded.indexOf(part, at);
      at = found + part.length;
      return found >= 0 && at <= end;
    });
  };
}

const words = {
  noGroup: { en: 'no group "{name}" is in the journal', fr: 'aucun groupe « {name} » n’est dans le journal' },
  noMember: {
    en: 'no member "{name}" is in the journal',
    fr: 'aucun membre « {name} » n’est dans le journal',
  },
  noTag: { en: 'no tag "{name}" is in the journal', fr: 'aucune étiquette « {name} » n’est dans le journal' },
} satisfies Record<string, Phrase>;
