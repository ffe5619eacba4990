import type { AttributionModel, AttributionOptions } from '../measure/attribution.ts';
import { none } from '../measure/dimensions.ts';
import { indexOf } from '../measure/metrics.ts';
import type { SumsRow } from '../measure/tally.ts';
import { addSteps } from '../model/calendar.ts';
import type { Day } from '../model/day.ts';
import type { Ledger } from '../model/ledger.ts';
import { isRunning, labelOf, type Period } from '../model/period.ts';
import { inAll, type Phrase, type Text, text } from '../model/text.ts';

/** Months before which a group's sales can hardly have come: no figure of it says much. */
const youngMonths = 6;

/** What a careful adviser would add to a report's figures. */
export function notesOn(
  ledger: Ledger,
  period: Period,
  rows: readonly SumsRow[],
  { needsRate }: { needsRate: boolean },
): Text[] {
  const notes: Text[] = [];
  const { settings, asOf } = ledger;
  if (ledger.entries.length === 0) notes.push(text(words.empty, { day: { day: asOf } }));
  if (isRunning(period, asOf, settings.calendar)) {
    const label = labelOf(period, settings.calendar);
    notes.push(text(words.running, { label: inAll(label), day: { day: asOf } }));
  }
  const firsts = firstActivities(ledger);
  if (period.from > asOf && ledger.entries.length > 0)
    notes.push(text(words.ahead, { label: inAll(labelOf(period, settings.calendar)), day: { day: asOf } }));
  for (const { key, sums } of rows) {
    const name = settings.groups.get(key)?.name ?? key;
    const first = firsts.get(key);
    const since = key === none ? undefined : (first ?? settings.groups.get(key)?.joined);
    if (since !== undefined && since <= asOf && addSteps('month', since, youngMonths) > asOf) {
      notes.push(
        text(first === undefined ? words.joined : words.young, {
          name,
          since: { day: since },
          months: youngMonths,
        }),
      );
    }
    const purchases = sums[indexOf('purchases')] ?? 0;
    const given = sums[indexOf('given')] ?? 0;
    if (given > 0 && purchases > given / 2) notes.push(text(words.purchases, { name, purchases, given }));
  }
  if (needsRate) notes.push(text(settings.hourlyRates.length > 0 ? words.partRate : words.noRate));
  return notes;
}

/** The day of each group's first activity in the journal. */
function firstActivities({ entries }: Ledger): Map<string, Day> {
  const firsts = new Map<string, Day>();
  for (const entry of entries) {
    if (entry.type !== 'activity') continue;
    const first = firsts.get(entry.group);
    if (first === undefined || entry.date < first) firsts.set(entry.group, entry.date);
  }
  return firsts;
}

/** That a part is compared with a whole, where it is. */
export function versusNotes(period: Period, versus: Period | undefined, { asOf, settings }: Ledger): Text[] {
  if (!versus || asOf < period.from || asOf >= period.to) return [];
  const label = (each: Period) => inAll(labelOf(each, settings.calendar));
  return [text(words.unequal, { label: label(period), earlier: label(versus), day: { day: asOf } })];
}

/** How sales were shared out, where they were. */
export function methodNotes(
  attribution: AttributionModel | 'all' | undefined,
  { lookback, halfLife }: AttributionOptions,
): Text[] {
  if (attribution === undefined) return [];
  const name = attribution === 'all' ? words.everyModel : attribution.label;
  const isDecay = attribution === 'all' || attribution.id === 'decay';
  return [text(isDecay ? words.sharedDecay : words.shared, { name, lookback, halfLife })];
}

const words = {
  empty: {
    en: 'The journal has no entry up to {day}.',
    fr: 'Le journal n’a aucune écriture jusqu’au {day}.',
  },
  running: {
    en: '{label} is not over: these are the figures up to {day}.',
    fr: '{label} n’est pas terminé : ce sont les chiffres jusqu’au {day}.',
  },
  ahead: { en: '{label} had not begun on {day}.', fr: '{label} n’avait pas commencé le {day}.' },
  unequal: {
    en: '{label} up to {day} is compared with the whole of {earlier}.',
    fr: '{label} jusqu’au {day} est comparé à tout {earlier}.',
  },
  young: {
    en: '{name}: too young to judge (first activity {since}); sales often come {months} to 12 months after.',
    fr: '{name} : trop récent pour en juger (première activité le {since}) ; les ventes viennent souvent {months} à 12 mois après.',
  },
  joined: {
    en: '{name}: too young to judge (joined {since}); sales often come {months} to 12 months after.',
    fr: '{name} : trop récent pour en juger (rejoint le {since}) ; les ventes viennent souvent {months} à 12 mois après.',
  },
  purchases: {
    en: '{name}: {purchases} of the {given} referrals given are your own purchases; the group may not fit.',
    fr: '{name} : {purchases} des {given} recommandations données sont vos propres achats ; le groupe ne vous convient peut-être pas.',
  },
  noRate: {
    en: 'ROI and cost per referral need an hourly rate: set hourly-rate in netroi.yaml.',
    fr: 'Le ROI et le coût d’une recommandation demandent un taux horaire : réglez hourly-rate dans netroi.yaml.',
  },
  partRate: {
    en: 'ROI and cost per referral are left out where some hours are older than the first hourly rate.',
    fr: 'Le ROI et le coût d’une recommandation manquent là où des heures précèdent le premier taux horaire.',
  },
  everyModel: { en: 'every model', fr: 'tous les modèles' },
  shared: {
    en: 'Attribution: {name}, over the touches in the {lookback} days before a sale; a sale without one counts directly.',
    fr: 'Attribution : {name}, sur les contacts des {lookback} jours avant une vente ; une vente sans contact compte directement.',
  },
  sharedDecay: {
    en: 'Attribution: {name}, over the touches in the {lookback} days before a sale, with a half-life of {halfLife} days; a sale without one counts directly.',
    fr: 'Attribution : {name}, sur les contacts des {lookback} jours avant une vente, avec une demi-vie de {halfLife} jours ; une vente sans contact compte directement.',
  },
} satisfies Record<string, Phrase>;
