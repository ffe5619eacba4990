import { createHash } from 'node:crypto';
import path from 'node:path';
import type { Context } from '../context.ts';
import type { ReadYaml } from '../read/journal.ts';
import type { YamlContent } from '../read/yaml-file.ts';
import { standardInput } from './find.ts';
import { version } from './version.ts';

/** Texts shorter than this are parsed faster than they are looked up. */
const leastCached = 1000;

interface Kept {
  /** Hash of the text that was read, and of netroi's version. */
  readonly key: string;
  readonly content: YamlContent;
}

/**
 * Reads YAML syntax, which is most of a small report's time, or takes what was read of the same text
 * before from `$XDG_CACHE_HOME/netroi`: a file there for each of the journal's. It counts only for the
 * very text it was made from, so it can be deleted at any time and never changes a result.
 * @param nameToday for earlier texts of the files, what a file is called today: what is kept of it may serve, and stays.
 */
export function yamlReader(
  context: Context,
  useCache: boolean,
  nameToday?: (name: string) => string,
): ReadYaml {
  const folder = useCache ? cacheFolder(context) : undefined;
  return async (text, name, onLine) => {
    // Standard input may be what was never to be on the disk: a journal that is kept encrypted.
    if (folder === undefined || text.length < leastCached || name === standardInput)
      return parse(text, onLine);
    const key = hashOf(`${version()}\n${text}`);
    const file = path.join(folder, `${hashOf(path.resolve(context.cwd, nameToday?.(name) ?? name))}.json`);
    const kept = readKept(context, file);
    if (kept?.key === key) return kept.content;
    const content = await parse(text, onLine);
    if (content.faults.length === 0 && !nameToday) keep(context, folder, file, { key, content });
    return content;
  };
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

async function parse(text: string, onLine: (share: number) => void): Promise<YamlContent> {
  return (await import('../read/yaml.ts')).readYaml(text, onLine);
}

/** The folder for what can be made again; undefined where the user has no home. */
export function cacheFolder({ env, home }: Context): string | undefined {
  const base = env['XDG_CACHE_HOME'];
  if (base && path.isAbsolute(base)) return path.join(base, 'netroi');
  return home === undefined ? undefined : path.join(home, '.cache', 'netroi');
}

function readKept(context: Context, file: string): Kept | undefined {
  try {
    return JSON.parse(Buffer.from(context.readFile(file)).toString('utf8')) as Kept;
  } catch {
    // Not kept yet, not readable, or cut short: the text itself is read instead.
    return undefined;
  }
}

function keep(context: Context, folder: string, file: string, kept: Kept): void {
  try {
    // What is in a journal is nobody else's business.
    context.makePrivateFolder(folder);
    context.writeFile(file, JSON.stringify(kept), true);
  } catch {
    // A cache that cannot be written (a read-only home, a full disk) costs time and nothing else.
  }
}
