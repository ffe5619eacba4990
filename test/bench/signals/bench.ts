import { type Judged, judge } from './judge.ts';
import { userOf } from './user.ts';
import { worlds } from './worlds.ts';

export { targetTable, worldTable } from './tables.ts';
export { tallyOf } from './tally.ts';
export { usersOfWorld, worlds } from './worlds.ts';

/** Users whose figures the committed result has apart, for a test to find again. */
export const sample = { world: 'base', users: 50 } as const;

/** The groups of some users of a world, judged: those with the numbers `from` up to but not including `to`. */
export function judgedOf(name: string, from: number, to: number): Judged[] {
  const world = worlds.find((each) => each.name === name);
  if (!world) throw new Error(`no world ${name}`);
  return Array.from({ length: to - from }, (_, i) => judge(userOf(world, from + i))).flat();
}
