import type { Command } from './command.ts';
import { add } from './commands/add.ts';
import { check } from './commands/check.ts';
import { completion } from './commands/completion.ts';
import { contacts } from './commands/contacts.ts';
import { dashboard } from './commands/dashboard.ts';
import { explain } from './commands/explain.ts';
import { fmt } from './commands/fmt.ts';
import { followup } from './commands/followup.ts';
import { importCommand } from './commands/import.ts';
import { init } from './commands/init.ts';
import { lags } from './commands/lags.ts';
import { manual } from './commands/manual.ts';
import { contacted, done, informed, lost, thanked } from './commands/marks.ts';
import { outcomes } from './commands/outcomes.ts';
import { practice } from './commands/practice.ts';
import { report } from './commands/report.ts';
import { schema } from './commands/schema.ts';
import { score } from './commands/score.ts';
import { signals } from './commands/signals.ts';
import { stats } from './commands/stats.ts';
import { summary } from './commands/summary.ts';
import { survey } from './commands/survey.ts';
import { team } from './commands/team.ts';
import { trend } from './commands/trend.ts';
import { week } from './commands/week.ts';
import { won } from './commands/won.ts';

/** Every command, in the order of the help. Adding one is adding its file and a name here. */
export const commands: readonly Command[] = [
  report,
  trend,
  signals,
  explain,
  lags,
  followup,
  summary,
  dashboard,
  team,
  practice,
  week,
  outcomes,
  contacts,
  survey,
  score,
  init,
  add,
  won,
  lost,
  contacted,
  informed,
  thanked,
  done,
  importCommand,
  check,
  fmt,
  stats,
  manual,
  schema,
  completion,
];
