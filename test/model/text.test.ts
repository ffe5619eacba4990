import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clausesIn, formatNumber, formatShare } from '../../src/model/text.ts';

test('English numbers are as Intl writes them', () => {
  const numbers = fc.oneof(
    fc.double({ min: -1e12, max: 1e12, noNaN: true }),
    fc.integer(),
    fc.constantFrom(0, -0, 0.005, -0.004, 999.995, 1000),
  );
  fc.assert(
    fc.property(numbers, fc.constantFrom([0, 0], [1, 1], [2, 2], [0, 2]), (value, [least = 0, most = 0]) => {
      const intl = new Intl.NumberFormat('en-GB', {
        minimumFractionDigits: least,
        maximumFractionDigits: most,
      });
      expect(formatNumber(value, 'en', least, most)).toBe(intl.format(value).replace(/^-(?=[0.,]+$)/, ''));
    }),
  );
});

test('French numbers, and shares', () => {
  const spaces = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');
  expect(spaces(formatNumber(-1234.5, 'fr', 2, 2))).toBe('-1 234,50');
  expect(spaces(formatShare(0.456, 'fr'))).toBe('46 %');
});

test('clauses on a line: French has a space before the semicolon', () => {
  expect(clausesIn('en', ['no date', 'write it YYYY-MM-DD'])).toBe('no date; write it YYYY-MM-DD');
  expect(clausesIn('fr', ['pas de date', 'écrivez-la AAAA-MM-JJ'])).toBe(
    'pas de date ; écrivez-la AAAA-MM-JJ',
  );
});
