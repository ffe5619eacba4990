import { inAll, type Phrase, type Text, text } from '../model/text.ts';

/** What git says of a journal's files. */
export interface GitState {
  /** The place as the user names it. */
  readonly place: string;
  /** Undefined where the place is in no work tree. */
  readonly tree: WorkTree | undefined;
}

export interface WorkTree {
  /** HEAD; undefined where nothing was ever committed. */
  readonly commit: { readonly hash: string; readonly date: string } | undefined;
  /** Whether it is not HEAD but an earlier state, of which no file is left uncommitted. */
  readonly isPast?: true;
  /** How many of the journal's files differ from it, are not yet added, and are ignored. */
  readonly changed: number;
  readonly added: number;
  readonly ignored: number;
}

/** Git in a few words; where a journal stands in several places, each is named. */
export function gitFacts(states: readonly GitState[]): [Text, Text][] {
  if (states.length === 0) return [[text(words.git), text(words.none)]];
  return states.flatMap(({ place, tree }): [Text, Text][] => {
    const about = (fact: Phrase) => (states.length === 1 ? text(fact) : text(words.at, { fact, place }));
    if (!tree) return [[about(words.git), text(words.none)]];
    const { commit } = tree;
    return [
      [about(words.commit), commit ? text(words.head, commit) : text(words.noCommit)],
      ...(tree.isPast ? [] : [[about(words.open), openFiles(tree)] as [Text, Text]]),
    ];
  });
}

function openFiles({ changed, added, ignored }: WorkTree): Text {
  const parts = [
    { count: changed, phrase: changed > 1 ? words.changed : words.oneChanged },
    { count: added, phrase: added > 1 ? words.added : words.oneAdded },
    { count: ignored, phrase: ignored > 1 ? words.ignored : words.oneIgnored },
  ].filter(({ count }) => count > 0);
  if (parts.length === 0) return text(words.clean);
  return parts
    .map(({ count, phrase }) => text(phrase, { count }))
    .reduce((left, right) => text(words.and, { left: inAll(left), right: inAll(right) }));
}

const words = {
  git: { en: 'Git', fr: 'Git' },
  none: { en: 'not under git', fr: 'hors de git' },
  at: { en: '{fact}, {place}', fr: '{fact}, {place}' },
  commit: { en: 'Git commit', fr: 'Commit git' },
  head: { en: '{hash} of {date}', fr: '{hash} du {date}' },
  noCommit: { en: 'none yet', fr: 'aucun encore' },
  open: { en: 'Uncommitted files', fr: 'Fichiers non commités' },
  clean: { en: 'none: all is committed', fr: 'aucun : tout est commité' },
  oneChanged: { en: '{count} changed', fr: '{count} modifié' },
  changed: { en: '{count} changed', fr: '{count} modifiés' },
  oneAdded: { en: '{count} not added', fr: '{count} non ajouté' },
  added: { en: '{count} not added', fr: '{count} non ajoutés' },
  oneIgnored: { en: '{count} ignored by git', fr: '{count} ignoré par git' },
  ignored: { en: '{count} ignored by git', fr: '{count} ignorés par git' },
  and: { en: '{left}, {right}', fr: '{left}, {right}' },
} satisfies Record<string, Phrase>;
