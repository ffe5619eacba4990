import type { Breach } from '../measure/team/breaches.ts';
import type { Move } from '../measure/team/moves.ts';
import type { Phrase } from '../model/text.ts';

/** Who broke which rule, and what about. */
export const breachWords = {
  attend: { en: '{member} may not attend {about}', fr: '{member} ne doit pas aller à {about}' },
  post: { en: '{member} may not post on {about}', fr: '{member} ne doit pas publier sur {about}' },
  kinds: {
    en: '{sort} is not a sort allowed in {about}',
    fr: '{sort} n’est pas une sorte permise à {about}',
  },
  hours: {
    en: '{about}, {quarter}: {used}, {limit} allowed',
    fr: '{about}, {quarter} : {used}, {limit} permises',
  },
  money: {
    en: '{about}, {quarter}: {used}, {limit} allowed',
    fr: '{about}, {quarter} : {used}, {limit} permis',
  },
  owner: { en: '{about}: no owner', fr: '{about} : aucun responsable' },
  'owner-attend': {
    en: '{about}: {member}, its owner, may not attend',
    fr: '{about} : {member}, responsable, ne peut y aller',
  },
} satisfies Record<Breach['kind'], Phrase>;

/** What hours would bring elsewhere. */
export const moveWords = {
  year: {
    en: 'An estimate: the {hours} hours a year that go into {from} bring about {now} of sales; in {to}, where an hour more is taken to bring what the others do, they would bring about {moved} ({low} to {high}).',
    fr: 'Une estimation : les {hours} heures par an passées à {from} rapportent environ {now} de ventes ; à {to}, si une heure de plus y vaut les autres, elles rapporteraient environ {moved} (de {low} à {high}).',
  },
  beyond: {
    en: 'An estimate: the {hours} hours beyond the budget of {from} bring about {now} of sales; in {to}, where an hour more is taken to bring what the others do, they would bring about {moved} ({low} to {high}).',
    fr: 'Une estimation : les {hours} heures au-delà du budget de {from} rapportent environ {now} de ventes ; à {to}, si une heure de plus y vaut les autres, elles rapporteraient environ {moved} (de {low} à {high}).',
  },
  example: {
    en: 'An estimate: {hours} hours in {from} bring about {now} of sales; in {to}, where an hour more is taken to bring what the others do, they would bring about {moved} ({low} to {high}).',
    fr: 'Une estimation : {hours} heures à {from} rapportent environ {now} de ventes ; à {to}, si une heure de plus y vaut les autres, elles rapporteraient environ {moved} (de {low} à {high}).',
  },
} satisfies Record<Move['basis'], Phrase>;
