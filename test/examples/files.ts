import fs from 'node:fs';
import path from 'node:path';

const root = path.join(import.meta.dirname, '../..');

/** The files under a folder of the repository, by their path from its root. */
export function filesUnder(folder: string): Record<string, string> {
  return Object.fromEntries(
    fs
      .readdirSync(path.join(root, folder), { withFileTypes: true, recursive: true })
      .filter((member) => member.isFile())
      .map((member) => path.relative(root, path.join(member.parentPath, member.name)))
      .map((name) => [name, fs.readFileSync(path.join(root, name), 'utf8')]),
  );
}
