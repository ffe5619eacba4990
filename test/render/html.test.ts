import { describe, expect, test } from 'vitest';
import type { Chart } from '../../src/model/chart.ts';
import type { Lang } from '../../src/model/text.ts';
import { chartHtml } from '../../src/render/html/chart.ts';
import { pageCss } from '../../src/render/html/css.ts';
import { htmlDocument } from '../../src/render/html/document.ts';
import { renderHtml } from '../../src/render/html/report.ts';
import { sectionHtml } from '../../src/render/html/section.ts';
import { edgeCharts, reportWith, usualCharts } from './html-charts.ts';
import { tagsOf, textOf, unbalanced } from './html-scan.ts';

const page = (charts: readonly Chart[] = usualCharts(), lang: Lang = 'en') =>
  renderHtml(reportWith(charts), { lang, width: 80, paint: (_, text) => text });

describe('a page', () => {
  const tags = tagsOf(page());
  const named = (name: string) => tags.filter((tag) => tag.name === name && !tag.isEnd);

  test('says its language and title, and has each landmark and one first heading', () => {
    expect(named('html')[0]?.attributes.get('lang')).toBe('en');
    expect(page()).toContain('<title>Networking, 2026</title>');
    expect(['header', 'main', 'footer', 'h1'].map((name) => named(name).length)).toEqual([1, 1, 1, 1]);
    expect(tagsOf(page([], 'fr'))[1]?.attributes.get('lang')).toBe('fr');
  });

  test('needs no script and nothing from elsewhere', () => {
    const whole = page();
    expect(named('script')).toEqual([]);
    expect(whole).not.toMatch(/https?:|\burl\(|@import|\bsrc=/);
    const links = tags.flatMap(({ attributes }) => attributes.get('href') ?? []);
    expect(links).toEqual(['data:,']);
    expect(whole).toContain('default-src &#39;none&#39;');
  });

  test('has links to its own parts only where it is given some', () => {
    const made = htmlDocument({ lang: 'fr', title: 'T', body: '<p>x</p>', nav: '<a href="#s1">1</a>' });
    expect(made).toContain('<nav class="page" aria-label="Sur cette page"><a href="#s1">1</a></nav>');
    expect(made).toContain('<a class="skip" href="#content">Aller au contenu</a>');
  });

  test('closes each tag, gives an id once, and refers to none that is not there', () => {
    for (const charts of [usualCharts(), edgeCharts()]) {
      const all = tagsOf(page(charts));
      expect(unbalanced(all)).toBeUndefined();
      const ids = all.flatMap(({ attributes }) => attributes.get('id') ?? []);
      expect(ids.length).toBe(new Set(ids).size);
      const references = all.flatMap(({ attributes }) =>
        ['aria-labelledby', 'aria-describedby'].flatMap((key) => attributes.get(key) ?? []),
      );
      expect(references.length).toBeGreaterThan(10);
      expect(references.filter((id) => !ids.includes(id))).toEqual([]);
    }
  });

  test('has no number that is none', () => {
    expect(/.{20}(NaN|Infinity|undefined)/.exec(page(edgeCharts()))?.[0]).toBeUndefined();
  });
});

describe('a table', () => {
  const [first] = reportWith([]).sections;
  const html = first ? sectionHtml(first, 's1', 'en') : '';

  test('has a caption, a scope at every heading, and a region of its own to scroll in', () => {
    const heads = tagsOf(html).filter(({ name, isEnd }) => name === 'th' && !isEnd);
    expect(heads.map(({ attributes }) => attributes.get('scope'))).toEqual([
      ...Array(11).fill('col'),
      ...Array(6).fill('row'),
    ]);
    expect(html).toContain('<caption>Everything</caption>');
    expect(html).toContain('role="region" tabindex="0" aria-label="Table: Everything"');
  });

  test('says in words and signs what its colours say', () => {
    expect(html).toContain('<span class="change bad">▼ 20%<span class="unseen"> (worse)</span></span>');
    expect(html).toContain('<span class="change good">▼ 20%<span class="unseen"> (better)</span></span>');
    expect(html).toContain('▲ more, ▼ less; underlined: for the worse.');
    for (const tone of ['good', 'bad', 'warning'])
      expect(pageCss).toContain(`.tone.${tone}::before{content:`);
  });

  test('shows what is undefined as a dash, never as 0', () => {
    expect(html).toContain('<td class="figure"><span class="quiet">—</span></td>');
  });

  test('draws a series with its ends in words, a bar for the eye alone', () => {
    expect(html).toContain('aria-label="4 values from 0 to 5, the last one 5"');
    expect(html).toMatch(/<svg class="bar"[^>]*aria-hidden="true">/);
  });

  test('has numbers as its language writes them', () => {
    const french = first ? sectionHtml(first, 's1', 'fr') : '';
    expect(textOf(html)).toContain('31,200');
    expect(textOf(french)).toContain('31\u202f200');
    expect(textOf(french)).toContain('62,5');
  });
});

describe('a chart', () => {
  test.each(usualCharts().map((chart) => [chart.kind, chart] as const))(
    '%s: an image with its title and what it shows',
    (kind, chart) => {
      const html = chartHtml(chart, 'c1', 'en');
      const title = String(chart.title.params['word']);
      expect(html.startsWith(`<figure class="chart" id="c1"><figcaption><strong>${title}</strong>`)).toBe(
        true,
      );
      const images = tagsOf(html).filter(({ attributes }) => attributes.get('role') === 'img');
      expect(images.length).toBe(kind === 'panels' ? 5 : 2);
      if (kind === 'panels') expect(html).toContain('>BNI Lyon Presqu’île</title>');
      else
        expect(html).toContain(
          `<title id="c1-wide-t">${title}</title><desc id="c1-wide-d">What ${title} shows.`,
        );
    },
  );

  test('cuts a long name, and tells the whole of it under the pointer', () => {
    const [onePoint] = edgeCharts();
    const html = onePoint ? chartHtml(onePoint, 'c', 'en') : '';
    expect(html).toMatch(
      /<title>(An association with a very long name, ){4}whole<\/title>An assoc[^<]*…<\/text>/,
    );
  });

  test('scatter: three or four rays of round ratios around the points’', () => {
    const rays = (chart: Chart | undefined) =>
      [
        ...((chart ? chartHtml(chart, 'c', 'en') : '')
          .split('narrow')[0]
          ?.matchAll(/class="halo ray"[^>]*>([^<]*)</g) ?? []),
      ].map(([, value]) => value);
    expect(rays(usualCharts()[0])).toEqual(['200', '300', '500']);
    const edges = edgeCharts().filter(({ kind }) => kind === 'scatter');
    expect(edges.map((chart) => rays(chart).length)).toEqual([3, 0, 3, 4, 4]);
  });

  test('scatter: names for which there is no room stand in a list', () => {
    const thirty = edgeCharts().find(({ title }) => title.params['word'] === 'Scatter: thirty');
    const html = thirty ? chartHtml(thirty, 'c', 'en') : '';
    const [wide = '', narrow = ''] = html.split('class="narrow"');
    for (const drawn of [wide, narrow]) {
      const said = textOf(drawn);
      for (let i = 1; i <= 30; i++)
        expect(said, `Group ${i}`).toContain(`Group ${i} of the Chamber of Commerce`);
      expect(drawn).toContain('<ol class="key"><li>');
    }
  });

  test('ranges: a sign beside the name of what is below its mark', () => {
    const ranges = usualCharts().find(({ kind }) => kind === 'ranges');
    const said = textOf(ranges ? chartHtml(ranges, 'c', 'fr') : '');
    expect(said).toContain('▼ LinkedIn');
    expect(said).toContain('▼ Cercle Part-Dieu');
    expect(said).not.toContain('▼ BNI');
    expect(said).not.toContain('▼ Ateliers');
  });

  test('curves: each line has a mark and dashes of its own', () => {
    const curves = usualCharts().find(({ kind }) => kind === 'curves');
    const html = curves ? chartHtml(curves, 'c', 'en') : '';
    const dashes = [...html.matchAll(/class="curve line(\d)"(?: stroke-dasharray="([^"]*)")?/g)].map(
      ([, line, dash]) => `${line} ${dash}`,
    );
    expect(new Set(dashes)).toEqual(new Set(['0 undefined', '1 7 4', '2 2 3']));
  });

  test('panels: a gap is no line, a value alone is a dot, no value is said', () => {
    const panels = edgeCharts().find(({ kind }) => kind === 'panels');
    const html = panels ? chartHtml(panels, 'c', 'en') : '';
    const svgs = html.split('<svg').slice(1);
    expect(svgs[0]).toContain('no figures');
    expect(svgs[0]).not.toContain('<circle');
    expect(svgs[3]?.match(/<circle/g)?.length).toBe(1);
    expect(html).toContain('0.03</b>');
  });

  test('of nothing is a caption alone', () => {
    const none = edgeCharts().at(-1);
    expect(none && chartHtml(none, 'c', 'en')).toBe(
      '<figure class="chart" id="c"><figcaption><strong>Curves: none</strong></figcaption></figure>',
    );
  });
});

test('colours have the contrast that WCAG asks for, in light and dark', () => {
  const palettes = [...pageCss.matchAll(/:root\{([^}]*--paper[^}]*)\}/g)].map(
    ([, list = '']) =>
      new Map(
        [...list.matchAll(/--(\w+):(#[0-9a-f]{3,6})/g)].map(([, name = '', colour = '']) => [name, colour]),
      ),
  );
  expect(palettes.length).toBe(2);
  for (const palette of palettes) {
    const paper = palette.get('paper') ?? '';
    const against = (name: string) => contrast(palette.get(name) ?? paper, paper);
    for (const name of ['ink', 'quiet', 'link', 'good', 'bad', 'warning'])
      expect(against(name), name).toBeGreaterThanOrEqual(4.5);
    for (const name of ['c0', 'c1', 'c2', 'c3', 'c4', 'other', 'soft'])
      expect(against(name), name).toBeGreaterThanOrEqual(3);
  }
});

/** WCAG 2.2, contrast ratio of two colours. */
function contrast(one: string, other: string): number {
  const luminance = (colour: string) => {
    const digits = colour.length === 4 ? colour.replace(/[0-9a-f]/g, '$&$&') : colour;
    const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
      const part = Number.parseInt(digits.slice(at, at + 2), 16) / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const [light = 1, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}
