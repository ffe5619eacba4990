import type { Network, Person } from '../measure/network.ts';
import type { Section } from '../model/report.ts';
import { type Phrase, text } from '../model/text.ts';
import { dormantColumns } from './contacts-columns.ts';
import { roleCell } from './survey-words.ts';

const mostShown = 12;
const monthDays = 30.4375;

/** Those who are worth a call: who referred first, then prescribers, then others; those only named are counted elsewhere. */
export function dormantSection({ people, day }: Network): Section[] {
  const worth = ({ referrals, roles, isContact }: Person) =>
    referrals > 0 ? 3 : roles.includes('prescriber') ? 2 : isContact ? 1 : 0;
  const silent = people
    .filter((person) => person.isDormant && worth(person) > 0)
    .sort((a, b) => worth(b) - worth(a) || b.referrals - a.referrals || a.last - b.last);
  if (silent.length === 0) return [];
  const more = silent.length - mostShown;
  return [
    {
      title: text(words.title),
      table: {
        columns: dormantColumns,
        rows: silent
          .slice(0, mostShown)
          .map(({ name, roles, company, referrals, last }) => [
            name,
            roles.map(roleCell),
            company ?? null,
            referrals,
            last,
            (day - last) / monthDays,
          ]),
      },
      ...(more > 0 ? { prose: [text(more === 1 ? words.oneMore : words.more, { more })] } : {}),
    },
  ];
}

const words = {
  title: {
    en: 'Dormant contacts, those who may bring most first',
    fr: 'Contacts dormants, d’abord ceux qui peuvent apporter le plus',
  },
  oneMore: { en: 'And 1 more.', fr: 'Et 1 autre.' },
  more: { en: 'And {more} more.', fr: 'Et {more} autres.' },
} satisfies Record<string, Phrase>;
