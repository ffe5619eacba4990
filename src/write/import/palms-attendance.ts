import { civilOf, type Day, formatDay } from '../../model/day.ts';
import { foldName } from '../../model/names.ts';
import { inAll, type Phrase, text } from '../../model/text.ts';
import { dayFrom, monthOf } from './foreign-date.ts';
import { aboutOf, type Table } from './grid.ts';
import { fullName, palmsDay, palmsPeriod } from './palms-table.ts';
import type { ImportInput, ImportRow, Parsed } from './row.ts';

const attendance: Readonly<Record<string, string>> = {
  P: 'present',
  L: 'late',
  S: 'substitute',
  A: 'absent',
  M: 'excused',
};

interface MeetingColumn {
  readonly at: number;
  readonly day: (end: Day) => Day | undefined;
}

/** The columns that are a meeting's: `Sep 02`, or a whole date. */
export function attendanceDates({ header }: Table): MeetingColumn[] {
  return header.flatMap((cell, at) => {
    const whole = palmsDay(cell);
    if (whole !== undefined) return [{ at, day: () => whole }];
    const [, word, date, dateFirst, wordAfter] =
      /^(?:(\p{L}{3,})\.? (\d{1,2})|(\d{1,2})[ -](\p{L}{3,})\.?)$/u.exec(cell) ?? [];
    const month = monthOf(word ?? wordAfter ?? '');
    const ofMonth = date ?? dateFirst;
    return month > 0 && ofMonth ? [{ at, day: (end: Day) => lastBefore(end, month, ofMonth) }] : [];
  });
}

/** The newest such day up to the end of the report: its columns leave out the year. */
function lastBefore(end: Day, month: number, date: string): Day | undefined {
  const { year } = civilOf(end);
  // 29 February can lie four years back.
  for (let back = 0; back <= 4; back++) {
    const day = dayFrom(String(year - back), month, date);
    if (day !== undefined && day <= end) return day;
  }
  return undefined;
}

/** The attendance report: an activity a meeting. */
export function palmsAttendance(table: Table, me: string, input: ImportInput): Parsed {
  const { to } = palmsPeriod(table.above);
  const end = to ?? input.date ?? input.asOf;
  const row = table.rows.find((each) => foldName(fullName(table, each)) === foldName(me)) ?? [];
  const rows: ImportRow[] = [];
  const skipped: Phrase[] = [];
  const columns = attendanceDates(table);
  for (const { at, day } of columns) {
    const letter = (row[at] ?? '').toUpperCase();
    const held = day(end);
    if (letter === '' || letter === '-' || held === undefined) continue;
    const fields = attendance[letter];
    if (fields === undefined) skipped.push(inAll(text(words.letter, { letter })));
    else
      rows.push({
        stream: 'meeting',
        key: formatDay(held),
        about: aboutOf(table.header, row),
        fields: {
          type: 'activity',
          date: formatDay(held),
          kind: 'meeting',
          title: 'BNI',
          attendance: fields,
        },
      });
  }
  const meetings = new Set(columns.map(({ at }) => table.header[at]));
  return {
    rows,
    skipped,
    withdrawn: [],
    unread: table.unread.filter((name) => !meetings.has(name)),
    notes: [],
  };
}

const words = {
  letter: { en: 'no letter of PALMS: "{letter}"', fr: 'pas une lettre de PALMS : « {letter} »' },
} satisfies Record<string, Phrase>;
