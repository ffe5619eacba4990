import type { Countable, Phrase } from './text.ts';

/** A point scheme: what is counted over a window of time, the points for it, and the colours of the total. */
export interface Scheme {
  readonly id: string;
  readonly version: string;
  readonly name: Phrase;
  /** Whose scheme it is, and from when. */
  readonly source: Phrase | undefined;
  readonly note: Phrase | undefined;
  readonly window: ScoreSpan;
  /** What thresholds of money are in; undefined for the journal's reporting currency. */
  readonly currency: string | undefined;
  readonly criteria: readonly Criterion[];
  /** The highest first; none where the scheme has no colours. */
  readonly bands: readonly Band[];
}

/** A length of time in whole calendar months or weeks. */
export interface ScoreSpan {
  readonly count: number;
  readonly unit: 'month' | 'week';
}

export interface Criterion {
  /** Its name for machines, unique in its scheme: the metric, numbered from the second of one metric on. */
  readonly key: string;
  readonly metric: ScoreMetricId;
  readonly name: Phrase;
  readonly per: ScorePer;
  readonly way: ScoreWay;
  /** In rising order; of a proportional criterion the one at which all points are had. */
  readonly steps: readonly Step[];
  /** Kinds of activity that count, in place of the usual ones. */
  readonly kinds: readonly string[] | undefined;
}

/** From `at` on (`at-least`), or up to it (`at-most`), the edge included, there are these points. */
export interface Step {
  /** At most six decimals; money in major units of the scheme's currency. */
  readonly at: number;
  /** Whether the edge itself is not in it: more than `at`. */
  readonly isOver: boolean;
  readonly points: number;
}

/** The total from which a colour, or whatever it is called, is had. */
export interface Band {
  readonly name: string;
  readonly from: number;
}

/** What a figure is measured by: the sum in the window, or its average a week, four weeks (of seven days each) or a month. */
export const scorePers = ['week', '4 weeks', 'month', 'window'] as const;
export type ScorePer = (typeof scorePers)[number];

/** How a figure becomes points. */
export const scoreWays = ['at-least', 'at-most', 'proportional'] as const;
export type ScoreWay = (typeof scoreWays)[number];

interface ScoreMetricRow {
  readonly label: Phrase;
  /** What is counted, for the manual. */
  readonly help: Phrase;
  /** Whether more of it is better. */
  readonly good: 'more' | 'less';
  /** So many more of it; undefined of money. */
  readonly more: Countable | undefined;
}

export type ScoreMetricId = keyof typeof scoreMetricRows;

export interface ScoreMetric extends ScoreMetricRow {
  readonly id: ScoreMetricId;
}

/** The metric of an id. */
export function scoreMetricOf(id: ScoreMetricId): ScoreMetric {
  return { id, ...scoreMetricRows[id] };
}

/** None, one more, several more. */
const counted = (one: Phrase, many: Phrase, none: Phrase = many): Countable => [
  none,
  { en: `{count} more ${one.en}`, fr: `{count} ${one.fr} de plus` },
  { en: `{count} more ${many.en}`, fr: `{count} ${many.fr} de plus` },
];
const noAbsence = { en: 'No absence', fr: 'Aucune absence' };

// biome-ignore-start format: a table reads best with a row a line
const scoreMetricRows = {
  absences: {
    label: { en: 'Absences', fr: 'Absences' },
    good: 'less',
    more: counted({ en: 'absence', fr: 'absence' }, { en: 'absences', fr: 'absences' }, noAbsence),
    help: {
      en: 'meetings with attendance: absent; excused and substitute are none',
      fr: 'les réunions avec attendance: absent ; ni excused ni substitute',
    },
  },
  'absences-all': {
    label: { en: 'Absences', fr: 'Absences' },
    good: 'less',
    more: counted({ en: 'absence', fr: 'absence' }, { en: 'absences', fr: 'absences' }, noAbsence),
    help: {
      en: 'meetings with attendance: absent or excused',
      fr: 'les réunions avec attendance: absent ou excused',
    },
  },
  late: {
    label: { en: 'Late arrivals', fr: 'Retards' },
    good: 'less',
    more: counted(
      { en: 'late arrival', fr: 'retard' },
      { en: 'late arrivals', fr: 'retards' },
      { en: 'No late arrival', fr: 'Aucun retard' },
    ),
    help: { en: 'meetings with attendance: late', fr: 'les réunions avec attendance: late' },
  },
  meetings: {
    label: { en: 'Meetings', fr: 'Réunions' },
    good: 'more',
    more: counted({ en: 'meeting', fr: 'réunion' }, { en: 'meetings', fr: 'réunions' }),
    help: {
      en: 'meetings attended, by a substitute too',
      fr: 'les réunions suivies, même par un remplaçant',
    },
  },
  activities: {
    label: { en: 'Activities', fr: 'Activités' },
    good: 'more',
    more: counted({ en: 'activity', fr: 'activité' }, { en: 'activities', fr: 'activités' }),
    help: { en: 'activities attended, of every kind', fr: 'les activités suivies, de toute sorte' },
  },
  'one-to-ones': {
    label: { en: 'One-to-ones', fr: 'Tête-à-tête' },
    good: 'more',
    more: counted({ en: 'one-to-one', fr: 'tête-à-tête' }, { en: 'one-to-ones', fr: 'tête-à-tête' }),
    help: { en: 'one-to-ones held', fr: 'les tête-à-tête tenus' },
  },
  training: {
    label: { en: 'Training', fr: 'Formations' },
    good: 'more',
    more: counted({ en: 'training session', fr: 'formation' }, { en: 'training sessions', fr: 'formations' }),
    help: { en: 'training attended, one a course', fr: 'les formations suivies, une par séance' },
  },
  referrals: {
    label: { en: 'Referrals given', fr: 'Recommandations' },
    good: 'more',
    more: counted({ en: 'referral', fr: 'recommandation' }, { en: 'referrals', fr: 'recommandations' }),
    help: {
      en: 'referrals given, your own purchases included',
      fr: 'les recommandations données, vos propres achats compris',
    },
  },
  received: {
    label: { en: 'Received', fr: 'Reçues' },
    good: 'more',
    more: counted(
      { en: 'referral received', fr: 'recommandation reçue' },
      { en: 'referrals received', fr: 'recommandations reçues' },
    ),
    help: { en: 'referrals received', fr: 'les recommandations reçues' },
  },
  visitors: {
    label: { en: 'Visitors', fr: 'Invités' },
    good: 'more',
    more: counted({ en: 'visitor', fr: 'invité' }, { en: 'visitors', fr: 'invités' }),
    help: { en: 'visitors brought: guests of activities', fr: 'les invités amenés : guests des activités' },
  },
  business: {
    label: { en: 'Business given', fr: 'Affaires' },
    good: 'more',
    more: undefined,
    help: {
      en: 'the value of referrals given that were won in the window',
      fr: 'la valeur (value) des recommandations données, gagnées (won) dans la fenêtre',
    },
  },
  testimonials: {
    label: { en: 'Testimonials', fr: 'Témoignages' },
    good: 'more',
    more: counted({ en: 'testimonial', fr: 'témoignage' }, { en: 'testimonials', fr: 'témoignages' }),
    help: { en: 'testimonials given', fr: 'les témoignages donnés' },
  },
} as const satisfies Record<string, ScoreMetricRow>;
// biome-ignore-end format: a table reads best with a row a line

/** Every metric that a criterion can be about. */
export const scoreMetrics: readonly ScoreMetric[] = (Object.keys(scoreMetricRows) as ScoreMetricId[]).map(
  scoreMetricOf,
);
