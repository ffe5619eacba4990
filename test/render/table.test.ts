import { expect, test } from 'vitest';
import type { Report, Table } from '../../src/model/report.ts';
import { text } from '../../src/model/text.ts';
import { renderMarkdown } from '../../src/render/markdown.ts';
import { renderTable } from '../../src/render/table.ts';

const phrase = (words: string) => ({ en: words, fr: words });

function reportOf(table: Table): Report {
  return {
    command: 'report',
    title: text(phrase('Title')),
    journal: 'j',
    asOf: 0,
    period: { from: 0, to: 1, label: text(phrase('period')) },
    currency: 'EUR',
    sections: [{ title: text(phrase('Section')), table }],
    main: table,
    notes: [],
  };
}

const style = { lang: 'en' as const, width: 40, paint: (_: string, words: string) => words };

test('a table longer than any stack is drawn', () => {
  const columns = [
    { id: 'name', label: phrase('Name'), unit: 'text' as const },
    { id: 'value', label: phrase('Value'), unit: 'count' as const },
  ];
  const rows = Array.from({ length: 150_000 }, (_, i) => [`row ${i}`, i]);
  const table = reportOf({ columns, rows });
  expect(renderTable(table, style).split('\n').length).toBeGreaterThan(150_000);
  expect(renderMarkdown(table, style).split('\n').length).toBeGreaterThan(150_000);
});

test('bars start at zero, on one scale to both sides of it', () => {
  const columns = [
    { id: 'name', label: phrase('Name'), unit: 'text' as const },
    { id: 'net', label: phrase('Net'), unit: 'money' as const },
    { id: 'bar', label: phrase(''), unit: 'bar' as const },
  ];
  const rows = [100, 50, 0, -50, null].map((value, i) => [`g${i}`, value, value]);
  const lines = renderTable(reportOf({ columns, rows }), style).split('\n').slice(4);
  const bars = lines.slice(2, 7).map((line) => line.slice(11));
  const lengths = bars.map((bar) => [...bar].filter((sign) => sign === '█').length);
  expect(lengths[1]).toBeCloseTo((lengths[0] ?? 0) / 2, -1);
  expect(lengths[3]).toBe(lengths[1]);
  expect(lengths[2]).toBe(0);
  const axes = bars.slice(0, 4).map((bar) => bar.indexOf('│'));
  expect(new Set(axes).size).toBe(1);
});
