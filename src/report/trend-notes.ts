import { isTimePriced } from '../measure/metrics.ts';
import { tally } from '../measure/tally.ts';
import { labelOf } from '../model/period.ts';
import { inAll, type Phrase, type Text, text } from '../model/text.ts';
import { type Key, leastTested, type PeriodFacts, type TrendFacts } from './trend-facts.ts';
import { firstDay } from './trend-periods.ts';
import { listed, nameWords } from './trend-tables.ts';
import { leastSure, stepWords } from './trend-words.ts';

/** From so many tests on it is said how many of them chance alone would pass. */
const manyTests = 10;

/** What a careful adviser would add to a trend: what its marks mean, what was tested and what that is worth. */
export function trendNotes(facts: TrendFacts, keys: readonly (readonly Key[])[]): Text[] {
  return [...markNotes(facts), ...emptyNotes(facts, keys), ...testNotes(facts, keys)];
}

/** Of each period that is shown in part: why. */
function markNotes({ shown, ledger, rolling }: TrendFacts): Text[] {
  const first = firstDay(ledger);
  const notes = shown.flatMap(({ period, state }): Text[] => {
    const label = inAll(labelOf(period, ledger.settings.calendar));
    if (state === 'running') return [text(words.running, { label, day: { day: ledger.asOf } })];
    if (state === 'cut')
      return [text(words.cut, { label, from: { day: period.from }, to: { day: period.to } })];
    return state === 'start' && first !== undefined
      ? [text(words.start, { label, day: { day: first } })]
      : [];
  });
  const has = (wanted: PeriodFacts['state']) => shown.some(({ state }) => state === wanted);
  if (first === undefined) return notes;
  if (has('short')) notes.push(text(words.short, { months: rolling ?? 0, day: { day: first } }));
  if (has('before')) notes.push(text(words.before, { day: { day: first } }));
  return notes;
}

/** That periods in which nothing happened have no line, where a row could have had something in them. */
function emptyNotes(facts: TrendFacts, keys: readonly (readonly Key[])[]): Text[] {
  const { periods, shown, step } = facts;
  const isHidden = (each: PeriodFacts) =>
    each.state !== 'before' &&
    !shown.includes(each) &&
    keys.flat().some((key) => facts.isThere(key, each.days));
  const count = periods.filter(isHidden).length;
  if (count === 0) return [];
  return [
    text(count === 1 ? words.oneEmpty : words.empty, {
      count,
      step: stepWords[step].one,
      steps: stepWords[step].many,
    }),
  ];
}

function testNotes(facts: TrendFacts, keys: readonly (readonly Key[])[]): Text[] {
  const { step, rolling, latest, ledger } = facts;
  const notes: Text[] = [];
  if (latest?.figures) {
    const says = latest.earlier ? words.latest : words.unequalled;
    notes.push(text(says, { months: latest.months, day: { day: latest.days.to } }));
    if (hasEarlyGaps(facts, keys)) notes.push(text(words.dash));
  } else if (latest && firstDay(ledger) !== undefined)
    notes.push(text(words.young, { months: latest.months }));
  if (rolling !== undefined) return [...notes, text(words.rolling, { months: rolling })];
  const least = leastTested[step];
  if (least === undefined) return [...notes, text(words.months)];
  const trends = keys.flatMap((row, at) => row.map((key) => facts.directionOf(at, key)));
  const tests = trends.filter((trend) => trend !== undefined && trend.count >= least).length;
  if (tests === 0) return notes;
  const { one, many } = stepWords[step];
  notes.push(text(words.test, { step: one, steps: many }), ...memberNotes(facts, keys));
  if (tests >= manyTests) notes.push(text(words.chance, { tests, count: Math.round(tests * leastSure) }));
  return notes;
}

/** Whether the figures of a single row look back to before the journal. */
function hasEarlyGaps({ shown, rolling }: TrendFacts, keys: readonly (readonly Key[])[]): boolean {
  return keys.flat().length === 1 && rolling === undefined && shown.some(({ yearFigures }) => !yearFigures);
}

/** Which groups were tested over a part of the time only, since they were joined or left in it. */
function memberNotes(facts: TrendFacts, keys: readonly (readonly Key[])[]): Text[] {
  const whole = facts.periods.filter(({ state }) => state === 'whole');
  const partly = [...new Set(keys.flat())].filter((key) =>
    whole.some(({ days }) => !facts.isThere(key, days)),
  );
  if (partly.length === 0) return [];
  const names = listed(partly.map((key) => nameWords(facts, key)));
  return [text(words.partly, { names, steps: stepWords[facts.step].many })];
}

/** Whether a metric asked for needs an hourly rate that is missing for some of the hours. */
export function needsRate({ metrics, ledger, latest }: TrendFacts): boolean {
  const isPriced = metrics.some(({ id }) => id === 'roi' || id === 'cost_per_received');
  return isPriced && latest !== undefined && !isTimePriced(tally(ledger, latest.days).total, ledger);
}

const words = {
  running: {
    en: '{label} is not over: its figures go up to {day} and are not tested.',
    fr: '{label} n’est pas terminé : ses chiffres vont jusqu’au {day} et ne sont pas testés.',
  },
  cut: {
    en: '{label} is shown from {from} to {to} only, and not tested.',
    fr: '{label} n’est montré que du {from} au {to}, sans test.',
  },
  start: {
    en: 'The journal begins on {day}: {label} is not known in full and not tested.',
    fr: 'Le journal commence le {day} : {label} n’est connu qu’en partie, sans test.',
  },
  short: {
    en: 'The journal begins on {day}: the figures marked count fewer than {months} months.',
    fr: 'Le journal commence le {day} : les chiffres marqués comptent moins de {months} mois.',
  },
  before: {
    en: 'The journal begins on {day}: of what is older it knows nothing, and nothing of it is tested.',
    fr: 'Le journal commence le {day} : il ne sait rien de ce qui précède, et rien n’en est testé.',
  },
  oneEmpty: {
    en: '1 {step} in which nothing happened has no line (--fill shows it); it counts all the same.',
    fr: '1 {step} où il ne s’est rien passé n’a pas de ligne (--fill le montre) ; il compte quand même.',
  },
  empty: {
    en: '{count} {steps} in which nothing happened have no line (--fill shows them); they count all the same.',
    fr: '{count} {steps} où il ne s’est rien passé n’ont pas de ligne (--fill les montre) ; ils comptent quand même.',
  },
  latest: {
    en: 'The last {months} months end on {day}.',
    fr: 'Les {months} derniers mois finissent le {day}.',
  },
  unequalled: {
    en: 'The last {months} months end on {day}; the journal does not reach back to the {months} before.',
    fr: 'Les {months} derniers mois finissent le {day} ; le journal ne remonte pas aux {months} d’avant.',
  },
  dash: {
    en: 'A dash stands where the journal does not reach back far enough, or had nothing a year before.',
    fr: 'Un tiret est mis là où le journal ne remonte pas assez loin, ou n’avait rien un an plus tôt.',
  },
  young: {
    en: 'The journal does not reach back {months} months.',
    fr: 'Le journal ne remonte pas à {months} mois.',
  },
  months: {
    en: 'Months are not tested: a season would pass for a trend. Quarters are: --every quarter.',
    fr: 'Les mois ne sont pas testés : une saison passerait pour une tendance. Les trimestres le sont : --every quarter.',
  },
  rolling: {
    en: 'No test is made of {months} rolling months: each shares most of its days with the next, and chance would look like a trend.',
    fr: 'Sur {months} mois glissants, aucun test : chaque chiffre partage ses jours avec le suivant, et le hasard aurait l’air d’une tendance.',
  },
  test: {
    en: 'Directions are tested on whole {steps} (Mann–Kendall, two-sided): p < 0.01 almost sure, p < 0.05 fairly sure, p < 0.1 perhaps. The figure per {step} is the Theil–Sen slope.',
    fr: 'Les directions sont testées sur des {steps} entiers (Mann-Kendall, bilatéral) : p < 0,01 presque sûr, p < 0,05 assez sûr, p < 0,1 peut-être. Le chiffre par {step} est la pente de Theil-Sen.',
  },
  partly: {
    en: '{names}: tested over the whole {steps} of membership.',
    fr: '{names} : test sur les {steps} entiers d’adhésion.',
  },
  chance: {
    en: '{tests} directions were tested: with no trend in any of them, chance alone could show about {count}.',
    fr: '{tests} directions ont été testées : même sans aucune tendance, le hasard seul pourrait en montrer environ {count}.',
  },
} satisfies Record<string, Phrase>;
