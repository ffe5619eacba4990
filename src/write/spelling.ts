import { decimalsOf } from '../model/currency.ts';
import type { Money } from '../model/money.ts';

/** Minutes as a journal writes them: `1h30m`, `2h`, `40m`, and `0m` for none. */
export function durationText(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return `${rest}m`;
  return rest === 0 ? `${hours}h` : `${hours}h${String(rest).padStart(2, '0')}m`;
}

/**
 * An amount as a journal writes it: `1200`, `1200.50`, `-15`, and `1200.50 EUR` where its currency is to be
 * named. It has all the decimals of its currency, or none where they are all 0.
 */
export function moneyText({ minor, currency }: Money, isNamed: boolean, mark: '.' | ',' = '.'): string {
  const decimals = decimalsOf(currency);
  const digits = String(Math.abs(minor)).padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  const fraction = digits.slice(digits.length - decimals);
  const number = /[1-9]/.test(fraction) ? `${whole}${mark}${fraction}` : whole;
  return `${minor < 0 ? '-' : ''}${number}${isNamed ? ` ${currency}` : ''}`;
}
