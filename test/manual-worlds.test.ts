import { lexer, type Tokens } from 'marked';
import { describe, expect, test } from 'vitest';
import { pageOf } from '../src/cli/manual.ts';
import result from './bench/signals/result.json' with { type: 'json' };

type World = (typeof result.worlds)['base'];
const worlds: ReadonlyMap<string, World> = new Map(Object.entries(result.worlds));

describe.each(['en', 'fr'] as const)('the page signals in %s', (lang) => {
  const source = pageOf('signals', lang);
  const tokens = lexer(source);
  const number = (value: number, digits: number) =>
    lang === 'fr' ? value.toFixed(digits).replace('.', ',') : value.toFixed(digits);
  const percent = (share: number) => `${number(100 * share, 1)}${lang === 'fr' ? ' ' : ''}%`;
  const months = ({ median, tenth }: { median: number; tenth: number }) => `${median} (${tenth})`;
  const tables = tokens
    .filter((token): token is Tokens.Table => token.type === 'table')
    .map(({ rows }) => rows.map((row) => row.map(({ text }) => text)));
  const isOfWorlds = (rows: string[][]) => rows.every(([name = '']) => worlds.has(name.replaceAll('`', '')));
  const [errors, costs] = tables.filter(isOfWorlds);

  test('its error rates are those of the result file', () => {
    const wanted = [...worlds].map(([name, { falseDrops, detections, precision, coverage }]) => [
      `\`${name}\``,
      ...([12, 18, 24] as const).map((month) => percent(falseDrops.method[month])),
      ...([12, 18, 24] as const).map((month) => percent(detections.method[month])),
      percent(precision),
      percent(coverage.all),
    ]);
    expect(errors).toEqual(wanted);
    for (const { falseDrops } of worlds.values()) expect(falseDrops.method[6]).toBe(0);
  });

  test('so are its months and costs', () => {
    const wanted = [...worlds].map(([name, { falseDrops, monthsGood, monthsBad, regret }]) => [
      `\`${name}\``,
      months(monthsGood['too-early']),
      months(monthsBad.watch),
      ...[regret.method, regret.never, regret.naive].map((bars) => number(bars, 3)),
      percent(falseDrops.naive[24]),
    ]);
    expect(costs).toEqual(wanted);
  });

  test('so is what it says of each assumption, and every percentage in a sentence', () => {
    const rows = tables.flat().filter(([, world = '']) => /^`\w+` ?:/.test(world));
    const broken = [...worlds.keys()].filter((name) => name !== 'base');
    expect(rows.map(([, world = '']) => /\w+/.exec(world)?.[0]).sort()).toEqual(broken.sort());
    const said = [
      ...rows.map(([, world = '', share]) => [/\w+/.exec(world)?.[0] ?? '', share]),
      ...[...source.matchAll(/`(\w+)` ?: (\d+[.,]\d ?%)/g)].map(([, name = '', share]) => [name, share]),
    ];
    expect(said.length).toBeGreaterThan(broken.length + 3);
    for (const [name = '', share] of said)
      expect(share, name).toBe(percent(worlds.get(name)?.falseDrops.method[24] ?? NaN));
    const { base, company } = result.worlds;
    const sentences = [base.falseDrops.naive[24], base.falseDrops.method[24], company.precision];
    const prose = tokens.flatMap((token) => (token.type === 'paragraph' ? [token.raw] : [])).join('\n');
    const found = new Set([...prose.matchAll(/\d+[.,]\d ?%/g)].map(([share]) => share));
    expect([...found]).toEqual(sentences.map(percent));
  });
});
