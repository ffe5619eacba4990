import { lexer, type Tokens } from 'marked';
import { beforeAll, describe, expect, test } from 'vitest';
import { pageOf } from '../src/cli/manual.ts';
import { ratesOf } from '../src/measure/signals/rates.ts';
import { betaI } from '../src/measure/special.ts';
import { reckoned } from './arithmetic.ts';
import { run } from './run.ts';

test.each([
  ['2 + 3·4', 14],
  ['2·3^2', 18],
  ['10/2/5', 1],
  ['1 − 2 − 3', -4],
  ['2^(−1)', 0.5],
  ['−2^2', -4],
  ['1 − e^(−(0.5+0.5)·1)', 1 - 1 / Math.E],
  ['ln(2)/x', Math.LN2 / 4],
])('%s is %d', (sum, value) => {
  expect(reckoned(sum, new Map([['x', 4]]))).toBeCloseTo(value, 12);
});

describe.each(['en', 'fr'] as const)('the example on the page signals in %s', (lang) => {
  const source = pageOf('signals', lang);
  const tokens = lexer(source);
  const number = (value: number, digits: number) =>
    lang === 'fr' ? value.toFixed(digits).replace('.', ',') : value.toFixed(digits);
  const point = (text: string) => (lang === 'fr' ? text.replace(/(\d),(\d)/g, '$1.$2') : text);
  const blocks = tokens.flatMap((token) => (token.type === 'code' ? [token as Tokens.Code] : []));
  const lines = blocks.filter(({ lang: kind }) => kind === '').flatMap(({ text }) => point(text).split('\n'));
  const sums = lines.flatMap((line) => line.split(/ {2,}/)).filter((part) => / = -?[\d.]+$/.test(part));
  let rows: { step: string; figure: string; of: number | string | null; value: number }[];
  const figure = (step: string, name: string, of: number | string | null = null) =>
    rows.find((row) => row.step === step && row.figure === name && row.of === of)?.value ?? NaN;
  const halfLives = [0.75, 1.5, 3, 6, 9];
  /** Half a unit of the last digit; where what goes in is rounded too, a whole one. */
  const isPrinted = (printed: string, value: number, units: number) => {
    const digits = printed.split('.')[1]?.length ?? 0;
    expect(Math.abs(Number(printed) - value), `${printed} for ${value}`).toBeLessThanOrEqual(
      units * 10 ** -digits * (1 + 1e-9),
    );
  };
  const table = (columns: number) =>
    lines
      .map((line) => line.trim().split(/ {2,}/))
      .filter((cells) => cells.length === columns && cells.every((cell) => /^[\d.–]+$/.test(cell)));

  beforeAll(async () => {
    const yaml = blocks.find(({ lang: kind }) => kind === 'yaml club.yaml');
    const { code, stdout } = await run(
      ['signals', '--explain', 'club', '--as-of', '2026-10-31', '-j', 'club.yaml', '--format', 'json'],
      { files: { 'club.yaml': `${yaml?.text}\n` } },
    );
    expect(code).toBe(0);
    rows = JSON.parse(stdout).rows;
  });

  test('its decimals are written as in the language', () => {
    const sheets = blocks.filter(({ lang: kind }) => kind === '').map(({ text }) => text);
    expect(sheets.join('\n')).not.toMatch(lang === 'fr' ? /\d\.\d/ : /\d,\d/);
  });

  test('each sum is what a calculator gives', () => {
    const named = new Map<string, number>();
    expect(sums.length).toBeGreaterThan(55);
    for (const sum of sums) {
      const parts = sum.split(' = ');
      const [name = '', printed = ''] = [parts[0]?.split(': ').at(-1), parts.at(-1)];
      const written = parts.length > 2 || /\d/.test(name) ? parts.at(-2) : undefined;
      const isName = /^\p{L}\p{M}?$/u.test(name);
      if (written?.includes('·') || written?.includes('/') || written?.includes('−'))
        isPrinted(printed, reckoned(written.split(': ').at(-1) ?? '', named), 1);
      if (isName) named.set(name, Number(printed));
    }
  });

  test('its results are those of the program', () => {
    const printed = new Map(sums.map((sum) => [sum.split(' = ')[0] ?? '', sum.split(' = ').at(-1) ?? '']));
    const names = {
      en: { lost: 'lost', back: 'return', bar: 'bar', atBar: 'at the bar' },
      fr: { lost: 'perdues', back: 'retour', bar: 'barre', atBar: 'à la barre' },
    }[lang];
    const wanted: [string, number][] = [
      ['π̄', figure('lags', 'win_share_all')],
      ['w½', figure('lags', 'half_won_at')],
      ['E_R', figure('rates', 'referral_hours', 3)],
      ['E_D', figure('rates', 'sale_hours', 3)],
      ['ρ1', figure('rates', 'referral_rate', 3)],
      ['δ1', figure('rates', 'sale_rate', 3)],
      [names.lost, figure('share', 'lost')],
      ['p1', figure('share', 'win_share')],
      ['p2', figure('share', 'win_share_square')],
      ['Ω', figure('value', 'mean_sale_weight')],
      ['μ0', figure('value', 'mean_sale_all')],
      ['μ̂', figure('value', 'mean_sale')],
      ['Z', figure('value', 'own_share')],
      ['A', figure('value', 'value_shape')],
      ['B', figure('value', 'value_scale')],
      ['L1', figure('together', 'sales_an_hour')],
      ['L2', figure('together', 'sales_an_hour_square')],
      ['a', figure('together', 'shape')],
      ['b', figure('together', 'rate')],
      [names.back, figure('together', 'return_per_hour')],
      [names.bar, figure('bar', 'bar')],
      ['P', figure('bar', 'p_below')],
      [names.atBar, figure('bar', 'expected_by_now')],
    ];
    for (const [name, value] of wanted) isPrinted(printed.get(name) ?? name, value, 0.5);
    const p = Number(printed.get('P'));
    const [x, a, A] = /pbeta\(([\d., ]+)\)/.exec(source)?.[1]?.split(', ').map(Number) ?? [];
    expect(betaI(x ?? NaN, a ?? NaN, A ?? NaN)).toBeCloseTo(p, 3);
    const looks = rows.filter(({ step, figure: name }) => step === 'looks' && name === 'p_below');
    for (const at of [-5, -1]) expect(source).toContain(number(looks.at(at)?.value ?? NaN, 2));
  });

  test('its tables are those of the program', () => {
    const [lags, rates, mixed] = [table(7), table(7), table(6)];
    const bins = lags.filter(([age = '']) => age.includes('–'));
    expect(bins).toHaveLength(6);
    for (const [age = '', ...cells] of bins) {
      const of = Number(age.split('–')[0]);
      const [won, lost] = [figure('lags', 'won_by_end', of), figure('lags', 'lost_by_end', of)];
      const hazards = [figure('lags', 'win_hazard', of), figure('lags', 'loss_hazard', of)];
      const width = figure('lags', 'to', of) - of;
      const closed = 1 - Math.exp(-hazards.reduce((sum, each) => sum + each, 0) * width);
      for (const [i, value] of [...hazards, closed, won, lost, 1 - won - lost].entries())
        isPrinted(cells[i] ?? '', value, 0.5);
    }
    const byHalfLife = rates.filter(([h = '']) => !h.includes('–'));
    expect(byHalfLife.map(([h]) => Number(h))).toEqual(halfLives);
    expect(mixed.map(([h]) => Number(h))).toEqual(halfLives);
    const shares = byHalfLife.map(
      ([, assumed, hours, , fit]) => Number(assumed) * Number(fit) * Number(hours) ** -3,
    );
    const all = shares.reduce((sum, each) => sum + each, 0);
    const sums = [0, 0];
    for (const [i, h] of halfLives.entries()) {
      const [, assumed = '', toRefer = '', toSell = '', , share = '', weight = ''] = byHalfLife[i] ?? [];
      isPrinted(assumed, figure('rates', 'assumed', h), 0.5);
      isPrinted(toRefer, figure('rates', 'referral_hours', h), 0.5);
      isPrinted(toSell, figure('rates', 'sale_hours', h), 0.5);
      isPrinted(share, shares[i] ?? NaN, 1);
      isPrinted(weight, figure('rates', 'weight', h), 0.5);
      isPrinted(weight, (shares[i] ?? NaN) / all, 1);
      const [, again, referrals = '', sales = '', first = '', second = ''] = mixed[i] ?? [];
      expect(again).toBe(weight);
      isPrinted(referrals, figure('rates', 'referral_rate', h), 0.5);
      isPrinted(sales, figure('rates', 'sale_rate', h), 0.5);
      isPrinted(first, Number(referrals) * figure('share', 'win_share') + Number(sales), 1);
      sums[0] = (sums[0] ?? 0) + Number(weight) * Number(first);
      sums[1] = (sums[1] ?? 0) + Number(weight) * Number(second);
    }
    expect(sums[0]).toBeCloseTo(figure('together', 'sales_an_hour'), 5);
    expect(sums[1]).toBeCloseTo(figure('together', 'sales_an_hour_square'), 5);
  });

  test('the four numbers of the 55 points are those of the model', () => {
    const code = blocks.find(({ lang: kind }) => kind === 'r')?.text ?? '';
    for (const [, count = '', mean = '', square = ''] of code.matchAll(
      /^m\((\d)\) +# ([\d.]+) +([\d.]+)/gm,
    )) {
      const [rate] = ratesOf([Number(count)], [1])?.rates ?? [];
      isPrinted(mean, rate?.mean ?? NaN, 0.5);
      isPrinted(square, rate?.square ?? NaN, 0.5);
    }
    expect(code.match(/^m\(/gm)).toHaveLength(2);
  });
});
