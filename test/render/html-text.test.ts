import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hasUnsafe, visible } from '../../src/model/visible.ts';
import { renderHtml } from '../../src/render/html/report.ts';
import { run } from '../run.ts';
import { edgeCharts, reportWith, usualCharts } from './html-charts.ts';
import { kindsIn, tagsOf, textOf, unbalanced } from './html-scan.ts';

const style = { lang: 'en', width: 80, paint: (_: string, text: string) => text } as const;
const hostile = [
  '<script>alert(1)</script>',
  '"><img onerror=x src=y>',
  'javascript:alert(1)',
  "' onfocus='alert(1)",
  '</title></svg></style><b>',
  '<!--',
  ']]>&lt;&amp;&#0;',
  '\u001b[31m\u0000\u202e2026-01-02',
];

/** All that a page of ours has: with labels in every place, and with legends. */
const ours = kindsIn([
  ...tagsOf(renderHtml(reportWith([...usualCharts(), ...edgeCharts()]), style)),
  ...tagsOf(renderHtml(reportWith(usualCharts({ names: ['a very, very long name of a group'] })), style)),
]);

test('no text in any place becomes a tag or an attribute', () => {
  const text = fc.oneof(
    fc.constantFrom(...hostile),
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc
      .array(fc.constantFrom('<', '>', '"', "'", '&', '=', ' ', '/', 'a', 'on', '\n', '`'), { maxLength: 30 })
      .map((signs) => signs.join('')),
  );
  fc.assert(
    fc.property(fc.array(text, { minLength: 1, maxLength: 8 }), text, (names, other) => {
      const words = { names, word: () => other };
      const page = renderHtml(reportWith(usualCharts(words), words), style);
      const tags = tagsOf(page);
      expect([...kindsIn(tags)].filter((kind) => !ours.has(kind))).toEqual([]);
      expect(unbalanced(tags)).toBeUndefined();
      expect(hasUnsafe(page.replaceAll('\n', ''))).toBe(false);
      const links = tags.flatMap(({ attributes }) =>
        [...attributes].filter(([key]) => /^(href|src|style)$/.test(key)),
      );
      expect(links).toEqual(
        [
          ['rel', 'icon'],
          ['href', 'data:,'],
        ].filter(([key]) => key === 'href'),
      );
    }),
    { numRuns: 60 },
  );
});

test('what looks like markup is shown as it is, control characters visibly', () => {
  const said = textOf(renderHtml(reportWith(usualCharts({ names: hostile }), { names: hostile }), style));
  for (const name of hostile) expect(said).toContain(visible(name));
});

test('names of a journal that look like markup are text in each report', async () => {
  const names = hostile.slice(0, 6).map((name) => JSON.stringify(name));
  const files = {
    'j/netroi.yaml': ['groups:', ...names.map((name, i) => `  g${i}: { name: ${name} }`)].join('\n'),
    'j/2026.yaml': names
      .map(
        (name, i) => `- { type: activity, date: 2026-0${i + 1}-05, group: g${i}, kind: breakfast, time: 2h }
- { type: referral, date: 2026-0${i + 1}-06, group: g${i}, contact: ${name}, direction: received }`,
      )
      .join('\n'),
  };
  for (const command of ['report', 'trend', 'signals', 'lags', 'summary']) {
    const { code, stdout, stderr } = await run([command, '--format', 'html', '-j', 'j', '--quiet'], {
      files,
    });
    expect(`${code} ${stderr}`).toBe('0 ');
    const tags = tagsOf(stdout);
    expect([...kindsIn(tags)].filter((kind) => !ours.has(kind))).toEqual([]);
    if (command !== 'lags') expect(textOf(stdout)).toContain(hostile[0]);
  }
});
