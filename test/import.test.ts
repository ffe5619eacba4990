import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Outcome, run, type World } from './run.ts';

const folder = path.join(import.meta.dirname, 'data/imports');
const sample = (name: string) => fs.readFileSync(path.join(folder, name));
const sampleText = (name: string) => sample(name).toString('utf8');

const settings = `currency: EUR
groups:
  bni: { name: BNI Lyon Confluence }
  fbc: { name: French-British Business Club }
  linkedin: { name: LinkedIn, web: [lnkd.in] }
  chamber: { name: Chamber, web: [chamber.example] }
`;
const journal = { 'j/netroi.yaml': settings };
type Files = NonNullable<World['files']>;

async function importing(line: string, files: Files, journalFiles: Files = journal): Promise<Outcome> {
  const words = [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
  return run(['import', ...words, '-j', 'j'], { files: { ...journalFiles, ...files } });
}

/** The files of a world after a run, to run on from there. */
const after = ({ files }: Outcome): Files => Object.fromEntries(files);
const fileIn = ({ files }: Outcome, name: string) => String(files.get(`/desk/j/imports/${name}.csv`));
const firstLine = (text: string) => text.split('\n')[0];

interface Sample {
  readonly line: string;
  readonly file: string;
  readonly into: string;
  /** What the first import says. */
  readonly says: string;
  /** An edit of the source that tells a row otherwise, and what the import says of it. */
  readonly changed?: readonly [from: string, to: string, says: string];
  /** A line added to the source, and where its row comes in. */
  readonly late?: readonly [after: string, line: string, row: string];
}

const samples: readonly Sample[] = [
  {
    line: 'linkedin linkedin-connections.csv',
    file: 'linkedin-connections.csv',
    into: 'linkedin',
    says: 'new 3, known 0, late 0, changed 0, skipped 1 (1 no name)',
    changed: [
      'Petit Plomberie',
      'Petit & Fils',
      'linkedin:connection/paulpetit: company "Petit Plomberie" is now "Petit & Fils"',
    ],
    late: [
      '02 Sep 2026\n',
      'Ana,Silva,https://www.linkedin.com/in/anasilva,,,,01 Sep 2026\n',
      'contact,2026-09-01,linkedin,,,,,,Ana Silva,,,,,linkedin:connection/anasilva,,',
    ],
  },
  {
    line: 'linkedin linkedin-connections-fr.csv',
    file: 'linkedin-connections-fr.csv',
    into: 'linkedin',
    says: 'new 2, known 0, late 0, changed 0, skipped 0',
    changed: ['Consultante', 'Directrice', 'position "Consultante" is now "Directrice"'],
    late: [
      '3 août 2026\n',
      'Ana,Silva,https://www.linkedin.com/in/anasilva,,,,9 déc. 2025\n',
      'contact,2025-12-09,linkedin,,,,,,Ana Silva,,,,,linkedin:connection/anasilva,,',
    ],
  },
  {
    line: 'linkedin linkedin-invitations.csv',
    file: 'linkedin-invitations.csv',
    into: 'linkedin',
    says: 'new 2, known 0, late 0, changed 0, skipped 1 (1 received, not sent)',
    changed: ['Eve Martin,Tom Weiss', 'Eve Martin,Thomas Weiss', 'contact "Tom Weiss" is now "Thomas Weiss"'],
    late: [
      '/karimbenali\n',
      'Eve Martin,Ana Silva,"9/1/26, 8:00 AM",,OUTGOING,x,y\n',
      'approach,2026-09-01,linkedin,,,,,,Ana Silva',
    ],
  },
  {
    line: 'linkedin linkedin-messages.csv',
    file: 'linkedin-messages.csv',
    into: 'linkedin',
    says: 'new 2, known 0, late 0, changed 0, skipped 2 (1 received, not sent, 1 spam, drafts or trash)',
    changed: [
      'Hello Tom,INBOX\n',
      'Hello Tom,INBOX\n2-d4==,,Eve Martin,,Ana Silva,,2026-09-26 11:00:00 UTC,,Hi,INBOX\n',
      'met "2" is now "3"',
    ],
    late: [
      'Hello Tom,INBOX\n',
      '2-d4==,,Eve Martin,,Ana Silva,,2026-09-01 11:00:00 UTC,,Hi,INBOX\n',
      'activity,2026-09-01,linkedin,LinkedIn messages,messages,online,,1',
    ],
  },
  {
    line: 'ga4 ga4-en.csv',
    file: 'ga4-en.csv',
    into: 'ga4',
    says: 'new 3, known 0, late 0, changed 0, skipped 3 (3 neither direct nor from a network)',
    changed: ['Direct,412', 'Direct,415', 'ga4:channel/2026-05-01/direct: count "412" is now "415"'],
  },
  {
    line: 'ga4 ga4-de.csv',
    file: 'ga4-de.csv',
    into: 'ga4',
    says: 'new 2, known 0, late 0, changed 0, skipped 0',
    changed: ['Organic Social,44', 'Organic Social,45', 'count "44" is now "45"'],
  },
  {
    line: 'ga4 ga4-fr.csv',
    file: 'ga4-fr.csv',
    into: 'ga4',
    says: 'new 3, known 0, late 0, changed 0, skipped 1 (1 neither direct nor from a network)',
    changed: ['"1 012"', '"1 014"', 'ga4:channel/2026-04-01/direct: count "1012" is now "1014"'],
    late: [
      '420\n',
      'Organic Social,202604,40,10\n',
      'visits,2026-04-30,,organic social,40,ga4:channel/2026-04-01/organic social,,',
    ],
  },
  {
    line: 'palms palms-slips.csv --me "Eve Martin"',
    file: 'palms-slips.csv',
    into: 'palms',
    says: 'new 4, known 0, late 0, changed 0, skipped 4 (1 TYFCB that you brought to others, 1 the same one-to-one told by both, 1 visitors, education and testimonials, 1 slips of others)',
    changed: ['"1,850.00"', '"1,950.00"', 'amount "1850" is now "1950"'],
  },
  {
    line: 'palms palms-summary.csv --me "Eve Martin"',
    file: 'palms-summary.csv',
    into: 'palms',
    says: 'new 10, known 0, late 0, changed 0, skipped 0',
  },
  {
    line: 'palms palms-summary.xls --me "Eve Martin"',
    file: 'palms-summary.xls',
    into: 'palms',
    says: 'new 10, known 0, late 0, changed 0, skipped 0',
  },
  {
    line: 'palms palms-slips.xls --me "Eve Martin" --date 2026-09-23',
    file: 'palms-slips.xls',
    into: 'palms',
    says: 'new 2, known 0, late 0, changed 0, skipped 0',
    changed: ['36.0', '36.5', 'amount "36" is now "36.50"'],
  },
  {
    line: 'palms palms-attendance.csv --me "Eve Martin"',
    file: 'palms-attendance.csv',
    into: 'palms',
    says: 'new 4, known 0, late 0, changed 0, skipped 0',
    changed: [
      'Eve,Martin,,P,S',
      'Eve,Martin,,P,A',
      'palms:meeting/2026-09-10: attendance "substitute" is now "absent"',
    ],
  },
  {
    line: 'hubspot hubspot.csv',
    file: 'hubspot.csv',
    into: 'hubspot',
    says: 'new 2, known 0, late 0, changed 0, skipped 2 (2 not won)',
    changed: ['"1200.5"', '"1300.5"', 'hubspot:deal/9001: amount "1200.50" is now "1300.50"'],
    late: [
      '"Dupont SARL"\n',
      '"9000","Logo","Closed Won","50","2026-03-01 09:30","","","","Roux"\n',
      'sale,2026-03-01,,50,,Roux,hubspot:deal/9000,,Logo',
    ],
  },
  {
    line: 'pipedrive pipedrive.csv',
    file: 'pipedrive.csv',
    into: 'pipedrive',
    says: 'new 2, known 0, late 0, changed 0, skipped 2 (2 not won)',
    changed: ['2500,EUR', '2600,EUR', 'pipedrive:deal/41: amount "2500 EUR" is now "2600 EUR"'],
    late: [
      'Tom Weiss\n',
      '40,Menu,70,EUR,Won,2026-07-01 08:00:00,,,2026-06-01 08:00:00,Roux,\n',
      'sale,2026-07-01,,70 EUR,,Roux,pipedrive:deal/40,,Menu',
    ],
  },
  {
    line: 'csv invoices.csv --rules invoices-rules.yaml',
    file: 'invoices.csv',
    into: 'invoices',
    says: 'new 2, known 0, late 0, changed 0, skipped 2 (1 no date: "29.02.2026", 1 by a rule)',
    changed: ['1.200,50', '1.200,60', 'invoices:row/R-1: amount "1200.50" is now "1200.60"'],
    late: [
      'bezahlt;\n',
      'R-0;12.01.2026;Roux;5,00;bezahlt;\n',
      'sale,2026-01-12,,5,Roux,invoices:row/R-0,invoice,',
    ],
  },
  {
    line: 'ics calendar.ics --me "Eve Martin"',
    file: 'calendar.ics',
    into: 'ics',
    says: 'new 9, known 0, late 0, changed 0, skipped 4 (2 cancelled, 1 outside the days, 1 no group: give --group, or a rule)',
    changed: [
      '20260925T093000',
      '20260925T100000',
      'ics:event/bni-weekly@moreau.example/2026-09-24T07:00: time "2h" is now "2h30m"',
    ],
    late: [
      'BEGIN:VEVENT\r\nUID:dentist',
      'BEGIN:VEVENT\r\nUID:tea\r\nDTSTART;TZID=Europe/Paris:20260905T100000\r\nDTEND;TZID=Europe/Paris:20260905T110000\r\nSUMMARY:Tea\r\nCATEGORIES:bni\r\nEND:VEVENT\r\n',
      'activity,2026-09-05,bni,Tea,,,1h,,,,,ics:event/tea,,',
    ],
  },
];

describe.each(samples)('import $file', ({ line, file, into, says, changed, late }) => {
  const given: Files = {
    [`/desk/${file}`]: sample(file),
    'invoices-rules.yaml': sampleText('invoices-rules.yaml'),
  };
  const first = () => importing(line, given);
  const again = (source: Uint8Array | string, made: Files, more = '') =>
    importing(`${line}${more}`, { ...given, ...made, [`/desk/${file}`]: source }, {});

  test('says what was new, and gives a sound file in canonical form', async () => {
    const outcome = await first();
    expect({ code: outcome.code, first: firstLine(outcome.stdout) }).toEqual({
      code: 0,
      first: `j/imports/${into}.csv: ${says}`,
    });
    for (const args of [
      ['check', '--strict', '-j', 'j'],
      ['fmt', '--check', '-j', 'j'],
    ])
      expect(await run(args, { files: after(outcome) })).toMatchObject({ code: 0, stderr: '' });
  });

  test('a second time changes no byte', async () => {
    const one = await first();
    const two = await again(sample(file), after(one));
    expect(fileIn(two, into)).toBe(fileIn(one, into));
    const count = Number(/new (\d+)/.exec(one.stdout)?.[1]);
    expect(two.stdout).toContain(`new 0, known ${count}, late 0, changed 0`);
  });

  if (changed)
    test('a changed row is told and kept, or taken over with --update', async () => {
      const one = await first();
      const source = sampleText(file).replace(changed[0], changed[1]);
      expect(source).not.toBe(sampleText(file));
      const two = await again(source, after(one));
      expect(two.stdout).toContain('changed 1');
      expect(two.stdout).toContain(changed[2]);
      expect(fileIn(two, into)).toBe(fileIn(one, into));
      const three = await again(source, after(two), ' --update');
      const [lines, before] = [fileIn(three, into).split('\n'), fileIn(one, into).split('\n')];
      expect(lines.filter((each) => !before.includes(each))).toHaveLength(1);
      expect(lines).toHaveLength(before.length);
      expect((await again(source, after(three))).stdout).toContain('changed 0');
    });

  if (late)
    test('a late row is added in its place and touches no other', async () => {
      const one = await first();
      const [where, what, row] = late;
      const source = sampleText(file).replace(where, file.endsWith('.ics') ? what + where : where + what);
      const two = await again(source, after(one));
      expect(firstLine(two.stdout)).toContain('new 0,');
      expect(firstLine(two.stdout)).toContain('late 1, changed 0');
      const lines = fileIn(two, into).split('\n');
      const at = lines.findIndex((each) => each.startsWith(row));
      expect(at).toBeGreaterThan(0);
      expect(lines.toSpliced(at, 1).join('\n')).toBe(fileIn(one, into));
      const dates = lines.slice(1, -1).map((each) => /\d{4}-\d\d-\d\d/.exec(each)?.[0] ?? '');
      expect(dates).toEqual([...dates].sort());
    });
});

describe('what an import makes of its source', () => {
  test('LinkedIn: names, companies with quotes, nothing of addresses and messages', async () => {
    const one = await importing('linkedin c.csv', { 'c.csv': sample('linkedin-connections.csv') });
    expect(fileIn(one, 'linkedin')).toBe(
      [
        'type,date,group,title,kind,mode,time,met,contact,roles,company,position,channel,id,tags,note',
        "contact,2024-03-15,linkedin,,,,,,Zoë Krüger 🚀,,'=SUM Consulting,Head of Sales | DACH,,linkedin:connection/44ddbf3d2af5,,",
        'contact,2026-09-02,linkedin,,,,,,Paul Petit,,Petit Plomberie,"Gérant ""terrain""",,linkedin:connection/paulpetit,,',
        'contact,2026-09-15,linkedin,,,,,,Claire Martin,,"Martin, Roche & Associés",Avocate,,linkedin:connection/claire-martin-lyon,,',
        '',
      ].join('\n'),
    );
    const two = await importing('linkedin m.csv', { 'm.csv': sample('linkedin-messages.csv') });
    expect(fileIn(two, 'linkedin')).not.toMatch(/Hello|Bonjour|jeudi/);
  });

  test('PALMS: what one brought to others is no sale of one’s own', async () => {
    const one = await importing('palms s.csv --me "eve martin"', { 's.csv': sample('palms-slips.csv') });
    expect(one.stderr).toContain('only what has you under "To" is a sale of yours');
    const report = await run(
      [
        'report',
        '-j',
        'j',
        '--format',
        'csv',
        '--columns',
        'received,given,sales,revenue,met',
        '--period',
        'all',
        '-g',
        'bni',
      ],
      { files: after(one) },
    );
    expect(report.stdout).toBe('group,received,given,sales,revenue,met\nbni,1,1,1,1850,1\n');
  });

  test.each([
    [',', '3400.00'],
    [';', '3400,00'],
    [';', '3400'],
  ])('an amount that a spreadsheet wrote otherwise is the same (%s %s)', async (delimiter, amount) => {
    const one = await importing('hubspot h.csv', { 'h.csv': sample('hubspot.csv') });
    const kept = fileIn(one, 'hubspot');
    expect(kept).toContain(',3400');
    const saved = kept
      .replace(/,3400(?=[,\n ])/, `,@`)
      .replaceAll(',', delimiter)
      .replace('@', amount);
    const files = { ...after(one), 'j/imports/hubspot.csv': saved };
    const two = await importing('hubspot h.csv', { 'h.csv': sample('hubspot.csv') }, files);
    expect(two.stdout).not.toContain(`amount "${amount}"`);
    const other = { ...files, 'j/imports/hubspot.csv': saved.replace(amount, amount.replace('34', '35')) };
    const told = await importing('hubspot h.csv', { 'h.csv': sample('hubspot.csv') }, other);
    expect(told.stdout).toContain(`amount "${amount.replace('34', '35')}" is now "3400"`);
  });

  test('PALMS: the summary counts, and its TYFCB is told and not imported', async () => {
    const one = await importing('palms s.csv --me "Eve Martin"', { 's.csv': sample('palms-summary.csv') });
    expect(one.stderr).toContain('TYFCB 1850 on your row is business that you brought to others');
    const columns = 'activities,received,given,sales,revenue';
    const report = await run(
      ['report', '-j', 'j', '--format', 'csv', '--columns', columns, '--period', 'all', '-g', 'bni'],
      { files: after(one) },
    );
    expect(report.stdout).toBe(`group,${columns}\nbni,6,1,3,0,0\n`);
  });

  test('PALMS: the same days by another report are not counted twice', async () => {
    const given = {
      's.csv': sample('palms-slips.csv'),
      'p.csv': sample('palms-summary.csv'),
      'a.csv': sample('palms-attendance.csv'),
    };
    const one = await importing('palms s.csv --me "Eve Martin"', given);
    const two = await importing('palms p.csv --me "Eve Martin"', after(one), {});
    expect(two.stdout).toContain(
      'new 4, known 0, late 0, changed 0, skipped 6 (6 days already imported from another report)',
    );
    const three = await importing('palms a.csv --me "Eve Martin"', after(two), {});
    expect(three.stdout).toContain('new 0, known 0, late 0, changed 0, skipped 4 (4 days already');
  });

  test('PALMS: the XML that is called .xls says the same as the CSV', async () => {
    const csv = await importing('palms p --me "Eve Martin"', { p: sample('palms-summary.csv') });
    const xml = await importing('palms p --me "Eve Martin"', { p: sample('palms-summary.xls') });
    expect(fileIn(xml, 'palms').replaceAll('excused', 'substitute').replaceAll('/M/', '/S/')).toBe(
      fileIn(csv, 'palms'),
    );
  });

  test('PALMS: attendance has the year of its report', async () => {
    const one = await importing('palms a.csv --me "Eve Martin"', { 'a.csv': sample('palms-attendance.csv') });
    expect(fileIn(one, 'palms').match(/2026-09-\d\d,bni,BNI,meeting,,,\w+/g)).toEqual([
      '2026-09-03,bni,BNI,meeting,,,present',
      '2026-09-10,bni,BNI,meeting,,,substitute',
      '2026-09-17,bni,BNI,meeting,,,late',
      '2026-09-24,bni,BNI,meeting,,,excused',
    ]);
  });

  test('GA4 by source: networks of all their hosts, a group’s own sources, no search', async () => {
    const one = await importing('ga4 g.csv', { 'g.csv': sample('ga4-source.csv') });
    expect(fileIn(one, 'ga4').match(/visits,.*?,\d+/g)).toEqual([
      'visits,2026-06-30,,chamber.example,14',
      'visits,2026-06-30,,direct,250',
      'visits,2026-06-30,,facebook,6',
      'visits,2026-06-30,,linkedin,40',
    ]);
    const channels = sampleText('ga4-en.csv').replace('20260501', '20260601').replace('20260531', '20260630');
    const two = await importing('ga4 g.csv', { ...after(one), '/desk/g.csv': channels }, {});
    expect(two.stdout).toContain('3 days already imported from another report');
  });

  test('GA4: a comparison’s other period is left out; a long report without months is told', async () => {
    const one = await importing('ga4 g.csv', {
      'g.csv':
        '# Start date: 20260101\n# End date: 20260331\nSession default channel group,Date range,Sessions\nDirect,"Jan 1 - Mar 31, 2026",9\nDirect,"Jan 1 - Mar 31, 2025",7\n',
    });
    expect(one.stdout).toContain('new 1, known 0, late 0, changed 0, skipped 1 (1 the period compared with)');
    expect(one.stderr).toContain('the visits count on 2026-03-31');
  });

  test('calendar: recurrences, moved, left out and cancelled ones; who came; what is online', async () => {
    const one = await importing('ics c.ics --me "Eve Martin"', { 'c.ics': sample('calendar.ics') });
    expect(fileIn(one, 'ics').match(/activity,.*?,ics:\S+?(?=,,)/g)).toEqual([
      'activity,2026-06-17,bni,"Salon des entrepreneurs; stand 12, ""hall B""",,,,,,,,ics:event/fair@moreau.example',
      ...['03', '10'].map(
        (d) =>
          `activity,2026-09-${d},bni,BNI petit-déjeuner,,,1h45m,,,,,ics:event/bni-weekly@moreau.example/2026-09-${d}T07:00`,
      ),
      'activity,2026-09-10,fbc,Soirée club,,online,1h30m,,,,Claire Martin|,ics:event/late@moreau.example',
      'activity,2026-09-25,bni,BNI petit-déjeuner (délocalisé),,,2h,,,,,ics:event/bni-weekly@moreau.example/2026-09-24T07:00',
      ...['08', '15', '22', '29'].map(
        (d) =>
          `activity,2026-10-${d},bni,BNI petit-déjeuner,,,1h45m,,,,,ics:event/bni-weekly@moreau.example/2026-10-${d}T07:00`,
      ),
    ]);
    const narrow = await importing('ics c.ics --from 2026-10-10 --to 2026-10-20', {
      'c.ics': sample('calendar.ics'),
    });
    expect(fileIn(narrow, 'ics').match(/activity,\S+?,/g)).toEqual(['activity,2026-10-15,']);
  });

  test('calendar: UTC is told in the calendar’s zone, an endless series stops, a cancelled event is told', async () => {
    const event = (lines: string) => `BEGIN:VEVENT\nUID:u1\nSUMMARY:Dinner\n${lines}\nEND:VEVENT\n`;
    const calendar = (body: string) =>
      `BEGIN:VCALENDAR\nX-WR-CALNAME:bni\nX-WR-TIMEZONE:America/New_York\n${body}END:VCALENDAR\n`;
    const utc = calendar(event('DTSTART:20260910T003000Z\nDURATION:PT2H'));
    const one = await importing('ics c.ics', { 'c.ics': utc });
    expect(fileIn(one, 'ics')).toContain('activity,2026-09-09,bni,Dinner,,,2h,');
    const cancelled = calendar(event('DTSTART:20260910T003000Z\nDURATION:PT2H\nSTATUS:CANCELLED'));
    const two = await importing('ics c.ics', { ...after(one), '/desk/c.ics': cancelled }, {});
    expect(two.stdout).toContain(
      'changed 1, skipped 1 (1 cancelled)\n  ics:event/u1: taken back by the source',
    );
    const three = await importing('ics c.ics --update', after(two), {});
    expect(fileIn(three, 'ics').split('\n')).toHaveLength(2);
    const endless = calendar(event('DTSTART:20200101T120000Z\nDURATION:PT1H\nRRULE:FREQ=DAILY'));
    const four = await importing('ics c.ics --to 2026-01-10 --from 2026-01-01', { 'c.ics': endless });
    expect(four.stdout).toContain('new 10,');
  });

  test('HubSpot: a stage of one’s own is won by a rule', async () => {
    const source = sampleText('hubspot.csv').replaceAll('Closed Won', 'Signé');
    const one = await importing('hubspot h.csv', { 'h.csv': source });
    expect(one).toMatchObject({ code: 2, stdout: '' });
    expect(one.stderr).toContain('is at a stage known as won: Signé, Closed Lost, Presentation Scheduled');
    const two = await importing('hubspot h.csv --rules r.yaml -g fbc', {
      'h.csv': source,
      'r.yaml': 'won: [signé]',
    });
    expect(fileIn(two, 'hubspot')).toContain(
      'sale,2026-02-01,fbc,1200.50,,Dupont SARL,hubspot:deal/9001,,Site Dupont',
    );
  });

  test('a deal that is won no more is told', async () => {
    const one = await importing('pipedrive p.csv', { 'p.csv': sample('pipedrive.csv') });
    const lost = sampleText('pipedrive.csv').replace('EUR,Won,2026-06-30 14:00:01', 'EUR,Lost,');
    const two = await importing('pipedrive p.csv', { ...after(one), '/desk/p.csv': lost }, {});
    expect(two.stdout).toContain('pipedrive:deal/41: taken back by the source');
  });

  test('rules: defaults, and groups by what the row says', async () => {
    const rules =
      'defaults: { time: 1h30m, time.travel: 40m }\nif:\n  - { match: { kind: meeting, "Sep 10": S }, set: { group: fbc } }\n';
    const one = await importing('palms a.csv --me "Eve Martin" --rules r.yaml', {
      'a.csv': sample('palms-attendance.csv'),
      'r.yaml': rules,
    });
    expect(fileIn(one, 'palms')).toContain('activity,2026-09-03,fbc,BNI,meeting,1h30m,40m,,present');
  });
});

describe('the file it writes', () => {
  test('a report of earlier days comes in before, line by line', async () => {
    const one = await importing('ga4 en.csv', {
      'en.csv': sample('ga4-en.csv'),
      'de.csv': sample('ga4-de.csv'),
    });
    const two = await importing('ga4 de.csv', after(one), {});
    expect(two.stdout).toContain('new 0, known 0, late 2, changed 0');
    const [header, ...rows] = fileIn(one, 'ga4').split('\n');
    expect(fileIn(two, 'ga4').split('\n')).toEqual([
      header,
      'visits,2026-04-30,,direct,300,ga4:channel/2026-04-01/direct,,',
      'visits,2026-04-30,,organic social,44,ga4:channel/2026-04-01/organic social,,',
      ...rows,
    ]);
    const earlier = sampleText('palms-slips.csv').replace('30/09/2026', '23/09/2026');
    const three = await importing('palms a.csv --me "Eve Martin"', { 'a.csv': sample('palms-slips.csv') });
    const four = await importing(
      'palms a.csv --me "Eve Martin"',
      { ...after(three), '/desk/a.csv': earlier },
      {},
    );
    expect(four.stdout).toContain('new 0, known 0, late 4, changed 0');
  });

  test('lines of the user’s own making, other delimiters and line ends stay', async () => {
    const one = await importing('pipedrive p.csv', { 'p.csv': sample('pipedrive.csv') });
    const mine =
      '\ufeffdate;type;id;amount;customer;member\r\n2026-06-30;sale;pipedrive:deal/41;2500,00 EUR;Weiss GmbH;eve\r\n';
    const two = await importing(
      'pipedrive p.csv',
      { ...after(one), '/desk/j/imports/pipedrive.csv': mine },
      {},
    );
    expect(two.stdout).toContain('new 1, known 0, late 0, changed 1');
    expect(fileIn(two, 'pipedrive')).toBe(
      '\ufeffdate;type;id;amount;customer;member;note\r\n2026-06-30;sale;pipedrive:deal/41;2500,00 EUR;Weiss GmbH;eve;\r\n2026-07-14;sale;pipedrive:deal/43;99.90 EUR;Karim Benali;;Maintenance\r\n',
    );
  });

  test('--dry-run shows the diff and writes nothing', async () => {
    const dry = await importing('pipedrive p.csv --dry-run', { 'p.csv': sample('pipedrive.csv') });
    expect(dry.files.has('/desk/j/imports/pipedrive.csv')).toBe(false);
    expect(dry.stdout).toMatch(
      /^--- \/dev\/null\n\+\+\+ j\/imports\/pipedrive.csv\n@@ .* @@\n\+type,date,.*\n(\+sale,.*\n){2}j\/imports\/pipedrive.csv: new 2/,
    );
  });

  test('in French', async () => {
    const one = await importing('linkedin c.csv --lang fr', {
      'c.csv': sample('linkedin-connections-fr.csv'),
    });
    expect(one.stdout).toBe(
      'j/imports/linkedin.csv : nouvelles 2, connues 0, tardives 0, modifiées 0, laissées 0\n',
    );
  });

  test('a journal that is one file has no folder for imports', async () => {
    const given = { 'p.csv': sample('pipedrive.csv'), 'mine.yaml': settings };
    const one = await run(['import', 'pipedrive', 'p.csv', '-j', 'mine.yaml'], { files: given });
    expect(one).toMatchObject({
      code: 2,
      stdout: '',
      stderr:
        'netroi: an import has a file of its own in a journal’s folder, and "mine.yaml" is no folder\n        name the file: --file pipedrive.csv\n',
    });
    const two = await run(['import', 'pipedrive', 'p.csv', '-j', 'mine.yaml', '--file', 'deals.csv'], {
      files: given,
    });
    expect(two).toMatchObject({
      code: 0,
      stdout: 'deals.csv: new 2, known 0, late 0, changed 0, skipped 2 (2 not won)\n',
    });
    expect(two.stderr).toContain('read it too with -j deals.csv');
    expect(two.files.has('/desk/deals.csv')).toBe(true);
  });

  test('what the journal cannot take is not written', async () => {
    const one = await importing('pipedrive p.csv', {
      'p.csv': sampleText('pipedrive.csv').replaceAll('EUR', 'CHF'),
    });
    expect(one).toMatchObject({ code: 1, stdout: '' });
    expect(one.stderr).toContain('error[missing-price]');
    expect(one.files.has('/desk/j/imports/pipedrive.csv')).toBe(false);
    const two = await importing('pipedrive p.csv -g bnj', { 'p.csv': sample('pipedrive.csv') });
    expect(two).toMatchObject({
      code: 1,
      stdout: '',
      stderr: 'netroi: no group "bnj" is declared\n        did you mean "bni"?\n',
    });
  });
});

/** What each source says of a file that is another's. */
const strangers = {
  linkedin: /none of LinkedIn’s files that netroi knows\n +import Connections\.csv/,
  ga4: /no report of Google Analytics 4 with a column of sessions\n/,
  ics: /no iCalendar file\n +export the calendar as \.ics/,
  palms: /none of BNI’s reports that netroi knows\n +export the slips audit/,
  hubspot: /no export of HubSpot’s deals: it needs Deal Name, Amount and Close Date/,
  pipedrive: /no export of Pipedrive’s deals: it needs Deal - Title, Deal - Value/,
  'csv --rules invoices-rules.yaml': /no header row with all the columns of the rules/,
  csv: /csv needs rules/,
} as const;
const ownerOf = (name: string) =>
  Object.entries({ calendar: 'ics', invoices: 'csv' }).find(([start]) => name.startsWith(start))?.[1] ??
  name.split(/[-.]/)[0];

describe.each(Object.entries(strangers))('import %s of another source’s file', (line, says) => {
  const others = fs
    .readdirSync(folder)
    .filter((name) => !name.endsWith('.yaml') && (line === 'csv' || ownerOf(name) !== line.split(' ')[0]));
  test.each(others)('%s', async (name) => {
    const words = `${line.replace(/ .*/, '')} ${name} --me "Eve Martin"${line.replace(/^\S+/, '')}`;
    const given = { [name]: sample(name), 'invoices-rules.yaml': sampleText('invoices-rules.yaml') };
    const one = await importing(words, given);
    expect(one.stderr).toMatch(says);
    expect(one).toMatchObject({ code: 2, stdout: '' });
  });
});

describe('what is no such file is told in a sentence, with the way out', () => {
  const zip = Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0, 0, 0]);
  test.each<[line: string, content: string | Uint8Array, says: RegExp]>([
    ['linkedin f', zip, /"f" is a zip archive\n +unpack it/],
    [
      'palms f',
      Buffer.concat([zip, Buffer.from('xl/workbook.xml')]),
      /"f" is an Excel workbook\n +save it as "CSV UTF-8"/,
    ],
    ['hubspot f', Uint8Array.from([1, 0, 2, 0]), /"f" is not a text file/],
    ['hubspot f', Uint8Array.from([0x41, 0xe9, 0x0a]), /"f" is not in UTF-8\n +save it as/],
    ['ga4 f', ' \n', /"f" is empty\n +export it again/],
    [
      'linkedin f',
      'Deal - ID,Deal - Title\n1,x\n',
      /"f" is none of LinkedIn’s files that netroi knows\n +import Connections.csv/,
    ],
    ['linkedin f', '{"a": "b"}', /none of LinkedIn’s files/],
    [
      'linkedin f',
      'First Name,Last Name,Connected On\na,"b" c,15 Mar 2024\n',
      /the quotes of "f" do not fit together/,
    ],
    ['ga4 f', 'a,b\n1,2\n', /no report of Google Analytics 4/],
    [
      'ga4 f',
      'Date,Sessions\n20260501,9\n',
      /"f" has no column that says where the sessions came from\n +export it with the channel group or the source/,
    ],
    ['ga4 f', 'Date,Sessions,Engaged sessions\n20260501,9,7\n', /no column that says where/],
    [
      'palms f --me "A B"',
      'From,To,Slip Type\nA B,"C" D,Referral\n',
      /the quotes of "f" do not fit together near line 2/,
    ],
    ['hubspot f', 'Deal Name,Amount,Close Date\n"a" b,1,2026-04-03\n', /the quotes of "f" do not fit/],
    ['linkedin ""', 'x', /import needs a file, not ""\n +give the path of the file that was exported/],
    ['csv f --rules nope', 'x', /no file at "nope"\n +give the path of your file of rules/],
    ['csv f --rules j', 'x', /"j" is a folder\n +give the path of your file of rules/],
    [
      'ga4 f',
      'Default channel group,Sessions\nDirect,2\n',
      /does not say its days\n +give its last day: --date/,
    ],
    ['ics f', 'First Name,Last Name\n', /"f" is no iCalendar file\n/],
    ['ics f', 'BEGIN:VCALENDAR\nBEGIN:VEVENT\nfoo\nEND:VCALENDAR\n', /no sound iCalendar file/],
    [
      'palms f',
      'From,To,Slip Type\nA B,C D,Referral\n',
      /which member in "f" are you\?\n +give your name as BNI has it: --me "First Last" \(such as A B, C D\)/,
    ],
    [
      'palms f --me "A C"',
      'From,To,Slip Type\nA B,C D,Referral\n',
      /has no member "A C"\n +did you mean "A B"/,
    ],
    [
      'palms f --me "A B"',
      'From,To,Slip Type\nA B,C D,Referral\n',
      /does not say its day\n +give the day of the meeting: --date/,
    ],
    ['palms f', 'x,y\n', /none of BNI’s reports/],
    ['pipedrive f', 'x,y\n', /no export of Pipedrive’s deals/],
    [
      'hubspot f',
      'Deal Name,Deal Stage,Amount,Close Date\na,Closed Won,1,03/04/2026\n',
      /read two ways: day or month first/,
    ],
    [
      'hubspot f',
      'Deal Name,Deal Stage,Amount,Close Date\na,Closed Won,"1,200",2026-04-03\n',
      /is 1,200 over a thousand/,
    ],
    ['csv f', 'x,y\n', /csv needs rules/],
    ['csv f --rules r', 'x,y\n', /no header row with all the columns of the rules: Datum missing/],
    ['linkedn f', 'x', /no source is called "linkedn"\n +did you mean "linkedin"/],
    ['linkedin nofile', 'x', /no file at "nofile"/],
    ['linkedin j', 'x', /"j" is a folder/],
  ])('%s', async (line, content, says) => {
    const one = await importing(line, { f: content, r: 'columns: { Datum: date }\ntype: sale\n' });
    expect(one.stderr).toMatch(says);
    expect(one).toMatchObject({ code: 2, stdout: '' });
  });

  test.each([
    ['colums: { a: date }', /no key "colums"\n +did you mean "columns"/],
    ['columns: { a: dat }', /set "dat", which no entry has\n +did you mean "date"/],
    ['type: sael', /name a type "sael", which no entry has\n +did you mean "sale"/],
    ['defaults: { type: xyz }', /name a type "xyz"/],
    ['columns: [a]', /"columns" in "r" is no mapping/],
    ['date: YYYY', /no date format "YYYY"/],
    ['skip: [a]', /"skip" in "r" is no list/],
    ['a: [', /no sound YAML/],
    ['- a', /no mapping/],
  ])('rules %s', async (rules, says) => {
    const one = await importing('csv f --rules r', { f: 'a,b\n', r: rules });
    expect(one.stderr).toMatch(says);
    expect(one.code).toBe(2);
  });
});
