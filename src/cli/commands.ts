import type { Command } from './command.ts';
import { check } from './commands/check.ts';
import { explain } from './commands/explain.ts';
import { report } from './commands/report.ts';

/** Every command, in the order of the help. Adding one is adding its file and a name here. */
export const commands: readonly Command[] = [report, explain, check];
