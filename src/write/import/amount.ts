import { currencyCodes, currencySigns, decimalsOf } from '../../model/currency.ts';
import { type DecimalMark, plainDecimal, splitMoney } from './foreign-number.ts';

/**
 * An amount as the journal writes it, from one written elsewhere: `€1,200.5` → `1200.50 EUR`. A currency in the
 * amount counts before the one beside it; with neither it is the journal's own. Undefined where it is no amount.
 */
export function amountText(value: string, beside: string, mark: DecimalMark): string | undefined {
  const { figures, unit } = splitMoney(value);
  const plain = plainDecimal(figures, mark);
  if (plain === undefined) return undefined;
  const named = unit || beside.trim();
  const code = currencySigns[named] ?? named.toUpperCase();
  const decimals = currencyCodes.has(code) ? decimalsOf(code) : 2;
  const [whole = '', fraction = ''] = plain.split('.');
  const number = fraction === '' || decimals === 0 ? plain : `${whole}.${fraction.padEnd(decimals, '0')}`;
  return code === '' ? number : `${number} ${code}`;
}
