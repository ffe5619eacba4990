import type { Command } from './command.ts';
import { check } from './commands/check.ts';
import { completion } from './commands/completion.ts';
import { explain } from './commands/explain.ts';
import { lags } from './commands/lags.ts';
import { manual } from './commands/manual.ts';
import { report } from './commands/report.ts';
import { schema } from './commands/schema.ts';
import { signals } from './commands/signals.ts';
import { stats } from './commands/stats.ts';
import { trend } from './commands/trend.ts';

/** Every command, in the order of the help. Adding one is adding its file and a name here. */
export const commands: readonly Command[] = [
  report,
  trend,
  signals,
  explain,
  lags,
  check,
  stats,
  manual,
  schema,
  completion,
];
