import type { Phrase } from '../../model/text.ts';

/** Where imports come from, with what is taken of each: all that help and completion need to know. */
// biome-ignore format: a source a line
export const sourceIds = [
  { id: 'linkedin', help: { en: 'Connections, Invitations, messages of your data export', fr: 'Connections, Invitations, messages de votre export' } },
  { id: 'ga4', help: { en: 'sessions by channel or source: visits', fr: 'sessions par canal ou source : visites' } },
  { id: 'ics', help: { en: 'a calendar: activities', fr: 'un agenda : activités' } },
  { id: 'palms', help: { en: 'BNI’s reports: slips audit, summary, attendance', fr: 'les rapports BNI : fiches, résumé, présence' } },
  { id: 'hubspot', help: { en: 'deals won: sales', fr: 'transactions gagnées : ventes' } },
  { id: 'pipedrive', help: { en: 'deals won: sales', fr: 'affaires gagnées : ventes' } },
  { id: 'csv', help: { en: 'any CSV file, by --rules', fr: 'tout fichier CSV, par --rules' } },
] as const satisfies readonly { id: string; help: Phrase }[];

export type SourceId = (typeof sourceIds)[number]['id'];
