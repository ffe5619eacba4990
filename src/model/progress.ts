import type { Phrase } from './text.ts';

/** The steps of long work, as they are told while it lasts: which of how many things is at hand. */
export const steps = {
  read: { en: 'reading: file {done} of {of}, {share}', fr: 'lecture : fichier {done} sur {of}, {share}' },
  check: {
    en: 'checking: file {done} of {of}, {share}',
    fr: 'vérification : fichier {done} sur {of}, {share}',
  },
  link: { en: 'checking how entries belong together', fr: 'vérification des liens entre écritures' },
  measure: { en: 'measuring', fr: 'calcul' },
  judge: { en: 'judging: month {done} of {of}', fr: 'jugement : mois {done} sur {of}' },
  outlook: { en: 'looking ahead: group {done} of {of}', fr: 'projection : groupe {done} sur {of}' },
  render: { en: 'laying out', fr: 'mise en forme' },
} as const satisfies Record<string, Phrase>;

export type Step = keyof typeof steps;

/**
 * Told from within long work, some times a second or more: cheap, but not for every turn of a tight loop.
 * @param share how much of the one at hand is done, 0 to 1.
 */
export type Tell = (step: Step, done?: number, of?: number, share?: number) => void;

/** Turns of a tight loop between two tellings, less one: a mask, as `i & turns`. */
export const turns = 0x3ff;
