import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Chart } from '../../src/model/chart.ts';
import { text } from '../../src/model/text.ts';
import { renderHtml } from '../../src/render/html/report.ts';
import { edgeCharts, reportWith, usualCharts } from '../render/html-charts.ts';
import { hasChromium, launch, seriousFaults, sideways, visiting } from './browser.ts';
import { netroi, solo } from './netroi.ts';

/** More groups than have room for their names, so near one another that there is hardly any for their numbers. */
const sixty: Chart = {
  kind: 'scatter',
  title: text({ en: 'Sixty', fr: 'Soixante' }),
  says: text({ en: '', fr: '' }),
  x: { label: { en: 'Hours', fr: 'Heures' }, unit: 'hours' },
  y: { label: { en: 'Revenue', fr: 'CA' }, unit: 'money' },
  ray: { label: { en: 'Revenue / hour', fr: 'CA / heure' }, unit: 'money-per' },
  points: Array.from({ length: 60 }, (_, i) => ({
    of: { key: `g${i}`, name: `A business club of some renown, Group number ${i + 1}` },
    x: 40 + (i % 8),
    y: 4000 + 180 * Math.floor(i / 8),
  })),
};

const views = [
  { width: 1280, scheme: 'light' },
  { width: 1280, scheme: 'dark' },
  { width: 375, scheme: 'light' },
] as const;

describe.skipIf(!hasChromium)('pages in a browser (skipped where Chromium is not installed)', () => {
  let browser: Browser;
  let folder = '';
  beforeAll(async () => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'netroi-'));
    browser = await launch();
  });
  afterAll(async () => {
    await browser.close();
    fs.rmSync(folder, { recursive: true, force: true });
  });
  const saved = (name: string, page: string) => {
    const file = path.join(folder, name);
    fs.writeFileSync(file, page);
    return file;
  };

  const commands = ['report', 'trend', 'signals', 'lags', 'summary'].flatMap((command) =>
    (['en', 'fr'] as const).map((lang) => ({ command, lang })),
  );
  test.each(commands)(
    '$command in $lang: quiet, alone, never sideways, open to all',
    async ({ command, lang }) => {
      const file = path.join(folder, `${command}-${lang}.html`);
      const args = [command, '--journal', solo, '--as-of', '2026-10-31', '--lang', lang, '--output', file];
      expect(netroi(args)).toEqual({ code: 0, stdout: '', stderr: '' });
      for (const view of views) {
        await visiting(browser, file, view, async ({ page, heard, asked }) => {
          expect(await page.title()).not.toBe('');
          expect(await page.locator('figure svg[role=img]:visible').count()).toBeGreaterThan(0);
          expect(await sideways(page)).toBeLessThanOrEqual(0);
          expect(await seriousFaults(page)).toEqual([]);
          expect({ heard, asked }).toEqual({ heard: [], asked: [] });
        });
      }
    },
  );

  test('charts of every kind and every edge: no text leaves its drawing, no name lies on another', async () => {
    const charts = [...usualCharts(), ...edgeCharts(), sixty];
    const style = { lang: 'fr', width: 80, paint: (_: string, text: string) => text } as const;
    const file = saved('charts.html', renderHtml(reportWith(charts), style));
    for (const view of views) {
      await visiting(browser, file, view, async ({ page }) => {
        expect(await sideways(page)).toBeLessThanOrEqual(0);
        expect(await page.evaluate(outside)).toEqual([]);
        expect(await page.evaluate(overlapping)).toEqual([]);
        expect(await page.evaluate(overlappingKeys)).toEqual([]);
        expect(await seriousFaults(page)).toEqual([]);
      });
    }
  });

  test('names that look like markup are text', async () => {
    const names = ['<script>alert(1)</script>', '"><img onerror=alert(1) src=x>', 'javascript:alert(1)'];
    const words = { names, word: (usual: string) => `${usual} </svg><img src=x onerror=alert(1)>` };
    const style = { lang: 'en', width: 80, paint: (_: string, text: string) => text } as const;
    const file = saved('hostile.html', renderHtml(reportWith(usualCharts(words), words), style));
    await visiting(browser, file, { width: 1280 }, async ({ page, heard, asked }) => {
      expect({ heard, asked }).toEqual({ heard: [], asked: [] });
      expect(await page.locator('script, img, iframe, a[href], [onerror]').count()).toBe(0);
      expect(await page.locator('tbody th').allInnerTexts()).toEqual(names);
    });
  });

  test('on paper: light, whole tables, as wide as the sheet', async () => {
    const file = path.join(folder, 'print.html');
    expect(netroi(['signals', '-j', solo, '--as-of', '2026-10-31', '--output', file]).code).toBe(0);
    await visiting(browser, file, { width: 690, scheme: 'dark' }, async ({ page }) => {
      await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
      const look = 'getComputedStyle(document.body).backgroundColor';
      expect(await page.evaluate(look)).toBe('rgb(255, 255, 255)');
      expect(await page.evaluate('getComputedStyle(document.querySelector("tbody tr")).breakInside')).toBe(
        'avoid',
      );
      expect(await page.evaluate('getComputedStyle(document.querySelector("h2")).breakAfter')).toBe('avoid');
      expect(await page.evaluate('getComputedStyle(document.querySelector(".scroll")).overflowX')).toBe(
        'visible',
      );
      expect(await sideways(page)).toBeLessThanOrEqual(0);
    });
  });
  test('on paper a short table goes before its charts, to fill the page that they have no room on', async () => {
    const file = path.join(folder, 'summary-print.html');
    expect(
      netroi(['summary', '-j', solo, '--as-of', '2026-11-01', '--format', 'html', '-o', file]).code,
    ).toBe(0);
    await visiting(browser, file, { width: 690 }, async ({ page }) => {
      const tops = `['figure', '.table'].map((part) => document.querySelector('section:has(>figure) > ' + part).getBoundingClientRect().top)`;
      const onScreen: number[] = await page.evaluate(tops);
      expect(onScreen[0]).toBeLessThan(onScreen[1] ?? 0);
      await page.emulateMedia({ media: 'print' });
      const onPaper: number[] = await page.evaluate(tops);
      expect(onPaper[1]).toBeLessThan(onPaper[0] ?? 0);
      expect(await sideways(page)).toBeLessThanOrEqual(0);
    });
  });
});

/** Texts that stand, by more than a pixel, outside the drawing they are in. */
const outside = `[...document.querySelectorAll('figure svg')].filter((svg) => svg.checkVisibility()).flatMap((svg) => {
  const room = svg.getBoundingClientRect();
  return [...svg.querySelectorAll('text')].filter((text) => {
    const box = text.getBoundingClientRect();
    return box.left < room.left - 1 || box.right > room.right + 1 || box.top < room.top - 1 || box.bottom > room.bottom + 1;
  }).map((text) => svg.querySelector('title').textContent + ': ' + text.textContent);
})`;

/** Pairs of texts of one drawing that lie on one another. */
const overlapping = `[...document.querySelectorAll('figure svg')].filter((svg) => svg.checkVisibility()).flatMap((svg) => {
  const texts = [...svg.querySelectorAll('text')].map((text) => [text.textContent, text.getBoundingClientRect()]);
  const found = [];
  texts.forEach(([one, a], i) => texts.slice(i + 1).forEach(([other, b]) => {
    const over = Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1;
    if (over && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 3)
      found.push(svg.querySelector('title').textContent + ': ' + one + ' | ' + other);
  }));
  return found;
})`;

/** Pairs in a numbered list where a number, which hangs before its line, or a text lies on another's. */
const overlappingKeys = `[...document.querySelectorAll('ol.key')].filter((list) => list.checkVisibility()).flatMap((list) => {
  const pen = document.createElement('canvas').getContext('2d');
  const found = [];
  const boxes = [...list.children].flatMap((item, i) => {
    const range = document.createRange();
    range.selectNodeContents(item);
    pen.font = getComputedStyle(item).font;
    const lines = [...range.getClientRects()].map(({ left, right, top, bottom }) => ({ i, left, right, top, bottom }));
    const [first] = lines;
    return [{ ...first, left: first.left - pen.measureText((i + 1) + '. ').width, right: first.left }, ...lines];
  });
  boxes.forEach((a, n) => boxes.slice(n + 1).forEach((b) => {
    const over = a.i !== b.i && Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1;
    if (over && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 3) found.push((a.i + 1) + ' | ' + (b.i + 1));
  }));
  const room = list.getBoundingClientRect();
  return [...found, ...boxes.filter(({ left, right }) => left < room.left - 1 || right > room.right + 1).map(({ i }) => 'out: ' + (i + 1))];
})`;
