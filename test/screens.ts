import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { columnsOf } from '../src/model/visible.ts';
import { filesUnder } from './examples/files.ts';
import { run } from './run.ts';

/** What is typed for a screen, and the width of its terminal; a pipe where that is left out. */
export interface Screen {
  readonly args: readonly string[];
  readonly terminal?: number;
}

/** Holds screens of the examples against their golden files: all of it, within the width, every blank filled. */
export function testScreens(screens: Readonly<Record<string, Screen>>): void {
  test.each(Object.entries(screens))(
    '%s is as it was (UPDATE=1 rewrites it)',
    async (name, { args, terminal }) => {
      const files = filesUnder('examples');
      const screen = terminal ? { terminal, env: { NO_COLOR: '1' } } : {};
      const { code, stdout, stderr } = await run(args, { files, ...screen });
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      const golden = path.join(import.meta.dirname, 'golden', name);
      if (process.env['UPDATE']) fs.writeFileSync(golden, stdout);
      expect(stdout).toBe(fs.readFileSync(golden, 'utf8'));
      for (const line of terminal ? stdout.split('\n') : [])
        expect(columnsOf(line), line).toBeLessThanOrEqual(terminal ?? 0);
      expect(stdout).not.toMatch(/NaN|Infinity|undefined|\{\w+\}|[ \t]\n/);
    },
  );
}
