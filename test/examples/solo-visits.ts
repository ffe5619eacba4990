import { chanceOf } from './solo-chance.ts';
import type { Entry } from './solo-text.ts';

// biome-ignore format: a table
const sources = [
  { source: 'direct', from: '2024-01', first: 46, growth: 1.9 },
  { source: 'linkedin', from: '2024-01', first: 15, growth: 1.1 },
  { source: 'google', from: '2025-03', first: 22, growth: 2.4 },
];
const season = [1, 1, 1.1, 1, 0.95, 1, 0.8, 0.45, 1.15, 1.1, 1.05, 0.8];
const remarks: Readonly<Record<string, string>> = {
  '2024-10 linkedin': 'Le post sur les devis',
  '2025-06 direct': 'Article de blog, pic à ignorer',
  '2026-08 google': 'Surtout des robots',
};

/** The month's visits by source, counted on its last day. */
export function visits(seed: number, end: string): Entry[] {
  const chance = chanceOf(seed);
  const entries: Entry[] = [];
  for (let month = 0; ; month++) {
    const date = new Date(Date.UTC(2024, month + 1, 0)).toISOString().slice(0, 10);
    if (date > end) return entries;
    for (const { source, from, first, growth } of sources) {
      const note = remarks[`${date.slice(0, 7)} ${source}`];
      const trend = 1 + (growth * month) / 34;
      const count = first * trend * (season[month % 12] ?? 1) * chance.around(note ? 1.7 : 1, 0.13);
      if (date.slice(0, 7) < from) continue;
      entries.push({ type: 'visits', date, fields: { source, count: Math.round(count), note } });
    }
  }
}
