import type { OtherType } from '../measure/week.ts';
import { weekdayOf } from '../measure/week-cadence.ts';
import type { Missing } from '../measure/week-habits.ts';
import { formatDay } from '../model/day.ts';
import type { Ledger } from '../model/ledger.ts';
import { type Countable, countPhrase, inAll, type Phrase, text } from '../model/text.ts';
import { hasUnsafe } from '../model/visible.ts';
import { clipped } from './lines.ts';
import { shellWord } from './shell-word.ts';

/** Columns that a name takes at most in a line of several. */
const nameWidth = 28;

/** `Mon`, `lun.`: the weekday of a day. */
export function weekdayName(day: number): Phrase {
  return weekdays[weekdayOf(day)] ?? { en: '', fr: '' };
}

/** A group as a line names it. */
export function groupName(key: string, { settings }: Ledger): string {
  return clipped(settings.groups.get(key)?.name ?? key, nameWidth);
}

/** What is usual and its day: `BNI Lyon, breakfast Thu (10 of 12 weeks)`. */
export function missingName({ group, kind, day, cadence }: Missing, ledger: Ledger): Phrase {
  const often =
    cadence.every === 'week'
      ? text(words.weekly, { weeks: cadence.weeks, of: cadence.of })
      : cadence.every === 'weeks'
        ? text(words.spaced, { step: cadence.step })
        : text(words.monthly);
  const name = kind === undefined ? groupName(group, ledger) : `${groupName(group, ledger)}, ${clip(kind)}`;
  return inAll(text(words.missing, { name, day: weekdayName(day), often: inAll(often) }));
}

const clip = (kind: string) => clipped(kind, 14);

/** The command that would log it; undefined where a shell cannot be given its words. */
export function commandFor({ group, kind, day }: Missing): string | undefined {
  if (hasUnsafe(group) || hasUnsafe(kind ?? '')) return undefined;
  const flag = (name: string, value: string) =>
    // What starts with a dash would be taken for an option.
    value.startsWith('-') ? [`--${name}=${shellWord(value)}`] : [`--${name}`, shellWord(value)];
  return [
    'netroi add activity',
    ...(group.startsWith('-') ? flag('group', group) : ['-g', shellWord(group)]),
    ...(kind === undefined ? [] : flag('kind', kind)),
    `--date ${formatDay(day)}`,
  ].join(' ');
}

/** What the heading counts, in its order. */
export function countsOf(counts: {
  readonly activities: number;
  readonly days: number;
  readonly hours: number;
  readonly received: number;
  readonly given: number;
  readonly oneToOnes: number;
  readonly guests: number;
  readonly testimonials: number;
}): Phrase[] {
  const { activities, days, hours, received, given, oneToOnes } = counts;
  const attended = countPhrase(activities, words.activity);
  const brought = broughtOf(counts);
  return [
    days === 0 ? attended : inAll(text(words.onDays, { attended, days: countPhrase(days, words.day) })),
    hoursPhrase(hours),
    countPhrase(received, words.received),
    countPhrase(given, words.given),
    // What there is has room before what there is none of.
    ...(oneToOnes > 0 || brought.length === 0 ? [countPhrase(oneToOnes, words.oneToOne)] : []),
    ...brought,
  ];
}

/** What there is of a group's activities, hours and referrals; what there is none of is left out. */
export function partsOf(counts: {
  readonly activities: number;
  readonly hours: number;
  readonly received: number;
  readonly given: number;
  readonly guests: number;
  readonly testimonials: number;
}): Phrase[] {
  const { activities, hours, received, given } = counts;
  return [
    ...(activities + received + given === 0 ? [words.noneAttended] : []),
    ...(activities > 0 ? [countPhrase(activities, words.activity)] : []),
    ...(hours > 0 ? [hoursPhrase(hours)] : []),
    ...(received > 0 ? [countPhrase(received, words.received)] : []),
    ...(given > 0 ? [countPhrase(given, words.given)] : []),
    ...broughtOf(counts),
  ];
}

/** Visitors and testimonials, where there are any. */
function broughtOf({ guests, testimonials }: { readonly guests: number; readonly testimonials: number }) {
  return [
    ...(guests > 0 ? [countPhrase(guests, words.guests)] : []),
    ...(testimonials > 0 ? [countPhrase(testimonials, words.testimonials)] : []),
  ];
}

/** `2 sales`: a number of entries of a type. */
export function otherCount(type: OtherType, count: number): Phrase {
  return countPhrase(count, otherWords[type]);
}

/** Hours in a line: `5.3 h`. */
function hoursPhrase(hours: number): Phrase {
  return inAll(text(words.hours, { hours: Math.round(hours * 10) / 10 }));
}

const weekdays: readonly Phrase[] = [
  { en: 'Mon', fr: 'lun.' },
  { en: 'Tue', fr: 'mar.' },
  { en: 'Wed', fr: 'mer.' },
  { en: 'Thu', fr: 'jeu.' },
  { en: 'Fri', fr: 'ven.' },
  { en: 'Sat', fr: 'sam.' },
  { en: 'Sun', fr: 'dim.' },
];

const counted = (en: [string, string], fr: [string, string]): Countable => [
  { en: '', fr: '' },
  { en: `{count} ${en[0]}`, fr: `{count} ${fr[0]}` },
  { en: `{count} ${en[1]}`, fr: `{count} ${fr[1]}` },
];

const otherWords: Readonly<Record<OtherType, Countable>> = {
  sale: counted(['sale', 'sales'], ['vente', 'ventes']),
  cost: counted(['cost', 'costs'], ['frais', 'frais']),
  visits: counted(['count of visits', 'counts of visits'], ['relevé de visites', 'relevés de visites']),
  outcome: counted(['outcome', 'outcomes'], ['retour', 'retours']),
  contact: counted(['contact', 'contacts'], ['contact', 'contacts']),
  approach: counted(['approach', 'approaches'], ['démarche', 'démarches']),
  promise: counted(['promise', 'promises'], ['promesse', 'promesses']),
  answer: counted(['answer', 'answers'], ['réponse', 'réponses']),
};

const words = {
  missing: { en: '{name} {day} ({often})', fr: '{name} {day} ({often})' },
  weekly: { en: '{weeks} of {of} weeks', fr: '{weeks} sem. sur {of}' },
  spaced: { en: 'every {step} weeks or so', fr: 'env. toutes les {step} sem.' },
  monthly: { en: 'monthly', fr: 'chaque mois' },
  onDays: { en: '{attended} {days}', fr: '{attended} {days}' },
  activity: [
    { en: 'no activity', fr: 'aucune activité' },
    { en: '{count} activity', fr: '{count} activité' },
    { en: '{count} activities', fr: '{count} activités' },
  ],
  noneAttended: { en: 'none attended', fr: 'aucune présence' },
  day: [
    { en: '', fr: '' },
    { en: 'on {count} day', fr: 'en {count} jour' },
    { en: 'on {count} days', fr: 'en {count} jours' },
  ],
  hours: { en: '{hours} h', fr: '{hours} h' },
  received: [
    { en: '0 received', fr: '0 reçue' },
    { en: '{count} received', fr: '{count} reçue' },
    { en: '{count} received', fr: '{count} reçues' },
  ],
  given: [
    { en: '0 given', fr: '0 donnée' },
    { en: '{count} given', fr: '{count} donnée' },
    { en: '{count} given', fr: '{count} données' },
  ],
  guests: counted(['visitor', 'visitors'], ['invité', 'invités']),
  testimonials: counted(['testimonial', 'testimonials'], ['témoignage', 'témoignages']),
  oneToOne: [
    { en: 'no one-to-one', fr: 'aucun tête-à-tête' },
    { en: '{count} one-to-one', fr: '{count} tête-à-tête' },
    { en: '{count} one-to-ones', fr: '{count} tête-à-tête' },
  ],
} satisfies Record<string, Phrase | Countable>;
