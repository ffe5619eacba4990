import type { Countable, Phrase } from '../model/text.ts';

/** What an adviser says: the verdict in a few words, the reason for it, and the figures. */
export const headlines = {
  early: { en: 'too early to say', fr: 'trop tôt pour le dire' },
  clear: { en: 'keep, it clearly pays', fr: 'garder, il paie nettement' },
  keep: { en: 'keep', fr: 'garder' },
  watch: { en: 'watch, it may not pay', fr: 'surveiller, il ne paie peut-être pas' },
  changed: { en: 'watch, something changed', fr: 'surveiller, quelque chose a changé' },
  spared: { en: 'watch, it pays in other ways', fr: 'surveiller, il paie autrement' },
  drop: { en: 'drop, as far as sales go', fr: 'quitter, pour ce qui est des ventes' },
} satisfies Record<string, Phrase>;

export const reasons = {
  activity: {
    en: 'No activity of it is in the journal yet.',
    fr: 'Aucune activité n’en est encore au journal.',
  },
  months: {
    en: 'Its first activity was on {first}: no verdict before {months} months, since sales often come 6 to 12 months after.',
    fr: 'Sa première activité date du {first} : pas de verdict avant {months} mois, car les ventes viennent souvent 6 à 12 mois après.',
  },
  scale: {
    en: 'Too few sales tell what one is worth: set signals: { typical-sale: … } in netroi.yaml.',
    fr: 'Trop peu de ventes disent ce qu’en vaut une : réglez signals: { typical-sale: … } dans netroi.yaml.',
  },
  bar: {
    en: 'There is nothing to measure it by: set hourly-rate in netroi.yaml, or give --bar.',
    fr: 'Rien ne dit à quoi le mesurer : réglez hourly-rate dans netroi.yaml, ou donnez --bar.',
  },
  evidence: {
    en: 'A group that just pays would have shown only {expected} by now, so it says little that there are none, or few.',
    fr: 'Un groupe tout juste rentable n’aurait montré que {expected} à ce jour : qu’il y en ait peu, ou aucune, dit peu.',
  },
  clear: {
    en: 'There is hardly a chance ({p}) that its hours bring less than they cost.',
    fr: 'Il n’y a guère de chances ({p}) que ses heures rapportent moins qu’elles ne coûtent.',
  },
  keep: {
    en: 'The chance that its hours bring less than they cost is {p}: no reason to leave.',
    fr: 'La probabilité que ses heures rapportent moins qu’elles ne coûtent est de {p} : pas de raison de partir.',
  },
  watch: {
    en: 'The chance that its hours bring less than they cost is {p}: a doubt since {since}, not yet a reason to leave.',
    fr: 'La probabilité que ses heures rapportent moins qu’elles ne coûtent est de {p} : un doute depuis le {since}, pas encore une raison de partir.',
  },
  changed: {
    en: 'It brings less than it did, though the chance that its hours bring less than they cost is {p} only.',
    fr: 'Il rapporte moins qu’avant, même si la probabilité que ses heures rapportent moins qu’elles ne coûtent n’est que de {p}.',
  },
  spared: {
    en: 'By sales alone it would be dropped ({p} that its hours bring less than they cost), but it brings what else you are there for.',
    fr: 'Pour les seules ventes il faudrait le quitter ({p} de chances que ses heures rapportent moins qu’elles ne coûtent), mais il apporte ce que vous y cherchez d’autre.',
  },
  drop: {
    en: 'The chance that its hours bring less than they cost is {p}, and it has stayed high since {since}: they are better spent elsewhere.',
    fr: 'La probabilité que ses heures rapportent moins qu’elles ne coûtent est de {p}, et elle reste haute depuis le {since} : elles seront mieux employées ailleurs.',
  },
} satisfies Record<string, Phrase>;

export const words = {
  came: {
    en: '{hours} hours in {months} months, of whose results {matured} have had time to show, brought {received} and {sales}.',
    fr: '{hours} heures en {months} mois, dont {matured} des fruits ont eu le temps de paraître, ont apporté {received} et {sales}.',
  },
  atBar: {
    en: 'A group just at the bar of {bar} an hour would have shown {expected} by now.',
    fr: 'Un groupe tout juste à la barre de {bar} l’heure aurait montré {expected} à ce jour.',
  },
  hour: {
    en: 'An hour returns about {mean}, most likely {low} to {high} (80% range).',
    fr: 'Une heure rapporte environ {mean}, très probablement de {low} à {high} (intervalle à 80 %).',
  },
  open: {
    en: 'Of {open}, {expected} can be expected, worth {worth}.',
    fr: 'Sur {open}, on peut en attendre {expected}, soit {worth}.',
  },
  toCome: {
    en: 'The hours already spent may still bring up to {sales}.',
    fr: 'Les heures déjà passées peuvent encore apporter jusqu’à {sales}.',
  },
  besides: { en: 'Besides sales it brought: {list}.', fr: 'Hors ventes, il a apporté : {list}.' },
  unmet: {
    en: 'Of what you are there for, nothing yet: {goals}.',
    fr: 'De ce que vous y cherchez, rien encore : {goals}.',
  },
  referrals: [
    { en: 'no referral', fr: 'aucune recommandation' },
    { en: '{count} referral', fr: '{count} recommandation' },
    { en: '{count} referrals', fr: '{count} recommandations' },
  ],
  sales: [
    { en: 'no sale', fr: 'aucune vente' },
    { en: '{count} sale', fr: '{count} vente' },
    { en: '{count} sales', fr: '{count} ventes' },
  ],
  wonOnes: [
    { en: 'no win', fr: 'aucune gagnée' },
    { en: '{count} win', fr: '{count} gagnée' },
    { en: '{count} wins', fr: '{count} gagnées' },
  ],
  openReferrals: [
    { en: 'no open referral', fr: 'aucune recommandation ouverte' },
    { en: '{count} open referral', fr: '{count} recommandation ouverte' },
    { en: '{count} open referrals', fr: '{count} recommandations ouvertes' },
  ],
} as const satisfies Record<string, Phrase | Countable>;
