import type { Report, Section } from '../../model/report.ts';
import { inAll, type Lang, type Phrase, speak, type Text, text } from '../../model/text.ts';
import { escaped, font, inkOf, inks, paintOf, placing, sentence, styleBlock, typeface } from './look.ts';
import { chartMail } from './mail-bars.ts';
import { tableMail } from './mail-table.ts';

/**
 * A report as the HTML part of a mail: tables and inline styles, as Gmail, Outlook and Apple Mail show them, 600 pixels
 * wide at most, light and dark; no image, no link, no script, nothing that is fetched.
 */
export function mailHtml(report: Report, lang: Lang): string {
  const title = escaped(speak(report.title, lang));
  const { versus } = report;
  const lines = [
    speak(report.period.label, lang),
    ...(versus ? [speak(text(words.versus, { period: inAll(versus.label) }), lang)] : []),
    `${report.journal} · ${report.currency}`,
  ];
  const parts = [
    `<h1 ${inkOf(inks.text, `margin:0 0 4px;${font(21, 700)}`)}>${title}</h1>`,
    ...lines.map((each) => `<div ${inkOf(inks.quiet, font(13))}>${escaped(each)}</div>`),
    ...report.sections.map((section) => sectionMail(section, lang)),
    ...(report.notes.length > 0 ? [notesMail(report.notes, lang)] : []),
  ];
  const cell = `<td ${paintOf(inks.sheet, `padding:20px 12px 28px;overflow-wrap:break-word;${typeface}`)}>\n${parts.join('\n')}\n</td>`;
  const sheet = placing(`<tr>${cell}</tr>`, 'table-layout:fixed;max-width:600px;margin:0 auto');
  // Outlook knows no max-width: a table that only it sees has the width.
  const framed = `<!--[if mso]><table role="presentation" width="600" align="center"><tr><td><![endif]-->\n${sheet}\n<!--[if mso]></td></tr></table><![endif]-->`;
  return `<!DOCTYPE html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<meta name="format-detection" content="telephone=no,date=no,address=no,email=no,url=no">
<title>${title}</title>
<style>
${styleBlock}
</style>
</head>
<body ${paintOf(inks.page, 'margin:0;padding:0')}>
${placing(`<tr><td align="center" ${paintOf(inks.page, 'padding:12px 0')}>\n${framed}\n</td></tr>`)}
</body>
</html>
`;
}

function sectionMail({ title, charts = [], table, lines = [], prose = [] }: Section, lang: Lang): string {
  const heading = `<h2 ${inkOf(inks.text, `margin:28px 0 6px;${font(17, 700)}`)}>${escaped(speak(title, lang))}</h2>`;
  const isEmpty = table?.rows.length === 0;
  return [
    heading,
    ...charts.map((chart) => chartMail(chart, lang)),
    ...(table && !isEmpty ? [tableMail(table, lang)] : []),
    ...(isEmpty ? [paragraph(words.nothing[lang])] : []),
    ...(lines.length > 0 ? [excerpt(lines)] : []),
    ...prose.map((each) => paragraph(speak(each, lang))),
  ].join('\n');
}

function paragraph(words: string): string {
  return `<p ${inkOf(inks.text, `margin:8px 0 0;${font(14)}`)}>${sentence(words)}</p>`;
}

/** Lines as they are; what is too wide for a phone folds. */
function excerpt(lines: readonly string[]): string {
  const style = `margin:8px 0 0;font-family:Menlo,Consolas,monospace;white-space:pre-wrap;word-break:break-all;${font(12)}`;
  return `<pre ${inkOf(inks.text, style)}>${lines.map(escaped).join('\n')}</pre>`;
}

function notesMail(notes: readonly Text[], lang: Lang): string {
  const items = notes.map(
    (note) => `<li ${inkOf(inks.quiet, `margin:0 0 4px;${font(12)}`)}>${sentence(speak(note, lang))}</li>`,
  );
  return `<ul style="margin:28px 0 0;padding:0 0 0 18px">${items.join('\n')}</ul>`;
}

const words = {
  versus: { en: 'compared with {period}', fr: 'comparé à {period}' },
  nothing: { en: 'Nothing.', fr: 'Rien.' },
} satisfies Record<string, Phrase>;
