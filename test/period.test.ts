import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addSteps, type Calendar, endOf, startOf, weekOf } from '../src/model/calendar.ts';
import { civilOf, type Day, dayOf, formatDay, parseDay } from '../src/model/day.ts';
import { earlierPeriod, labelOf, type Period, readPeriod } from '../src/model/period.ts';
import { speak } from '../src/model/text.ts';

const plain: Calendar = { fiscalYearStart: 1, weekStart: 'monday' };
const july: Calendar = { fiscalYearStart: 7, weekStart: 'sunday' };
const day = (text: string) => parseDay(text) as Day;
const frame = (calendar: Calendar) => ({ asOf: day('2026-10-31'), calendar, first: day('2024-01-03') });
const shown = (period: Period | undefined) =>
  period ? `${formatDay(period.from)} ${formatDay(period.to)}` : 'none';

describe('period expressions, as of 2026-10-31', () => {
  test.each([
    ['2026-Q3', '2026-07-01 2026-09-30', 'Q3 2026'],
    ['2026Q3', '2026-07-01 2026-09-30', 'Q3 2026'],
    ['Q3 2026', '2026-07-01 2026-09-30', 'Q3 2026'],
    ['2026-07', '2026-07-01 2026-07-31', 'July 2026'],
    ['2024-02', '2024-02-01 2024-02-29', 'February 2024'],
    ['2026', '2026-01-01 2026-12-31', '2026'],
    ['2026-W27', '2026-06-29 2026-07-05', 'week 27 of 2026'],
    ['2026-W53', '2026-12-28 2027-01-03', 'week 53 of 2026'],
    ['2025-W53', 'none', ''],
    ['2026-Q5', 'none', ''],
    ['2026-13', 'none', ''],
    ['2026-01-15..2026-03-02', '2026-01-15 2026-03-02', '2026-01-15 to 2026-03-02'],
    ['2026-01-15..', '2026-01-15 2026-10-31', '2026-01-15 to 2026-10-31'],
    ['..2026-03-02', '2024-01-03 2026-03-02', '2024-01-03 to 2026-03-02'],
    ['2026-01..2026-03', '2026-01-01 2026-03-31', '2026-01-01 to 2026-03-31'],
    ['2026-03-02..2026-01-15', 'none', ''],
    ['2026-03-02', '2026-03-02 2026-03-02', '2026-03-02'],
    ['this week', '2026-10-26 2026-10-31', 'week 44 of 2026'],
    ['last week', '2026-10-19 2026-10-25', 'week 43 of 2026'],
    ['this month', '2026-10-01 2026-10-31', 'October 2026'],
    ['last month', '2026-09-01 2026-09-30', 'September 2026'],
    ['This  Quarter', '2026-10-01 2026-10-31', 'Q4 2026'],
    ['last quarter', '2026-07-01 2026-09-30', 'Q3 2026'],
    ['last year', '2025-01-01 2025-12-31', '2025'],
    ['last 3 days', '2026-10-28 2026-10-30', '2026-10-28 to 2026-10-30'],
    ['last 2 weeks', '2026-10-12 2026-10-25', '2026-10-12 to 2026-10-25'],
    ['last 12 months', '2025-10-01 2026-09-30', '2025-10-01 to 2026-09-30'],
    ['last 4 quarters', '2025-10-01 2026-09-30', '2025-10-01 to 2026-09-30'],
    ['last 1 year', '2025-01-01 2025-12-31', '2025'],
    ['last 0 days', 'none', ''],
    ['ytd', '2026-01-01 2026-10-31', '2026'],
    ['all', '2024-01-03 2026-10-31', '2024-01-03 to 2026-10-31'],
    ['next month', 'none', ''],
  ])('%s', (words, expected, label) => {
    const period = readPeriod(words, frame(plain));
    expect(shown(period)).toBe(expected);
    if (period) expect(speak(labelOf(period, plain), 'en')).toBe(label);
  });

  test.each([
    ['2026-Q1', '2026-07-01 2026-09-30', 'Q1 FY2026/27'],
    ['2026-Q4', '2027-04-01 2027-06-30', 'Q4 FY2026/27'],
    ['2026', '2026-07-01 2027-06-30', 'FY2026/27'],
    ['2026-07', '2026-07-01 2026-07-31', 'July 2026'],
    ['last quarter', '2026-07-01 2026-09-30', 'Q1 FY2026/27'],
    ['ytd', '2026-07-01 2026-10-31', 'FY2026/27'],
    ['this week', '2026-10-25 2026-10-31', 'week 44 of 2026'],
    ['2026-W1', '2025-12-28 2026-01-03', 'week 1 of 2026'],
  ])('%s in a fiscal year from July, weeks from Sunday', (words, expected, label) => {
    const period = readPeriod(words, frame(july));
    expect(shown(period)).toBe(expected);
    if (period) expect(speak(labelOf(period, july), 'en')).toBe(label);
  });
});

const anyDay = fc.integer({ min: day('0005-01-01'), max: day('9990-12-31') });
const anyCalendar = fc.record({
  fiscalYearStart: fc.integer({ min: 1, max: 12 }),
  weekStart: fc.constantFrom('monday' as const, 'sunday' as const),
});
const anyStep = fc.constantFrom('week' as const, 'month' as const, 'quarter' as const, 'year' as const);

test('periods partition time: every day is in one, and the next starts the day after', () => {
  fc.assert(
    fc.property(anyDay, anyStep, anyCalendar, (at, step, calendar) => {
      const start = startOf(step, at, calendar);
      const end = endOf(step, at, calendar);
      expect(start <= at && at <= end).toBe(true);
      expect(startOf(step, end, calendar)).toBe(start);
      expect(startOf(step, end + 1, calendar)).toBe(end + 1);
      expect(addSteps(step, start, 1)).toBe(end + 1);
    }),
  );
});

test('a day read is the day written, and the day of its parts', () => {
  fc.assert(
    fc.property(anyDay, (at) => {
      expect(parseDay(formatDay(at))).toBe(at);
      const { year, month, date } = civilOf(at);
      expect(dayOf(year, month, date)).toBe(at);
      expect(new Date(at * 86_400_000).toISOString().slice(0, 10)).toBe(formatDay(at));
    }),
  );
});

test('a numbered week is the week that has the number', () => {
  fc.assert(
    fc.property(anyDay, anyCalendar, (at, calendar) => {
      const { year, week } = weekOf(at, calendar);
      const period = readPeriod(`${String(year).padStart(4, '0')}-W${week}`, {
        asOf: at,
        calendar,
        first: undefined,
      });
      expect(period?.from).toBe(startOf('week', at, calendar));
    }),
  );
});

describe('the earlier period that --vs compares with', () => {
  const earlier = (words: string, how: 'previous' | 'year') => {
    const period = readPeriod(words, frame(plain));
    return shown(period && earlierPeriod(period, how, plain));
  };
  test.each([
    ['2026-Q3', '2026-04-01 2026-06-30', '2025-07-01 2025-09-30'],
    ['2026-03', '2026-02-01 2026-02-28', '2025-03-01 2025-03-31'],
    ['2025-02', '2025-01-01 2025-01-31', '2024-02-01 2024-02-29'],
    ['2026-W01', '2025-12-22 2025-12-28', '2024-12-30 2025-01-05'],
    ['this quarter', '2026-07-01 2026-07-31', '2025-10-01 2025-10-31'],
    ['ytd', '2025-01-01 2025-10-31', '2025-01-01 2025-10-31'],
    ['this week', '2026-10-19 2026-10-24', '2025-10-27 2025-11-01'],
    ['last 12 months', '2024-10-01 2025-09-30', '2024-10-01 2025-09-30'],
    ['2026-01-15..2026-03-02', '2025-11-29 2026-01-14', '2025-01-15 2025-03-02'],
  ])('%s', (words, previous, year) => {
    expect({ previous: earlier(words, 'previous'), year: earlier(words, 'year') }).toEqual({
      previous,
      year,
    });
  });
});
