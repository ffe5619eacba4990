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
    en: 'There are too few sales to tell what one is worth: set signals: { typical-sale: … } in netroi.yaml.',
    fr: 'Il y a trop peu de ventes pour savoir ce qu’en vaut une : réglez signals: { typical-sale: … } dans netroi.yaml.',
  },
  bar: {
    en: 'There is nothing to measure it by: set hourly-rate in netroi.yaml, or give --bar.',
    fr: 'Rien ne dit à quoi le mesurer : réglez hourly-rate dans netroi.yaml, ou donnez --bar.',
  },
  evidence: {
    en: 'Too little has had time to come: what a group at the bar would have shown by now is too few sales to tell by.',
    fr: 'Trop peu a eu le temps de venir : ce qu’un groupe à la barre aurait montré à ce jour fait trop peu de ventes pour juger.',
  },
  hardly: {
    en: 'There is hardly a chance ({p}) that an hour there brings less than the bar.',
    fr: 'Il n’y a guère de chances ({p}) qu’une heure y rapporte moins que la barre.',
  },
  keep: {
    en: 'The chance that an hour there brings less than the bar is {p}: no reason to leave.',
    fr: 'La probabilité qu’une heure y rapporte moins que la barre est de {p} : pas de raison de partir.',
  },
  keepStill: {
    en: 'The chance that an hour there brings less than the bar is {p}: about even, too little to doubt it yet.',
    fr: 'La probabilité qu’une heure y rapporte moins que la barre est de {p} : à peu près une chance sur deux, trop peu encore pour en douter.',
  },
  watch: {
    en: 'The chance that an hour there brings less than the bar is {p}: a doubt since {since}, not yet a reason to leave.',
    fr: 'La probabilité qu’une heure y rapporte moins que la barre est de {p} : un doute depuis le {since}, pas encore une raison de partir.',
  },
  returned: {
    en: 'It was to be dropped; since {since} it is not any more, but a doubt is left: the chance that an hour there brings less than the bar is {p}.',
    fr: 'Il était à quitter ; depuis le {since} il ne l’est plus, mais un doute demeure : la probabilité qu’une heure y rapporte moins que la barre est de {p}.',
  },
  changed: {
    en: 'It brings less than it did, though the chance that an hour there brings less than the bar is {p} only.',
    fr: 'Il rapporte moins qu’avant, même si la probabilité qu’une heure y rapporte moins que la barre n’est que de {p}.',
  },
  spared: {
    en: 'By sales alone it would be dropped ({p} that an hour there brings less than the bar), but it brings what else you are there for.',
    fr: 'Pour les seules ventes il faudrait le quitter ({p} de chances qu’une heure y rapporte moins que la barre), mais il apporte ce que vous y cherchez d’autre.',
  },
  drop: {
    en: 'The chance that an hour there brings less than the bar is {p}, and it has been high since {since}: these hours are better spent elsewhere.',
    fr: 'La probabilité qu’une heure y rapporte moins que la barre est de {p}, et elle est haute depuis le {since} : ces heures seront mieux employées ailleurs.',
  },
} satisfies Record<string, Phrase>;

export const words = {
  came: {
    en: '{hours} in {months}, of whose results {matured} have had time to show, brought {brought}.',
    fr: '{hours} en {months}, dont {matured} des fruits ont eu le temps de paraître, {brought}.',
  },
  months: [
    { en: 'no month', fr: 'aucun mois' },
    { en: '1 month', fr: '{count} mois' },
    { en: '{count} months', fr: '{count} mois' },
  ],
  cameOfOld: {
    en: 'No hour in {months}; those before brought {brought}.',
    fr: 'Aucune heure en {months} ; celles d’avant {brought}.',
  },
  both: { en: '{received} and {sales}', fr: 'ont apporté {received} et {sales}' },
  noSale: { en: '{received} and no sale', fr: 'ont apporté {received}, mais aucune vente' },
  noReferral: { en: 'no referral, but {sales}', fr: 'ont apporté {sales}, sans recommandation' },
  nothing: { en: 'neither referral nor sale', fr: 'n’ont apporté ni recommandation ni vente' },
  stale: {
    en: '{stale} as lost.',
    fr: '{stale}.',
  },
  staleOnes: [
    { en: 'No referral counts', fr: 'Aucune recommandation ne compte comme perdue' },
    {
      en: 'One referral, open for too long, counts',
      fr: 'Une recommandation, ouverte depuis trop longtemps, compte comme perdue',
    },
    {
      en: '{count} referrals, open for too long, count',
      fr: '{count} recommandations, ouvertes depuis trop longtemps, comptent comme perdues',
    },
  ],
  hours: [
    { en: 'No hour', fr: 'Aucune heure' },
    { en: '{count} hour', fr: '{count} heure' },
    { en: '{count} hours', fr: '{count} heures' },
  ],
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
    en: 'Of what you are there for, nothing in the last 24 months: {goals}.',
    fr: 'De ce que vous y cherchez, rien ces 24 derniers mois : {goals}.',
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
