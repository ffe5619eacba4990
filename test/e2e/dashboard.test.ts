import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasChromium, launch, seriousFaults, sideways, visiting } from './browser.ts';
import { bin, inFolder, netroi, solo } from './netroi.ts';

const views = [
  { width: 1280, scheme: 'light' },
  { width: 1280, scheme: 'dark' },
  { width: 375, scheme: 'light' },
] as const;

const names = ['<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', 'javascript:alert(1)'];
const hostile = names.flatMap((name, i) => [
  `- { type: activity, date: 2026-0${i + 1}-06, group: '${name}', title: '${name}', time: 2h, met: ['${name}'] }`,
  `- { type: referral, date: 2026-0${i + 1}-07, group: '${name}', direction: received, contact: '${name}', from: '${name}' }`,
  `- { type: sale, date: 2026-0${i + 2}-07, group: '${name}', amount: 100, customer: '${name}' }`,
]);

/** Links that lead nowhere, and ids that stand twice. */
const broken = `(() => {
  const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
  const known = new Set(ids);
  const links = [...document.querySelectorAll('a')].map((link) => link.getAttribute('href'));
  return {
    twice: ids.filter((id, i) => ids.indexOf(id) !== i),
    dead: links.filter((link) => !link.startsWith('#') || !known.has(link.slice(1))),
  };
})()`;

/** How many tables there are, with those that are wider than their room. */
const tooWide = `(() => {
  for (const fold of document.querySelectorAll('details')) fold.open = true;
  for (const sheet of document.querySelectorAll('.sheet')) sheet.style.display = 'block';
  const all = [...document.querySelectorAll('.scroll')];
  const wide = all.filter((each) => each.scrollWidth > each.clientWidth + 1);
  return { tables: all.length, wide: wide.map((each) => each.getAttribute('aria-label')) };
})()`;

const visibleSheets = (page: Page) =>
  page.locator('main .sheet:visible').evaluateAll((sheets) => sheets.map(({ id }) => id));

describe.skipIf(!hasChromium)('the dashboard in a browser (skipped where Chromium is not installed)', () => {
  let browser: Browser;
  let folder = '';
  beforeAll(async () => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'netroi-'));
    fs.writeFileSync(path.join(folder, 'hostile.yaml'), `${hostile.join('\n')}\n`);
    browser = await launch();
  });
  afterAll(async () => {
    await browser.close();
    fs.rmSync(folder, { recursive: true, force: true });
  });
  const made = (name: string, journal: string, ...more: string[]) => {
    const file = path.join(folder, name);
    const args = ['dashboard', '-j', journal, '--as-of', '2026-10-31', '-o', file, ...more];
    expect(netroi(args)).toEqual({ code: 0, stdout: '', stderr: '' });
    return file;
  };

  const pages = [
    // axe-core looks at thousands of links one by one, for 20 s: in one view. One group has what there is of several.
    { name: 'solo in en', args: ['--lang', 'en'], deep: '#g-bni.2026-Q2.revenue', isRead: 'once' },
    { name: 'solo in fr', args: ['--lang', 'fr'], deep: '#g-bni.2026-Q2.revenue', isRead: 'never' },
    { name: 'one group', args: ['-g', 'bni'], deep: '#g-bni.2026-Q2.revenue', isRead: 'always' },
    {
      name: 'names that look like markup',
      args: ['--quiet'],
      deep: '#group1.2026-Q1.hours',
      isRead: 'always',
    },
  ];
  test.each(pages)(
    '$name: quiet, alone, never sideways, open to all, every link leads somewhere',
    async ({ name, args, deep, isRead }) => {
      const isHostile = args.includes('--quiet');
      const file = made(`${name}.html`, isHostile ? path.join(folder, 'hostile.yaml') : solo, ...args);
      for (const view of views) {
        await visiting(browser, file, view, async ({ page, heard, asked }) => {
          expect(await page.evaluate(broken)).toEqual({ twice: [], dead: [] });
          for (const hash of ['#all.2026-Q1', deep]) {
            await page.goto(`${pathToFileURL(file).href}${hash}`);
            expect(await sideways(page), hash).toBeLessThanOrEqual(0);
          }
          if (isRead === 'always' || (isRead === 'once' && view === views[0]))
            expect(await seriousFaults(page)).toEqual([]);
          expect(await page.locator('script, img, iframe, [onerror]').count()).toBe(0);
          expect({ heard, asked }).toEqual({ heard: [], asked: [] });
        });
      }
    },
    // Many times what it takes on a machine at rest.
    600_000,
  );

  test('names that look like markup stand as they are written', async () => {
    const file = made('names.html', path.join(folder, 'hostile.yaml'), '--quiet');
    await visiting(browser, file, { width: 1280 }, async ({ page }) => {
      const headings = await page.locator('h2').allInnerTexts();
      for (const name of names) expect(headings).toContain(name);
    });
  });

  test('links change the period everywhere, keep it from chapter to chapter, and open the entries', async () => {
    const file = made('links.html', solo);
    await visiting(browser, file, { width: 1280 }, async ({ page }) => {
      const all = (period: string) =>
        ['all', 'g-bni', 'g-fbc', 'g-linkedin', 'g-cercle', 'g-cci', 'g-ateliers', 'none'].map(
          (chapter) => `${chapter}.${period}`,
        );
      expect(await visibleSheets(page)).toEqual(all('2026'));
      await page.click('#all\\.2026 ul.choice a:text-is("Q2 2026")');
      expect(await visibleSheets(page)).toEqual(all('2026-Q2'));
      await page.click('nav.page a:visible:text-is("BNI Lyon Presqu\'île")');
      expect(await visibleSheets(page)).toEqual(all('2026-Q2'));
      expect(
        await page
          .locator('h2:text-is("BNI Lyon Presqu\'île")')
          .evaluate((heading) => heading.getBoundingClientRect().top),
      ).toBeLessThan(100);
      await page.click('#g-bni\\.2026-Q2 dl.large a:text-is("4,700")');
      expect(await visibleSheets(page)).toEqual(all('2026-Q2'));
      const total = page.locator('[id="g-bni.2026-Q2.revenue"]');
      expect(await total.isVisible()).toBe(true);
      expect(await total.innerText()).toBe('4,700');
      expect(await total.evaluate((cell) => cell.getBoundingClientRect().top)).toBeLessThan(900);
      await page.goBack();
      expect(await visibleSheets(page)).toEqual(all('2026-Q2'));
    });
  });

  test.each(['en', 'fr'])('on a usual screen every table fits, whatever the period, in %s', async (lang) => {
    const file = made(`wide-${lang}.html`, solo, '--lang', lang);
    await visiting(browser, file, { width: 1280 }, async ({ page }) => {
      expect(await page.evaluate(tooWide)).toEqual({ tables: expect.any(Number), wide: [] });
    });
  });

  test('a year’s figure leads straight to its entries, a group’s name to its section', async () => {
    const file = made('years.html', solo);
    await visiting(browser, file, { width: 1280 }, async ({ page }) => {
      await page.click('#all\\.2026 tfoot a >> nth=0');
      await page.click('li:target a >> nth=0');
      const list = page.locator('table.entries:visible:has(td:target)');
      expect(await list.locator('tbody tr').count()).toBeGreaterThan(2);
      await page.click('#all-d1 tbody th a:text-is("LinkedIn")');
      const heading = page.locator('h2:text-is("LinkedIn")');
      expect(await heading.evaluate((each) => each.getBoundingClientRect().top)).toBeLessThan(300);
    });
  });

  test('by the keyboard alone: to the content, and to another year', async () => {
    const file = made('keys.html', solo);
    await visiting(browser, file, { width: 1280 }, async ({ page }) => {
      const focused = () => page.evaluate('document.activeElement.getAttribute("href")');
      await page.keyboard.press('Tab');
      expect(await focused()).toBe('#content');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      expect(await focused()).toBe('#all.all');
      await page.keyboard.press('Enter');
      expect(await visibleSheets(page)).toContain('g-bni.all');
    });
  });

  test('on paper: one period, no links to press', async () => {
    const file = made('paper.html', solo);
    await visiting(browser, file, { width: 690, scheme: 'dark' }, async ({ page }) => {
      await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
      expect(new Set((await visibleSheets(page)).map((id) => id.split('.').at(-1)))).toEqual(
        new Set(['2026']),
      );
      expect(await page.locator('nav.page:visible, ul.choice:visible, details:visible').count()).toBe(0);
      expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe(
        'rgb(255, 255, 255)',
      );
    });
  });
});

describe.skipIf(process.platform !== 'linux')('--open (skipped where xdg-open is not what opens)', () => {
  const opener = (folder: string, script: string) =>
    fs.writeFileSync(path.join(folder, 'xdg-open'), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  const opened = (folder: string) => {
    const env = { PATH: folder, XDG_CACHE_HOME: path.join(folder, 'cache') };
    return spawnSync(process.execPath, [bin, 'dashboard', '-j', solo, '--open'], { env, encoding: 'utf8' });
  };

  test('hands the page, which is the user’s alone, to the opener', () =>
    inFolder((folder) => {
      opener(folder, `echo "$1" > '${folder}/said'`);
      const at = path.join(folder, 'cache/netroi/dashboard.html');
      const { status, stdout, stderr } = opened(folder);
      expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: '', stderr: `opened ${at}\n` });
      expect(fs.readFileSync(path.join(folder, 'said'), 'utf8')).toBe(`${at}\n`);
      expect(fs.statSync(at).mode & 0o777).toBe(0o600);
    }));

  test.each([
    ['there is none', undefined],
    ['it fails', 'exit 3'],
  ])('says where the page is where %s', (_, script) =>
    inFolder((folder) => {
      if (script) opener(folder, script);
      const { status, stdout, stderr } = opened(folder);
      expect({ status, stdout }).toEqual({ status: 4, stdout: '' });
      expect(stderr).toContain(path.join(folder, 'cache/netroi/dashboard.html'));
    }),
  );
});
