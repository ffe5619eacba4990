import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { run } from '../run.ts';

const folder = path.join(import.meta.dirname, '../data/imports');
const settings = 'groups: { bni: {}, linkedin: {} }\n';
const rules = fs.readFileSync(path.join(folder, 'invoices-rules.yaml'), 'utf8');

const lines: Readonly<Record<string, string>> = {
  'linkedin-connections.csv': 'linkedin',
  'linkedin-invitations.csv': 'linkedin',
  'linkedin-messages.csv': 'linkedin',
  'ga4-fr.csv': 'ga4',
  'ga4-source.csv': 'ga4',
  'palms-summary.csv': 'palms',
  'palms-attendance.csv': 'palms',
  'palms-slips.csv': 'palms',
  'hubspot.csv': 'hubspot',
  'pipedrive.csv': 'pipedrive',
  'invoices.csv': 'csv',
  'calendar.ics': 'ics',
};

/** A change to a text: at a share of its length, so many characters give way to others. */
const edit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  away: fc.constantFrom(0, 1, 2, 10, 60),
  instead: fc.oneof(
    fc.constantFrom(
      '',
      '"',
      ',',
      ';',
      '\n',
      '\r\n',
      ':',
      '-',
      '9',
      '=',
      "'=x",
      '\u0000',
      '\u202e',
      '|',
      'é',
      '0000',
    ),
    fc.string({ maxLength: 5 }),
  ),
});

test.each(Object.entries(lines))(
  '%s with any damage is imported or refused, the same twice',
  async (file, source) => {
    const sound = fs.readFileSync(path.join(folder, file), 'utf8');
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 3 }), async (edits) => {
        const text = edits.reduce((made, { at, away, instead }) => {
          const start = Math.floor(at * made.length);
          return made.slice(0, start) + instead + made.slice(start + away);
        }, sound);
        const args = ['import', source, 'f', '-j', 'j', '--me', 'Eve Martin', '--rules', 'r.yaml'];
        const more = source === 'csv' ? args : args.slice(0, -2);
        const files = { '/desk/j/netroi.yaml': settings, '/desk/f': text, '/desk/r.yaml': rules };
        const one = await run(more, { files });
        expect([0, 1, 2], one.stderr).toContain(one.code);
        if (one.code !== 0) {
          expect(one.stdout).toBe('');
          expect(one.stderr).not.toBe('');
          return;
        }
        const two = await run(more, { files: Object.fromEntries(one.files) });
        expect(two.stdout).toMatch(/: new 0, known \d+, late 0, changed 0/);
        expect(two.files).toEqual(one.files);
      }),
      { numRuns: 60 },
    );
  },
);
