// biome-ignore-all format: a table reads best with a row a line
import type { MetricInfo } from '../model/metric.ts';
import type { CountId } from './counts.ts';

/** A metric made of counts: the sum of `plus` less the sum of `minus`, divided by the sum of `over`. */
export interface Ratio extends MetricInfo {
  readonly plus: readonly CountId[];
  readonly minus?: readonly CountId[];
  /** Left out: not divided. */
  readonly over?: readonly CountId[];
}

/**
 * Every metric that is made of counts, in the order of every output. Adding one is adding a row. The first
 * six are the analyses of A. Thorne; the others follow from them.
 */
export const ratios = [
  { id: 'sales_per_activity', label: { en: 'Sales / activity', fr: 'Ventes / activité' }, unit: 'ratio', good: 'more', plus: ['sales'], over: ['activities'], help: { en: 'whether the network works at all', fr: 'si le réseau marche, tout simplement' } },
  { id: 'received_per_activity', label: { en: 'Received / activity', fr: 'Reçues / activité' }, unit: 'ratio', good: 'more', plus: ['received'], over: ['activities'], help: { en: 'whether its ties are live', fr: 'si ses liens sont vivants' } },
  { id: 'sales_per_received', label: { en: 'Sales / received', fr: 'Ventes / reçue' }, unit: 'ratio', good: 'more', plus: ['sales'], over: ['received'], help: { en: 'the quality of referrals', fr: 'la qualité des recommandations' } },
  { id: 'revenue_per_received', label: { en: 'Revenue / received', fr: 'CA / reçue' }, unit: 'money-per', good: 'more', plus: ['revenue'], over: ['received'], help: { en: 'whether they are worth anything', fr: 'si elles valent quelque chose' } },
  { id: 'revenue_per_activity', label: { en: 'Revenue / activity', fr: 'CA / activité' }, unit: 'money-per', good: 'more', plus: ['revenue'], over: ['activities'], help: { en: 'the effort that a volume of sales takes', fr: 'l’effort que demande un volume de ventes' } },
  { id: 'given_per_activity', label: { en: 'Given / activity', fr: 'Données / activité' }, unit: 'ratio', good: 'more', plus: ['given'], over: ['activities'], help: { en: 'whether you fit the people there: a two-way street', fr: 'si vous convenez aux gens : un échange à double sens' } },
  { id: 'average_sale', label: { en: 'Average sale', fr: 'Vente moyenne' }, unit: 'money-per', good: 'more', plus: ['revenue'], over: ['sales'], help: { en: 'many small sales are a workload', fr: 'beaucoup de petites ventes font une charge' } },
  { id: 'revenue_per_hour', label: { en: 'Revenue / hour', fr: 'CA / heure' }, unit: 'money-per', good: 'more', plus: ['revenue'], over: ['hours'], help: { en: 'the eye-opener, with the hidden hours in', fr: 'ce qui ouvre les yeux, heures cachées comprises' } },
  { id: 'hours_per_sale', label: { en: 'Hours / sale', fr: 'Heures / vente' }, unit: 'hours-per', good: 'less', plus: ['hours'], over: ['sales'], help: { en: 'the hours behind one sale', fr: 'les heures derrière une vente' } },
  { id: 'cost_per_received', label: { en: 'Cost / received', fr: 'Coût / reçue' }, unit: 'money-per', good: 'less', plus: ['cost', 'time_value'], over: ['received'], help: { en: 'what one referral costs, time included', fr: 'ce que coûte une recommandation, temps compris' } },
  { id: 'net', label: { en: 'Net', fr: 'Net' }, unit: 'money', good: 'more', plus: ['revenue'], minus: ['cost'], help: { en: 'revenue less cost', fr: 'chiffre d’affaires moins coût' } },
  { id: 'net_per_hour', label: { en: 'Net / hour', fr: 'Net / heure' }, unit: 'money-per', good: 'more', plus: ['revenue'], minus: ['cost'], over: ['hours'], help: { en: 'what an hour leaves', fr: 'ce que laisse une heure' } },
  { id: 'roi', label: { en: 'ROI', fr: 'ROI' }, unit: 'ratio', good: 'more', plus: ['revenue'], minus: ['cost', 'time_value'], over: ['cost', 'time_value'], help: { en: 'return on money and time', fr: 'retour sur l’argent et le temps' } },
  { id: 'purchase_share', label: { en: 'Purchase share', fr: 'Part d’achats' }, unit: 'share', good: 'less', plus: ['purchases'], over: ['given'], help: { en: 'above one half: the group may not fit', fr: 'au-dessus de la moitié : le groupe ne convient peut-être pas' } },
  { id: 'reciprocity', label: { en: 'Given / received', fr: 'Données / reçue' }, unit: 'ratio', good: 'neither', plus: ['given'], over: ['received'], help: { en: 'givers gain: what you give for what you get', fr: 'donner pour recevoir : ce que vous donnez pour ce que vous recevez' } },
  { id: 'followed_up_share', label: { en: 'Followed up', fr: 'Suivies' }, unit: 'share', good: 'more', plus: ['followed_up'], over: ['received'], help: { en: 'referrals received that you followed up', fr: 'recommandations reçues que vous avez suivies' } },
  { id: 'informed_share', label: { en: 'Informed', fr: 'Informées' }, unit: 'share', good: 'more', plus: ['informed'], over: ['received'], help: { en: 'referrals received whose referrer knows how it went', fr: 'recommandations reçues dont le prescripteur connaît la suite' } },
  { id: 'thanked_share', label: { en: 'Thanked', fr: 'Remerciées' }, unit: 'share', good: 'more', plus: ['thanked'], over: ['received'], help: { en: 'referrals received whose referrer was thanked', fr: 'recommandations reçues dont le prescripteur a été remercié' } },
] as const satisfies readonly Ratio[];
