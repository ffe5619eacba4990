import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { renderHtml } from '../../src/render/html/report.ts';
import { edgeCharts, reportWith, usualCharts } from '../render/html-charts.ts';
import { hasChromium, launch, seriousFaults, sideways, visiting } from './browser.ts';
import { netroi, solo } from './netroi.ts';

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
    const charts = [...usualCharts(), ...edgeCharts()];
    const style = { lang: 'fr', width: 80, paint: (_: string, text: string) => text } as const;
    const file = saved('charts.html', renderHtml(reportWith(charts), style));
    for (const view of views) {
      await visiting(browser, file, view, async ({ page }) => {
        expect(await sideways(page)).toBeLessThanOrEqual(0);
        expect(await page.evaluate(outside)).toEqual([]);
        expect(await page.evaluate(overlapping)).toEqual([]);
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
