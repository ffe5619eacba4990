import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { convert, partUpTo, toMajor } from '../../src/model/money.ts';
import { isFault, readDuration, readMoney } from '../../src/read/scalars.ts';

describe('money', () => {
  test.each([
    ['1200', 120000, 'EUR'],
    ['1200.5', 120050, 'EUR'],
    ['1200.50 EUR', 120050, 'EUR'],
    ['EUR 1200.50', 120050, 'EUR'],
    ['€1200.50', 120050, 'EUR'],
    ['1200 €', 120000, 'EUR'],
    ['1 200.50 EUR', 120050, 'EUR'],
    ['1\u202f200.50 EUR', 120050, 'EUR'],
    ['1\u00a0234\u00a0567 €', 123456700, 'EUR'],
    ['-100', -10000, 'EUR'],
    ['-€100', -10000, 'EUR'],
    ['€-100', -10000, 'EUR'],
    ['\u2212100 CHF', -10000, 'CHF'],
    ['$12.34', 1234, 'USD'],
    ['JPY 1200', 1200, 'JPY'],
    ['1.234 KWD', 1234, 'KWD'],
    ['0', 0, 'EUR'],
  ])('%s', (value, minor, currency) => {
    expect(readMoney(value, 'EUR', false)).toEqual({ minor, currency });
  });

  test.each([
    '12 00',
    '1.2.3',
    '1e3',
    '.5',
    '5.',
    '1_000',
    '',
    '€',
    'EUR',
    '12 34567',
    '--5',
    '0x10',
    'EUR 5 EUR',
  ])('%j is none', (value) =>
    expect(readMoney(value, 'EUR', false)).toMatchObject({ fault: expect.any(String) }),
  );

  test('the decimal comma where it is allowed', () => {
    expect(readMoney('1 200,50 €', 'EUR', true)).toEqual({ minor: 120050, currency: 'EUR' });
    expect(readMoney('1200.50', 'EUR', true)).toEqual({ minor: 120050, currency: 'EUR' });
    expect(readMoney('1,200.50', 'EUR', true)).toMatchObject({ fault: 'decimal-comma' });
  });

  test('what is written is read, to the cent', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e13, max: 1e13 }), (minor) => {
        const cents = String(Math.abs(minor)).padStart(3, '0');
        const written = `${minor < 0 ? '-' : ''}${cents.slice(0, -2)}.${cents.slice(-2)} EUR`;
        expect(readMoney(written, 'CHF', false)).toEqual({ minor, currency: 'EUR' });
        expect(toMajor(minor, 'EUR')).toBe(Number(written.replace(' EUR', '')));
      }),
    );
  });

  test('converted at the newest price on or before the day, half away from zero', () => {
    const prices = [
      { date: 10, currency: 'USD', rate: '0.5' },
      { date: 20, currency: 'USD', rate: '0.92' },
    ];
    const usd = (minor: number) => ({ minor, currency: 'USD' });
    expect(convert(usd(5), 10, 'EUR', prices)).toBe(3);
    expect(convert(usd(-5), 19, 'EUR', prices)).toBe(-3);
    expect(convert(usd(10000), 20, 'EUR', prices)).toBe(9200);
    expect(convert(usd(10000), 9, 'EUR', prices)).toBeUndefined();
    expect(
      convert({ minor: 1000, currency: 'JPY' }, 30, 'EUR', [{ date: 1, currency: 'JPY', rate: '0.0061' }]),
    ).toBe(610);
  });

  test('the parts of a spread fee sum to it, whatever the cuts', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1e13, max: 1e13 }),
        fc.integer({ min: 1, max: 4000 }),
        fc.array(fc.nat(4000)),
        (minor, days, cuts) => {
          const ends = [0, ...cuts.filter((cut) => cut <= days).sort((a, b) => a - b), days];
          const parts = ends
            .slice(1)
            .map((end, i) => partUpTo(minor, end, days) - partUpTo(minor, ends[i] ?? 0, days));
          expect(parts.reduce((sum, part) => sum + part, 0)).toBe(minor);
          const exact = Number((BigInt(minor) * BigInt(days >> 1)) / BigInt(days));
          expect(Math.abs(partUpTo(minor, days >> 1, days) - exact)).toBeLessThanOrEqual(1);
        },
      ),
    );
  });
});

describe('durations', () => {
  test.each([
    ['1h30', 90],
    ['1h30m', 90],
    ['2h', 120],
    ['90m', 90],
    ['1.5h', 90],
    ['1:30', 90],
    ['0:05', 5],
    ['90', 90],
    ['0', 0],
    ['1h05', 65],
    ['45 min', 45],
    ['1h 30m', 90],
    ['744h', 44640],
  ])('%s', (value, minutes) => expect(readDuration(value, false)).toBe(minutes));

  test.each(['1.5', '1h75', '1:5', '1:', 'h', '1h30m20s', '-1h', '745h', '1,5h', ''])('%j is none', (value) =>
    expect(isFault(readDuration(value, false))).toBe(true),
  );

  test('the decimal comma where it is allowed', () => expect(readDuration('1,5h', true)).toBe(90));
});
