import { none } from '../measure/dimensions.ts';
import { earlyMonths, type GroupOutcomes, lapsedMonths } from '../measure/outcomes.ts';
import { sumOf } from '../measure/returns.ts';
import type { Ledger } from '../model/ledger.ts';
import type { Period } from '../model/period.ts';
import { type Phrase, type Text, text } from '../model/text.ts';
import { notesOn } from './notes.ts';

/** What a reader of the returns should know: from when terms count, what a value is, whose goals are not stated. */
export function outcomeNotes(ledger: Ledger, period: Period, found: readonly GroupOutcomes[]): Text[] {
  const kinds = found.flatMap((group) => group.kinds);
  const { count, valued } = sumOf(kinds);
  const undated = sumOf(kinds.map((each) => each.terms.no_term)).count;
  const silent = found.filter(({ key, goals }) => key !== none && goals.length === 0);
  const names = silent.map(({ key }) => ledger.settings.groups.get(key)?.name ?? key).join(', ');
  const states = new Set(found.flatMap(({ goals }) => goals.map(({ state }) => state)));
  return [
    ...notesOn(ledger, period, [], { needsRate: false }),
    ...(count > 0 ? [text(words.terms)] : []),
    ...(undated > 0 ? [text(undated === 1 ? words.oneUndated : words.undated, { undated })] : []),
    ...(count > 0 ? [text(words.value, { count, valued })] : []),
    ...(states.has('early') ? [text(words.early, { months: earlyMonths })] : []),
    ...(states.has('lapsed') ? [text(words.lapsed, { months: lapsedMonths })] : []),
    ...(silent.length > 0 ? [text(words.noGoals, { names })] : []),
  ];
}

const words = {
  terms: {
    en: 'Months count from the day a group was joined, or from its first entry where that is not set.',
    fr: 'Les mois comptent depuis l’adhésion au groupe, ou depuis sa première écriture si elle n’est pas notée.',
  },
  oneUndated: {
    en: '1 return belongs to no group and has no term.',
    fr: '1 retour n’est d’aucun groupe et n’a pas de terme.',
  },
  undated: {
    en: '{undated} returns belong to no group and have no term.',
    fr: '{undated} retours ne sont d’aucun groupe et n’ont pas de terme.',
  },
  value: {
    en: 'Value is what a return saved or is worth, where it says so ({valued} of {count}). It stands apart from revenue: no ROI, net or revenue per hour has it in.',
    fr: 'La valeur est ce qu’un retour épargne ou vaut, là où il le dit ({valued} sur {count}). Elle reste à part du chiffre d’affaires : aucun ROI, net ni CA par heure ne la contient.',
  },
  early: {
    en: 'Too early: less than {months} months in the group.',
    fr: 'Trop tôt : moins de {months} mois dans le groupe.',
  },
  lapsed: {
    en: 'Met no more: it was met, then nothing came of it for {months} months.',
    fr: 'Plus atteint : l’objectif l’a été, puis rien n’en est venu pendant {months} mois.',
  },
  noGoals: {
    en: 'No goal is stated for {names}: goals in netroi.yaml says what a group is there for.',
    fr: 'Aucun objectif déclaré pour {names} : goals, dans netroi.yaml, dit ce qu’on y cherche.',
  },
} satisfies Record<string, Phrase>;
