// Made-up journals, the same ones every time: a growing firm that goes to sixty groups for nearly five years.
import fs from 'node:fs';
import path from 'node:path';

const groups = Array.from({ length: 60 }, (_, i) => `group-${String(i + 1).padStart(2, '0')}`);
const kinds = ['referral-group', 'chamber', 'social', 'club', 'fair'];
const first = [
  'Claire',
  'Paul',
  'Ève',
  'José',
  'Anna',
  'Lukas',
  'Mia',
  'Noël',
  'Sofia',
  'Tom',
  'Zoë',
  'Karim',
];
const last = [
  'Martin',
  'Petit',
  'Lindgren',
  'Okafor',
  'Dupont',
  'Nguyen',
  'Rossi',
  'Weiß',
  'Silva',
  'Kowalski',
];
const titles = [
  'Thursday breakfast',
  'Lunch with the speaker',
  'Evening reception',
  'One-to-one',
  'Trade fair',
];

const columns = [
  ...[
    'type',
    'date',
    'group',
    'title',
    'time.event',
    'time.prep',
    'time.travel',
    'time.recovery',
    'cost',
    'met',
  ],
  ...['direction', 'contact', 'from', 'id', 'value', 'contacted', 'informed', 'referral', 'amount', 'until'],
  ...['source', 'count', 'kind', 'channel', 'what', 'to', 'due', 'tags', 'note'],
];

/** A folder with `rows` entries in one CSV file. Returns the file. */
export function writeCsvJournal(folder, rows) {
  writeSettings(folder);
  const file = path.join(folder, 'journal.csv');
  const lines = [columns.join(',')];
  for (const entry of entries(rows, '2022-01-01')) {
    lines.push(columns.map((column) => quoted(entry[column] ?? '')).join(','));
  }
  fs.writeFileSync(file, `${lines.join('\n')}\n`);
  return file;
}

/** A folder with `count` entries of this year in one YAML file. */
export function writeYamlJournal(folder, count) {
  writeSettings(folder);
  const texts = [...entries(count, '2026-01-01')].map((entry) => {
    const {
      'time.event': event,
      'time.prep': prep,
      'time.travel': travel,
      'time.recovery': recovery,
      ...rest
    } = entry;
    const time = Object.entries({ event, prep, travel, recovery }).filter(([, value]) => value);
    const fields = Object.entries(rest).map(([name, value]) => {
      const list = String(value).includes('|');
      return `  ${name}: ${list ? `[${value.replaceAll('|', ', ')}]` : value}\n`;
    });
    if (time.length > 0)
      fields.push(`  time: { ${time.map(([name, value]) => `${name}: ${value}`).join(', ')} }\n`);
    return `- ${fields.join('').trimStart()}`;
  });
  fs.writeFileSync(path.join(folder, '2026.yaml'), texts.join(''));
}

function writeSettings(folder) {
  fs.mkdirSync(folder, { recursive: true });
  const declared = groups.map(
    (group, i) =>
      `  ${group}: { name: Group ${i + 1}, kind: ${kinds[i % kinds.length]}, joined: 2021-01-15 }\n`,
  );
  fs.writeFileSync(
    path.join(folder, 'netroi.yaml'),
    `currency: EUR\nhourly-rate: 60\ngroups:\n${declared.join('')}`,
  );
}

/** Entries in date order, up to the end of October 2026. */
function* entries(count, from) {
  const random = generator(2026);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const person = () => `${pick(first)} ${pick(last)}`;
  const start = Date.parse(from) / 86_400_000;
  const days = Date.parse('2026-10-31') / 86_400_000 - start;
  let open;
  for (let i = 0; i < count; i++) {
    const day = start + Math.floor((i * days) / count);
    const later = (n) => dateOf(Math.min(day + n, start + days));
    const chance = random();
    const entry = { date: dateOf(day), group: groups[i % groups.length] };
    if (chance < 0.55) {
      const met = Array.from({ length: 1 + Math.floor(random() * 3) }, person).join('|');
      const time = {
        'time.event': pick(['2h', '1h30', '90m', '45']),
        'time.prep': '30m',
        'time.travel': '40m',
      };
      yield {
        type: 'activity',
        ...entry,
        title: pick(titles),
        ...time,
        cost: pick(['0', '15', '22.50']),
        met,
      };
    } else if (chance < 0.78) {
      const direction = random() < 0.6 ? 'received' : 'given';
      const id = `r${i}`;
      if (direction === 'received') open = { id, group: entry.group };
      const whose =
        direction === 'received'
          ? { from: person(), contacted: later(2), informed: later(9) }
          : { to: person() };
      yield { type: 'referral', ...entry, direction, contact: person(), id, value: '900', ...whose };
    } else if (chance < 0.86 && open) {
      const { id, group } = open;
      open = undefined;
      yield {
        type: 'sale',
        ...entry,
        group,
        referral: id,
        amount: `${300 + Math.floor(random() * 4000)}.50 EUR`,
      };
    } else if (chance < 0.9) {
      yield { type: 'cost', ...entry, amount: '120', until: dateOf(day + 364), note: 'fee, one year' };
    } else if (chance < 0.95) {
      yield {
        type: 'visits',
        ...entry,
        source: pick(['direct', 'linkedin']),
        count: 1 + Math.floor(random() * 40),
      };
    } else if (chance < 0.97) {
      yield { type: 'outcome', ...entry, kind: pick(['advice', 'need', 'supplier']), title: 'A hint' };
    } else if (chance < 0.99) {
      yield { type: 'approach', ...entry, contact: person(), channel: pick(['mail', 'phone']) };
    } else {
      yield { type: 'promise', ...entry, what: 'send the brochure', to: person(), due: dateOf(day + 10) };
    }
  }
}

const dateOf = (day) => new Date(day * 86_400_000).toISOString().slice(0, 10);
const quoted = (value) => (/[",\n]/.test(value) ? `"${String(value).replaceAll('"', '""')}"` : value);

/** Numbers from 0 up to 1, the same for the same seed (mulberry32). */
function generator(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
