import { byGroup } from '../measure/dimensions.ts';
import type { GroupSignal, Signals } from '../measure/signals/signals.ts';
import type { Ledger } from '../model/ledger.ts';
import { numberPhrase, type Phrase, type Text, text } from '../model/text.ts';
import { aboutPhrase } from './amounts.ts';
import { nameOf } from './rows.ts';

/** With fewer sales than this over all groups it helps to be told what one usually brings. */
const fewSales = 12;

/** How the figures are to be read, what a reallocation would bring, and what the user could add. */
export function signalsNotes(ledger: Ledger, found: Signals, shown: readonly GroupSignal[]): Text[] {
  const { settings } = ledger;
  const money = (minor: number) => aboutPhrase(minor, settings.currency);
  const notes: Text[] = [];
  if (shown.length === 0) notes.push(text(words.none));
  const { reallocation, options } = found;
  const isShown = (key: string) => shown.some((each) => each.key === key);
  if (reallocation?.from.some(isShown)) {
    const named = (keys: readonly string[]) => namesOf(keys, ledger);
    notes.push(
      text(words.reallocation, {
        hours: numberPhrase(reallocation.hours, 0),
        from: named(reallocation.from),
        to: named(reallocation.to),
        now: money(reallocation.now),
        moved: money(reallocation.moved),
        low: money(reallocation.low),
        high: money(reallocation.high),
      }),
    );
  }
  const sales = found.groups.reduce((sum, { now }) => sum + now.group.sales.count, 0);
  const isScaled = found.groups.some(({ now }) => now.group.hour);
  if (options.typicalSale === undefined && sales < fewSales)
    notes.push(text(isScaled ? words.typicalSale : words.noScale, { sales }));
  const hasRate = options.rateOn(ledger.asOf) !== undefined;
  const isJudged = shown.some(({ now }) => now.group.hour && now.bar !== undefined);
  if (options.bar === undefined && !hasRate && isJudged)
    notes.push(text(words.noRate, { factor: options.barFactor }));
  if (isJudged) {
    if (options.bar !== undefined) notes.push(text(words.givenBar));
    else if (hasRate) notes.push(text(options.margin === 1 ? words.ownBar : words.marginBar));
    notes.push(text(words.reading));
  }
  return notes;
}

function namesOf(keys: readonly string[], ledger: Ledger): Phrase {
  const names = keys.map((key) => nameOf(key, byGroup, ledger).name);
  const inLang = (lang: 'en' | 'fr') =>
    names.map((name) => (typeof name === 'string' ? name : name[lang])).join(' · ');
  return { en: inLang('en'), fr: inLang('fr') };
}

const words = {
  none: { en: 'There is no group to judge.', fr: 'Il n’y a aucun groupe à juger.' },
  reallocation: {
    en: 'An estimate: the {hours} hours a year that go into {from} bring about {now}; at the mean of what you keep ({to}) they would bring about {moved} ({low} to {high}).',
    fr: 'Une estimation : les {hours} heures par an passées à {from} rapportent environ {now} ; au niveau moyen de ce que vous gardez ({to}), elles rapporteraient environ {moved} (de {low} à {high}).',
  },
  typicalSale: {
    en: 'The journal has few sales ({sales}): what one usually brings would make the figures surer. Set signals: { typical-sale: … } in netroi.yaml.',
    fr: 'Le journal a peu de ventes ({sales}) : dire ce que rapporte d’ordinaire une vente rendrait les chiffres plus sûrs. Réglez signals: { typical-sale: … } dans netroi.yaml.',
  },
  noScale: {
    en: 'There are too few sales to tell what one brings: set signals: { typical-sale: … } in netroi.yaml.',
    fr: 'Il y a trop peu de ventes pour savoir ce qu’en rapporte une : réglez signals: { typical-sale: … } dans netroi.yaml.',
  },
  noRate: {
    en: 'No hourly rate is set for this day: the bar of a group is {factor} times what an hour in the others returns.',
    fr: 'Aucun taux horaire n’est réglé pour ce jour : la barre d’un groupe vaut {factor} fois ce que rapporte une heure dans les autres.',
  },
  givenBar: { en: 'The bar is the one that --bar gives.', fr: 'La barre est celle que donne --bar.' },
  ownBar: {
    en: 'The bar is what an hour costs: your hourly rate and the group’s fees.',
    fr: 'La barre est ce que coûte une heure : votre taux horaire et les frais du groupe.',
  },
  marginBar: {
    en: 'The bar is what an hour must sell: your hourly rate and the group’s fees, divided by your margin.',
    fr: 'La barre est ce qu’une heure doit vendre : votre taux horaire et les frais du groupe, divisés par votre marge.',
  },
  reading: {
    en: 'Below the bar: the chance that an hour returns less. Low to high: the 80% range. Sales: referrals won, once each, and direct sales. At the bar: the sales that a group just at the bar would have shown by now. The manual’s page signals says how it is reckoned and when not to believe it.',
    fr: 'Sous la barre : la probabilité qu’une heure rapporte moins. De bas à haut : l’intervalle à 80 %. Ventes : recommandations gagnées, une fois chacune, et ventes directes. À la barre : les ventes qu’un groupe tout juste à la barre aurait montrées à ce jour. La page signals du manuel dit comment c’est calculé, et quand ne pas s’y fier.',
  },
} satisfies Record<string, Phrase>;
