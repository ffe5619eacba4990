import type { Activity } from '../../model/ledger.ts';
import { foldName } from '../../model/names.ts';

/** Words for the kinds of activity that schemes speak of, compared as names are; hyphens and blanks are one. */
export const kindWords = {
  meeting: [
    'meeting',
    'weekly meeting',
    'chapter meeting',
    'breakfast',
    'réunion',
    'réunion hebdomadaire',
    'petit-déjeuner',
    'plénière',
  ],
  'one-to-one': [
    'one-to-one',
    'one-on-one',
    '1-to-1',
    '1-2-1',
    '1-1',
    '121',
    '1:1',
    '1to1',
    'one2one',
    'tête-à-tête',
    'face-à-face',
  ],
  training: [
    'training',
    'course',
    'workshop',
    'seminar',
    'formation',
    'atelier',
    'cours',
    'séminaire',
    'stage',
  ],
} as const satisfies Record<string, readonly string[]>;

export type KindOf = keyof typeof kindWords;

/** The test whether an activity is of a kind: named by one of its words, or by one of `kinds` where they are given. One of no kind is a meeting. */
export function kindTest(kind: KindOf, kinds?: readonly string[]): (activity: Activity) => boolean {
  const words = new Set((kinds ?? kindWords[kind]).map(foldKind));
  const isUnnamed = kind === 'meeting' && kinds === undefined;
  return ({ kind: named }) => (named === undefined ? isUnnamed : words.has(foldKind(named)));
}

/** A kind as it is compared. */
export function foldKind(kind: string): string {
  return foldName(kind.replace(/[-\u2010-\u2015_\s]+/g, ' '));
}
