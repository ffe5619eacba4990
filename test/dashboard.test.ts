import { describe, expect, test } from 'vitest';
import { filesUnder } from './examples/files.ts';
import { run } from './run.ts';

const files = filesUnder('examples');
const solo = ['dashboard', '-j', 'examples/solo', '--as-of', '2026-10-31'];
const small = { 'j.yaml': '- { type: sale, date: 2026-02-05, group: bni, amount: 5 }\n' };

/** Ids of a page, and where its links lead. */
function linksOf(page: string): { ids: string[]; targets: string[] } {
  const all = (pattern: RegExp) => [...page.matchAll(pattern)].map(([, found = '']) => found);
  return { ids: all(/\sid="?([^\s">]+)/g), targets: all(/\shref="?([^\s">]+)/g) };
}

describe.each(['en', 'fr'])('the page in %s', (lang) => {
  test('stands alone: no script, no link but to its own parts, each of which is there once', async () => {
    const { code, stdout, stderr } = await run([...solo, '--lang', lang], { files });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(new RegExp(`^<!doctype html>\\n<html lang="${lang}">`));
    expect(/<script|<iframe|<img|\son\w+=|https?:|url\(/i.exec(stdout)).toBe(null);
    const { ids, targets } = linksOf(stdout);
    expect(new Set(ids).size).toBe(ids.length);
    const known = new Set(ids.map((id) => `#${id}`));
    expect(targets.filter((target) => !known.has(target) && target !== 'data:,')).toEqual([]);
    expect(targets.length).toBeGreaterThan(5000);
  });

  test('is no bigger than a photograph', async () => {
    const { stdout } = await run([...solo, '--lang', lang], { files });
    expect(Buffer.byteLength(stdout)).toBeLessThan(1_600_000);
  });
});

test('a figure leads to its entries, with file and line', async () => {
  const { stdout } = await run(solo, { files });
  expect(stdout).toContain('<dt>Revenue<dd><a href=#g-bni.2026-Q2.revenue>4,700</a>');
  const fold = stdout.slice(stdout.indexOf('id="g-bni.2026-Q2"'));
  expect(fold).toContain('<td>2026-05-22<td>Pharmacie Tête d&#39;Or<td>2026.yaml:663<td>1<td>900');
  expect(fold).toContain('<td id=g-bni.2026-Q2.revenue>4,700');
  expect(fold).toContain('netroi explain revenue -g bni --quarter 2026-Q2');
  const explained = await run(
    'explain revenue -g bni --quarter 2026-Q2 -j examples/solo --format json'.split(' '),
    { files },
  );
  expect(JSON.parse(explained.stdout).total.amount).toBe(4700);
});

test('what is estimated says so, and a group’s name leads to its section', async () => {
  const { stdout } = await run(solo, { files });
  const start = stdout.indexOf('id="all-d1"');
  const signals = stdout.slice(start, stdout.indexOf('</section>', start));
  expect(signals).toContain('<a href="#g-linkedin">LinkedIn</a>');
  expect(signals).toContain('netroi signals --explain GROUP');
  const lags = stdout.slice(stdout.indexOf('<section class=chapter id="lags"'));
  expect(lags).toContain('<a href="#g-linkedin">LinkedIn</a>');
  expect(lags).toContain('These are estimates from all referrals and sales.');
});

test('only some groups, and the journal as it was on a day', async () => {
  const { stdout } = await run([...solo, '-g', 'fbc', '--as-of', '2025-06-30'], { files });
  expect(stdout).toContain('href="#g-fbc.2025.top"');
  expect(stdout).not.toContain('#g-bni');
  expect(stdout).not.toContain('2025-Q3');
});

test('names are text, whatever they look like, and no part of an id', async () => {
  const hostile = [
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    'javascript:alert(1)',
    '</style></details>',
  ];
  const yaml = hostile.map(
    (name, i) =>
      `- { type: referral, date: 2026-0${i + 1}-05, group: '${name}', direction: received, contact: '${name}', from: '${name}' }\n- { type: activity, date: 2026-0${i + 1}-06, group: '${name}', title: '${name}', time: 2h }\n`,
  );
  const { code, stdout } = await run(['dashboard', '-j', 'j.yaml'], { files: { 'j.yaml': yaml.join('') } });
  expect(code).toBe(0);
  expect(/<script|<img|href=[^ >]*javascript:/.exec(stdout)).toBe(null);
  expect(stdout.match(/<\/style>/g)).toHaveLength(1);
  expect(stdout).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  expect(linksOf(stdout).ids.every((id) => /^[\w.-]+$/.test(id))).toBe(true);
});

describe('where the page goes', () => {
  test('a terminal is no place for it', async () => {
    const { code, stdout, stderr } = await run(['dashboard', '-j', 'j.yaml'], { files: small, terminal: 80 });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toBe(
      'netroi: the dashboard is a page for a browser: a terminal cannot show it\n        try netroi dashboard --open, or -o dashboard.html\n',
    );
  });

  test('to a file', async () => {
    const made = await run(['dashboard', '-j', 'j.yaml', '-o', 'd.html'], { files: small, terminal: 80 });
    expect({ ...made, files: undefined }).toMatchObject({ code: 0, stdout: '', stderr: '', opened: [] });
    expect(made.files.get('/desk/d.html')).toMatch(/^<!doctype html>/);
  });

  test('--open shows it from a file of its own, or from the one that is named', async () => {
    const own = await run(['dashboard', '-j', 'j.yaml', '--open'], { files: small, terminal: 80 });
    const at = '/home/eve/.cache/netroi/dashboard.html';
    expect(own).toMatchObject({ code: 0, stdout: '', stderr: `opened ${at}\n`, opened: [at] });
    expect(own.files.get(at)).toMatch(/^<!doctype html>/);
    const named = await run(['dashboard', '-j', 'j.yaml', '--open', '-o', 'd.html'], { files: small });
    expect(named).toMatchObject({
      code: 0,
      stdout: '',
      stderr: 'opened /desk/d.html\n',
      opened: ['/desk/d.html'],
    });
  });

  test('where there is no browser, it says where the page is', async () => {
    const { code, stdout, stderr } = await run(['dashboard', '-j', 'j.yaml', '--open', '--lang', 'fr'], {
      files: small,
      hasBrowser: false,
    });
    expect({ code, stdout }).toEqual({ code: 4, stdout: '' });
    expect(stderr).toBe(
      'netroi: aucun programme trouvé pour ouvrir la page : elle est dans /home/eve/.cache/netroi/dashboard.html\n        ouvrez-la à la main\n',
    );
  });

  test('--open has nothing to open on standard output', async () => {
    const { code, stderr, opened } = await run(['dashboard', '-j', 'j.yaml', '--open', '-o', '-'], {
      files: small,
    });
    expect({ code, stderr, opened }).toEqual({
      code: 2,
      stderr: 'netroi: --open cannot go with --output -\n',
      opened: [],
    });
  });

  test('a bad journal, or a group that is not in it, gives no page', async () => {
    const bad = { 'j.yaml': '- { type: sale, date: 2026-02-30, amount: 5 }\n' };
    const faulty = await run(['dashboard', '-j', 'j.yaml', '--open'], { files: bad });
    expect(faulty).toMatchObject({ code: 1, stdout: '', opened: [] });
    const unknown = await run(['dashboard', '-j', 'j.yaml', '-g', 'bnii'], { files: small });
    expect(unknown).toMatchObject({ code: 1, stdout: '' });
    expect(unknown.stderr).toContain('did you mean "bni"?');
  });
});
