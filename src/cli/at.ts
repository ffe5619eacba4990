import path from 'node:path';
import type { Context } from '../context.ts';
import { type Phrase, type Text, text } from '../model/text.ts';
import { exit, Failure, usageFailure } from './failure.ts';
import { type FoundJournal, isJournalFile, type Place, placesFor, readPlaces, type Shelf } from './find.ts';
import { calmGit } from './git.ts';
import { type PastTree, treeAt } from './git-tree.ts';

/**
 * The journal as it stood at a git revision, read through git itself: nothing is checked out, the files on disk are
 * not looked at. Its files are named as git names them from the working folder: `HEAD~1:./journal/2026.yaml`.
 * @throws Failure where git does not know the revision, or had nothing at a place then; said with a way out.
 */
export function journalAt(context: Context, asked: readonly string[], revision: string): FoundJournal {
  const places = placesFor(context, asked);
  if (places.some(({ shown }) => shown === '-')) throw usageFailure(words.stdin, {}, text(words.name));
  const trees = new Map(places.map((place) => [place.at, treeThen(context, place, revision)]));
  const found = readPlaces(shelfOf(context, revision, trees), places);
  const then = (name: string) => nameThen(name, revision);
  return {
    name: places.map(({ shown }) => then(shown)).join(', '),
    files: found.files.map((file) => ({ ...file, name: then(file.name) })),
    links: found.links.map((link) => ({ ...link, name: then(link.name) })),
    places,
    nameToday: (name) => name.slice(revision.length + 1),
  };
}

/** `HEAD~1:./2026.yaml`: what git takes as the name of that file then, seen from the working folder. */
function nameThen(name: string, revision: string): string {
  const isAnchored = /^(\.{0,2}|~)\//.test(name) || name === '..';
  return `${revision}:${isAnchored ? name : name === '.' ? './' : `./${name}`}`;
}

function treeThen(context: Context, { at, shown }: Place, revision: string): PastTree {
  const tree = treeAt(context, at, revision, isWanted);
  if (typeof tree === 'object') return tree;
  const isThere = calmGit(context, context.cwd, ['--version']) !== undefined;
  if (!isThere) throw new Failure(exit.system, text(words.noGit), text(words.install));
  const [says, hint] = refusals[tree];
  throw new Failure(exit.usage, text(says, { path: shown, revision }), hint);
}

/** The journal's files, and what a place names whatever it is called. */
function isWanted(relative: string): boolean {
  return relative === '' || isJournalFile(relative);
}

/** The files of git's trees as those of a disk. A path in none of them is looked up: the settings beside a file. */
function shelfOf(context: Context, revision: string, trees: Map<string, PastTree>): Shelf {
  const treeOf = (at: string): [PastTree, string] | undefined => {
    for (const [root, tree] of trees) {
      if (at === root) return [tree, ''];
      if (at.startsWith(`${root}${path.sep}`)) return [tree, at.slice(root.length + 1)];
    }
    const found = treeAt(context, at, revision, isWanted);
    if (typeof found !== 'object') return undefined;
    trees.set(at, found);
    return [found, ''];
  };
  return {
    kindOf: (at) => {
      const [tree, relative] = treeOf(at) ?? [];
      return tree?.kindOf(relative ?? '') ?? 'missing';
    },
    realPath: (at) => {
      const [tree, relative] = treeOf(at) ?? [];
      return tree?.realPath(relative ?? '') ?? at;
    },
    list: (at) => {
      const [tree, relative] = treeOf(at) ?? [];
      return tree?.list(relative ?? '') ?? [];
    },
    readFile: (at) => {
      const [tree, relative] = treeOf(at) ?? [];
      const bytes = tree?.read(relative ?? '');
      if (bytes) return bytes;
      throw new Failure(exit.system, text(words.unread, { path: at }), text(words.fsck));
    },
    readStdin: context.readStdin,
  };
}

const words = {
  stdin: {
    en: '--at cannot go with a journal on standard input: git knows no earlier state of it',
    fr: '--at ne va pas avec un journal sur l’entrée standard : git n’en connaît pas d’état antérieur',
  },
  name: {
    en: 'name a file or a folder with --journal',
    fr: 'indiquez un fichier ou un dossier avec --journal',
  },
  noGit: { en: '--at needs git, which was not found', fr: '--at a besoin de git, qui est introuvable' },
  install: {
    en: 'install it, or add its folder to PATH',
    fr: 'installez-le, ou ajoutez son dossier à PATH',
  },
  unread: { en: 'git cannot read {path}', fr: 'git n’arrive pas à lire {path}' },
  fsck: { en: 'git fsck says what is wrong', fr: 'git fsck dit ce qui ne va pas' },
  noTree: {
    en: '"{path}" is in no folder that git keeps, so there is nothing of it at {revision}',
    fr: '« {path} » n’est dans aucun dossier suivi par git : il n’y en a rien à {revision}',
  },
  init: { en: 'git init starts one', fr: 'git init en commence un' },
  noRevision: {
    en: 'git knows no revision "{revision}" of "{path}"',
    fr: 'git ne connaît pas de révision « {revision} » de « {path} »',
  },
  log: { en: 'git log --oneline lists them', fr: 'git log --oneline les énumère' },
  notThere: {
    en: 'git had nothing at "{path}" at {revision}',
    fr: 'git n’avait rien à « {path} » à {revision}',
  },
  moved: {
    en: 'if it had another name then, give that with -j',
    fr: 's’il avait alors un autre nom, donnez celui-là par -j',
  },
} satisfies Record<string, Phrase>;

const refusals: Readonly<Record<Exclude<ReturnType<typeof treeAt>, PastTree>, readonly [Phrase, Text]>> = {
  'no-repository': [words.noTree, text(words.init)],
  'no-revision': [words.noRevision, text(words.log)],
  'not-there': [words.notThere, text(words.moved)],
};
