import fs from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

const executablePath = '/usr/bin/chromium';

/** Whether Debian's browser is there. */
export const hasChromium = fs.existsSync(executablePath);

export function launch(): Promise<Browser> {
  return chromium.launch({ executablePath, args: ['--no-sandbox'] });
}

export interface View {
  readonly width: number;
  readonly height?: number;
  readonly scheme?: 'light' | 'dark';
}

/** A page opened from a file, and all that it said and asked for besides itself. */
export interface Visit {
  readonly page: Page;
  readonly heard: string[];
  readonly asked: string[];
}

/** Opens a file as a browser's user would, calls `use` with it, and closes it. */
export async function visiting<T>(
  browser: Browser,
  file: string,
  { width, height = 900, scheme = 'light' }: View,
  use: (visit: Visit) => Promise<T>,
): Promise<T> {
  const context: BrowserContext = await browser.newContext({
    viewport: { width, height },
    colorScheme: scheme,
  });
  try {
    const page = await context.newPage();
    const url = pathToFileURL(file).href;
    const heard: string[] = [];
    const asked: string[] = [];
    page.on('console', (message) => heard.push(`${message.type()}: ${message.text()}`));
    page.on('pageerror', (fault) => heard.push(`fault: ${fault.message}`));
    page.on('dialog', (dialog) => {
      heard.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on('request', (request) => {
      const wanted = request.url().replace(/#.*/, '');
      if (wanted !== url) asked.push(wanted);
    });
    await page.goto(url);
    return await use({ page, heard, asked });
  } finally {
    await context.close();
  }
}

/** Pixels by which a page can be moved sideways. */
export async function sideways(page: Page): Promise<number> {
  return Number(await page.evaluate('document.scrollingElement.scrollWidth - innerWidth'));
}

interface Finding {
  readonly id: string;
  readonly impact: string | null;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

/** What axe-core finds wrong that is serious or critical: the rule, and the first place. */
export async function seriousFaults(page: Page): Promise<string[]> {
  // Evaluated, not put into the page: the page's own policy forbids every script.
  await page.evaluate(fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'));
  const found: Finding[] = JSON.parse(
    await page.evaluate<string>('axe.run().then(({ violations }) => JSON.stringify(violations))'),
  );
  return found
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id} ×${nodes.length}: ${nodes[0]?.html} ${nodes[0]?.failureSummary ?? ''}`);
}
