// biome-ignore-all format: a table reads best with a row a line
import type { Day } from '../model/day.ts';
import { type Activity, type Cost, isRefund, type Ledger, type Referral, type Sale, statusOf } from '../model/ledger.ts';
import type { MetricInfo } from '../model/metric.ts';
import { partUpTo } from '../model/money.ts';
import type { Period } from '../model/period.ts';
import type { EntryOf, EntryType } from '../model/schema.ts';

type Amount<T extends EntryType> = (entry: EntryOf<T>, ledger: Ledger, period: Period) => number;

/** A metric that is counted: what each type of entry adds to it, in whole numbers of its unit. */
export interface Count extends MetricInfo {
  readonly adds: { readonly [T in EntryType]?: Amount<T> };
  /** A figure that others are made of, shown by none. */
  readonly isHidden?: true;
}

const attended = ({ attendance }: Activity) => attendance !== 'absent' && attendance !== 'excused';
const oneIf = (is: boolean) => (is ? 1 : 0);

/** The whole minutes of an activity. */
export function minutesOf({ time }: Activity): number {
  return time ? time.event + time.prep + time.travel + time.recovery : 0;
}

const minutes = (part: 'event' | 'prep' | 'travel' | 'recovery') => ({ activity: (entry: Activity) => entry.time?.[part] ?? 0 });
const received = (is: (referral: Referral, ledger: Ledger) => boolean) => ({ referral: (entry: Referral, ledger: Ledger) => oneIf(entry.direction === 'received' && is(entry, ledger)) });
const givenIf = (is: (referral: Referral) => boolean) => ({ referral: (entry: Referral) => oneIf(entry.direction === 'given' && is(entry)) });
const isOpen = (referral: Referral, ledger: Ledger) => ['open', 'contacted'].includes(statusOf(referral, ledger));

/** What an hour was worth on a day, in minor units, or undefined where no rate is set for it. */
export function hourlyRateOn(day: Day, ledger: Ledger): number | undefined {
  return ledger.settings.hourlyRates.findLast(({ from }) => from <= day)?.minor;
}

/** The part of a fee that falls into a period; days after the ledger's have not been spent yet. */
export function costIn(entry: Cost, { asOf }: Ledger, { from, to }: Period): number {
  if (entry.until === undefined) return entry.amount;
  const days = entry.until - entry.date + 1;
  const upTo = (day: Day) => partUpTo(entry.amount, Math.min(days, Math.max(0, day - entry.date + 1)), days);
  return upTo(Math.min(to, asOf)) - upTo(Math.min(from - 1, asOf));
}

const sale = (amount: (sale: Sale) => number) => ({ sale: amount });

/** Every counted metric, in the order of every output. Adding one is adding a row. */
export const counts = [
  { id: 'activities', label: { en: 'Activities', fr: 'Activités' }, unit: 'count', good: 'neither', help: { en: 'activities attended', fr: 'activités suivies' }, adds: { activity: (entry) => oneIf(attended(entry)) } },
  { id: 'activities_online', label: { en: 'Online', fr: 'En ligne' }, unit: 'count', good: 'neither', help: { en: 'those held online', fr: 'dont en ligne' }, adds: { activity: (entry) => oneIf(attended(entry) && entry.mode === 'online') } },
  { id: 'activities_in_person', label: { en: 'In person', fr: 'Sur place' }, unit: 'count', good: 'neither', help: { en: 'those held in person', fr: 'dont sur place' }, adds: { activity: (entry) => oneIf(attended(entry) && entry.mode !== 'online') } },
  { id: 'hours', label: { en: 'Hours', fr: 'Heures' }, unit: 'hours', good: 'neither', help: { en: 'the whole time: event, preparation, travel and recovery', fr: 'tout le temps : événement, préparation, trajet et récupération' }, adds: { activity: minutesOf } },
  { id: 'hours_event', label: { en: 'Event', fr: 'Événement' }, unit: 'hours', good: 'neither', help: { en: 'hours at the event', fr: 'heures sur place' }, adds: minutes('event') },
  { id: 'hours_prep', label: { en: 'Preparation', fr: 'Préparation' }, unit: 'hours', good: 'neither', help: { en: 'hours of preparation', fr: 'heures de préparation' }, adds: minutes('prep') },
  { id: 'hours_travel', label: { en: 'Travel', fr: 'Trajet' }, unit: 'hours', good: 'neither', help: { en: 'hours of travel', fr: 'heures de trajet' }, adds: minutes('travel') },
  { id: 'hours_recovery', label: { en: 'Recovery', fr: 'Récupération' }, unit: 'hours', good: 'neither', help: { en: 'hours of recovery', fr: 'heures de récupération' }, adds: minutes('recovery') },
  { id: 'met', label: { en: 'Met', fr: 'Rencontres' }, unit: 'count', good: 'more', help: { en: 'people met', fr: 'personnes rencontrées' }, adds: { activity: ({ met }) => met?.count ?? 0 } },
  { id: 'received', label: { en: 'Received', fr: 'Reçues' }, unit: 'count', good: 'more', help: { en: 'referrals received', fr: 'recommandations reçues' }, adds: received(() => true) },
  { id: 'received_won', label: { en: 'Won', fr: 'Gagnées' }, unit: 'count', good: 'more', help: { en: 'those that brought a sale', fr: 'dont conclues par une vente' }, adds: received((entry, ledger) => statusOf(entry, ledger) === 'won') },
  { id: 'received_lost', label: { en: 'Lost', fr: 'Perdues' }, unit: 'count', good: 'less', help: { en: 'those that came to nothing', fr: 'dont perdues' }, adds: received((entry, ledger) => statusOf(entry, ledger) === 'lost') },
  { id: 'received_open', label: { en: 'Open', fr: 'Ouvertes' }, unit: 'count', good: 'neither', help: { en: 'those still open', fr: 'dont encore ouvertes' }, adds: received(isOpen) },
  { id: 'given', label: { en: 'Given', fr: 'Données' }, unit: 'count', good: 'more', help: { en: 'referrals given, purchases included', fr: 'recommandations données, achats compris' }, adds: givenIf(() => true) },
  { id: 'purchases', label: { en: 'Purchases', fr: 'Achats' }, unit: 'count', good: 'less', help: { en: 'those that are your own purchases', fr: 'dont vos propres achats' }, adds: givenIf(({ kind }) => kind === 'purchase') },
  { id: 'sales', label: { en: 'Sales', fr: 'Ventes' }, unit: 'count', good: 'more', help: { en: 'sales made; a refund is none', fr: 'ventes conclues ; un remboursement n’en est pas une' }, adds: sale((entry) => oneIf(!isRefund(entry))) },
  { id: 'revenue', label: { en: 'Revenue', fr: 'CA' }, unit: 'money', good: 'more', help: { en: 'the value of the sales, less refunds', fr: 'la valeur des ventes, remboursements déduits' }, adds: sale(({ amount }) => amount) },
  { id: 'cost', label: { en: 'Cost', fr: 'Coût' }, unit: 'money', good: 'less', help: { en: 'fees and the cost of activities', fr: 'cotisations et coût des activités' }, adds: { activity: ({ cost }) => cost ?? 0, cost: costIn } },
  { id: 'visits_direct', label: { en: 'Direct visits', fr: 'Visites directes' }, unit: 'count', good: 'more', help: { en: 'web visits that came directly', fr: 'visites web directes' }, adds: { visits: ({ source, count }) => (isDirect(source) ? count : 0) } },
  { id: 'visits_social', label: { en: 'Social visits', fr: 'Visites sociales' }, unit: 'count', good: 'more', help: { en: 'web visits from networks', fr: 'visites web venues des réseaux' }, adds: { visits: ({ source, count }) => (isDirect(source) ? 0 : count) } },
  { id: 'outcomes', label: { en: 'Outcomes', fr: 'Retours' }, unit: 'count', good: 'more', help: { en: 'returns that are no sale', fr: 'retours qui ne sont pas des ventes' }, adds: { outcome: () => 1 } },
  { id: 'outcome_value', label: { en: 'Outcome value', fr: 'Valeur des retours' }, unit: 'money', good: 'more', help: { en: 'what they are worth', fr: 'ce qu’ils valent' }, adds: { outcome: ({ value }) => value ?? 0 } },
  { id: 'approaches', label: { en: 'Approaches', fr: 'Démarches' }, unit: 'count', good: 'neither', help: { en: 'outbound approaches', fr: 'démarches vers des prospects' }, adds: { approach: () => 1 } },

  { id: 'followed_up', isHidden: true, label: { en: 'Followed up', fr: 'Suivies' }, unit: 'count', good: 'more', help: { en: 'referrals received that were contacted, won or lost', fr: 'recommandations reçues contactées, gagnées ou perdues' }, adds: received((entry, ledger) => statusOf(entry, ledger) !== 'open') },
  { id: 'informed', isHidden: true, label: { en: 'Informed', fr: 'Informées' }, unit: 'count', good: 'more', help: { en: 'referrals received whose referrer was informed', fr: 'recommandations reçues dont le prescripteur est informé' }, adds: received(({ informed }) => informed !== undefined) },
  { id: 'thanked', isHidden: true, label: { en: 'Thanked', fr: 'Remerciées' }, unit: 'count', good: 'more', help: { en: 'referrals received whose referrer was thanked', fr: 'recommandations reçues dont le prescripteur est remercié' }, adds: received(({ thanked }) => thanked !== undefined) },
  { id: 'time_value', isHidden: true, label: { en: 'Value of time', fr: 'Valeur du temps' }, unit: 'priced-time', good: 'less', help: { en: 'hours at the hourly rate of their date', fr: 'heures au taux horaire de leur date' }, adds: { activity: (entry, ledger) => minutesOf(entry) * (hourlyRateOn(entry.date, ledger) ?? 0) } },
  { id: 'unpriced', isHidden: true, label: { en: 'Time without a rate', fr: 'Temps sans taux' }, unit: 'hours', good: 'neither', help: { en: 'hours for which no hourly rate is set', fr: 'heures sans taux horaire' }, adds: { activity: (entry, ledger) => (hourlyRateOn(entry.date, ledger) === undefined ? minutesOf(entry) : 0) } },
] as const satisfies readonly Count[];

export type CountId = (typeof counts)[number]['id'];

function isDirect(source: string): boolean {
  return source.trim().toLowerCase() === 'direct';
}
