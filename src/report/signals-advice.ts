import { month } from '../measure/signals/lags.ts';
import { type GroupSignal, goalsOf, type Signals } from '../measure/signals/signals.ts';
import { meanReturn, quantileOf } from '../measure/signals/value.ts';
import { limits } from '../measure/signals/verdict.ts';
import type { Ledger } from '../model/ledger.ts';
import { kindNames } from '../model/outcome-kinds.ts';
import {
  countPhrase,
  inAll,
  joined,
  type Lang,
  numberPhrase,
  type Phrase,
  sharePhrase,
  type Text,
  text,
} from '../model/text.ts';
import { aboutPhrase } from './amounts.ts';
import { headlines, reasons, words } from './signals-advice-words.ts';
import { outlookText } from './signals-outlook.ts';

/** From this share of matured hours on it is worth saying what they may still bring. */
const leastMaturity = 0.4;
const clearly = 0.15;
const hardly = 0.05;

/** The verdict in a few words. */
export function headlineOf({ now: { verdict, pBelow = 1, isSpared, change } }: GroupSignal): Text {
  if (verdict === 'too-early') return text(headlines.early);
  if (verdict === 'drop') return text(headlines.drop);
  if (verdict === 'keep') return text(pBelow <= clearly ? headlines.clear : headlines.keep);
  if (isSpared) return text(headlines.spared);
  return text(pBelow < limits.watch && change?.isFound ? headlines.changed : headlines.watch);
}

/** What a careful adviser says of a group: the reason, the figures, what else it brings, what would change it. */
export function adviceOn(signal: GroupSignal, found: Signals, ledger: Ledger): Text[] {
  const { currency } = ledger.settings;
  const money = (minor: number) => aboutPhrase(minor, currency);
  const first = joined([reasonOf(signal, ledger), ...figuresOf(signal, money)]);
  const still = stillToCome(signal, found, money);
  const besides = besidesSales(signal, ledger);
  const last = [...still, ...besides];
  const outlook = signal.outlook && outlookText(signal.outlook, money);
  return [
    first,
    ...(last.length > 0 ? [joined(last)] : []),
    ...signal.flags.map(({ says }) => says),
    ...(outlook ? [outlook] : []),
  ];
}

/** Why the verdict is what it is, in a sentence or two. */
export function reasonOf(signal: GroupSignal, ledger: Ledger): Text {
  const { now, looks, since } = signal;
  const { verdict, want, pBelow = 1, group, all, isSpared, change } = now;
  const first = group.record.firstActivity ?? now.day;
  if (want === 'activity') return text(reasons.activity);
  if (want === 'months') {
    const months = text(reasons.months, {
      first: { day: first },
      months: ledger.settings.signals['min-months'] ?? 6,
    });
    const wanted = !all.scale ? [text(reasons.scale)] : now.bar === undefined ? [text(reasons.bar)] : [];
    return joined([months, ...wanted]);
  }
  if (want === 'scale') return text(reasons.scale);
  if (want === 'bar') return text(reasons.bar);
  if (want === 'evidence') return text(reasons.evidence);
  const at = looks.findIndex(({ day }) => day === since);
  const before = looks[at - 1];
  const params = { p: chancePhrase(pBelow), since: { day: since } };
  if (verdict === 'drop') {
    // The verdict takes two bad looks: the doubt is as old as the first of them.
    const bad = before && before.memory.bad > 0 ? before.day : since;
    return text(reasons.drop, { ...params, since: { day: bad } });
  }
  if (isSpared) return text(reasons.spared, params);
  if (verdict === 'keep') {
    if (pBelow <= hardly) return text(reasons.hardly, params);
    return text(pBelow <= 0.5 ? reasons.keep : reasons.keepStill, params);
  }
  if (pBelow < limits.watch && change?.isFound) return text(reasons.changed, params);
  return text(before?.verdict === 'drop' ? reasons.returned : reasons.watch, params);
}

/** A chance, with one decimal where it stands so near to a limit that it would seem to be on the other side. */
function chancePhrase(chance: number): Phrase {
  const isNear = Object.values(limits).some((limit) => Math.abs(chance - limit) < 0.005);
  if (!isNear) return sharePhrase(chance);
  const { en, fr } = numberPhrase(100 * chance, 1);
  return { en: `${en}%`, fr: `${fr}\u00a0%` };
}

function figuresOf({ now }: GroupSignal, money: (minor: number) => Phrase): Text[] {
  const { group, all, bar, expectedByNow } = now;
  const { hour } = group;
  if (now.want === 'activity') return [];
  const sales = group.wins + group.direct;
  const spent = {
    hours: countPhrase(group.hours, words.hours),
    months: countPhrase(Math.max(1, Math.round((all.asOf - all.from) / month)), words.months),
    matured: sharePhrase(group.maturity),
  };
  const brought = broughtPhrase(group.received, sales);
  const came = [text(group.hours > 0 ? words.came : words.cameOfOld, { ...spent, brought })];
  if (group.stale > 0) came.push(text(words.stale, { stale: countPhrase(group.stale, words.staleOnes) }));
  if (!hour) return came;
  const range = {
    mean: money(meanReturn(hour)),
    low: money(quantileOf(0.1, hour)),
    high: money(quantileOf(0.9, hour)),
  };
  if (bar === undefined || expectedByNow === undefined) return [...came, text(words.hour, range)];
  const atBar = { bar: money(bar), expected: countPhrase(expectedByNow, words.sales, 1) };
  return [...came, text(words.atBar, atBar), text(words.hour, range)];
}

/** What came, said as each language says that nothing did. */
function broughtPhrase(received: number, sales: number): Phrase {
  const params = { received: countPhrase(received, words.referrals), sales: countPhrase(sales, words.sales) };
  if (received === 0 && sales === 0) return words.nothing;
  if (sales === 0) return inAll(text(words.noSale, params));
  return inAll(text(received === 0 ? words.noReferral : words.both, params));
}

function stillToCome(
  { now: { group }, openExpected }: GroupSignal,
  { maturity }: Signals,
  money: (minor: number) => Phrase,
): Text[] {
  const { open, toCome, hour } = group;
  if (!hour) return [];
  const sentences: Text[] = [];
  if (open > 0) {
    sentences.push(
      text(words.open, {
        open: countPhrase(open, words.openReferrals),
        expected: countPhrase(openExpected, words.wonOnes, 1),
        worth: money(openExpected * hour.value.mean),
      }),
    );
  }
  if (maturity >= leastMaturity && toCome >= 0.05) {
    sentences.push(text(words.toCome, { sales: countPhrase(toCome, words.sales, 1) }));
  }
  return sentences;
}

function besidesSales({ key, outcomes }: GroupSignal, ledger: Ledger): Text[] {
  const sentences: Text[] = [];
  if (outcomes.size > 0) {
    const inLang = (lang: Lang) =>
      [...outcomes].map(([kind, count]) => `${kindNames[kind]?.[lang] ?? kind} (${count})`).join(', ');
    sentences.push(text(words.besides, { list: { en: inLang('en'), fr: inLang('fr') } }));
  }
  const unmet = goalsOf(key, ledger).filter(
    ({ kinds }) => kinds.length > 0 && !kinds.some((kind) => outcomes.has(kind)),
  );
  if (unmet.length > 0) {
    const inLang = (lang: Lang) => unmet.map(({ goal }) => kindNames[goal]?.[lang] ?? goal).join(', ');
    sentences.push(text(words.unmet, { goals: { en: inLang('en'), fr: inLang('fr') } }));
  }
  return sentences;
}
