import { month } from '../measure/signals/lags.ts';
import { type GroupSignal, kindsSought, type Signals } from '../measure/signals/signals.ts';
import { meanReturn, quantileOf } from '../measure/signals/value.ts';
import type { Ledger } from '../model/ledger.ts';
import {
  countPhrase,
  joined,
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

/** The verdict in a few words. */
export function headlineOf({ now: { verdict, pBelow = 1, isSpared, change } }: GroupSignal): Text {
  if (verdict === 'too-early') return text(headlines.early);
  if (verdict === 'drop') return text(headlines.drop);
  if (verdict === 'keep') return text(pBelow <= clearly ? headlines.clear : headlines.keep);
  if (isSpared) return text(headlines.spared);
  return text(pBelow < 0.65 && change?.isFound ? headlines.changed : headlines.watch);
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

function reasonOf({ now, since }: GroupSignal, { settings }: Ledger): Text {
  const { verdict, want, pBelow = 1, group, isSpared, change, expectedByNow = 0 } = now;
  const first = group.record.firstActivity ?? now.day;
  if (want === 'activity') return text(reasons.activity);
  if (want === 'months')
    return text(reasons.months, { first: { day: first }, months: settings.signals['min-months'] ?? 6 });
  if (want === 'scale') return text(reasons.scale);
  if (want === 'bar') return text(reasons.bar);
  if (want === 'evidence')
    return text(reasons.evidence, { expected: countPhrase(expectedByNow, words.sales, 1) });
  const params = { p: sharePhrase(pBelow), since: { day: since } };
  if (verdict === 'drop') return text(reasons.drop, params);
  if (isSpared) return text(reasons.spared, params);
  if (verdict === 'watch')
    return text(pBelow < 0.65 && change?.isFound ? reasons.changed : reasons.watch, params);
  return text(pBelow <= clearly ? reasons.clear : reasons.keep, params);
}

function figuresOf({ now }: GroupSignal, money: (minor: number) => Phrase): Text[] {
  const { group, all, bar, expectedByNow } = now;
  const { hour } = group;
  if (now.want === 'activity') return [];
  const came = text(words.came, {
    hours: numberPhrase(group.hours, 0),
    months: Math.max(1, Math.round((all.asOf - all.from) / month)),
    matured: sharePhrase(group.maturity),
    received: countPhrase(group.received, words.referrals),
    sales: countPhrase(group.wins + group.direct, words.sales),
  });
  if (!hour) return [came];
  const range = {
    mean: money(meanReturn(hour)),
    low: money(quantileOf(0.1, hour)),
    high: money(quantileOf(0.9, hour)),
  };
  if (bar === undefined || expectedByNow === undefined) return [came, text(words.hour, range)];
  return [
    came,
    text(words.atBar, { bar: money(bar), expected: countPhrase(expectedByNow, words.sales, 1) }),
    text(words.hour, range),
  ];
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
  const goals = ledger.settings.groups.get(key)?.goals ?? [];
  const list = [...outcomes].map(([kind, count]) => `${count} ${kind}`).join(', ');
  const sought = kindsSought(key, ledger);
  const sentences: Text[] = [];
  if (list !== '') sentences.push(text(words.besides, { list }));
  const unmet = goals.filter((goal) => goal !== 'clients' && sought.size > 0 && !isMet(goal, outcomes));
  if (unmet.length > 0) sentences.push(text(words.unmet, { goals: unmet.join(', ') }));
  return sentences;
}

function isMet(goal: string, outcomes: ReadonlyMap<string, number>): boolean {
  return outcomes.has(goal) || (goal === 'job' && (outcomes.has('interview') || outcomes.has('offer')));
}
