import commandsEn from './en/commands.md';
import contactsEn from './en/contacts.md';
import errorsEn from './en/errors.md';
import journalEn from './en/journal.md';
import keepingEn from './en/keeping.md';
import metricsEn from './en/metrics.md';
import outcomesEn from './en/outcomes.md';
import periodsEn from './en/periods.md';
import practiceEn from './en/practice.md';
import scoreEn from './en/score.md';
import signalsEn from './en/signals.md';
import startEn from './en/start.md';
import summaryEn from './en/summary.md';
import surveyEn from './en/survey.md';
import teamEn from './en/team.md';
import commandsFr from './fr/commands.md';
import contactsFr from './fr/contacts.md';
import errorsFr from './fr/errors.md';
import journalFr from './fr/journal.md';
import keepingFr from './fr/keeping.md';
import metricsFr from './fr/metrics.md';
import outcomesFr from './fr/outcomes.md';
import periodsFr from './fr/periods.md';
import practiceFr from './fr/practice.md';
import scoreFr from './fr/score.md';
import signalsFr from './fr/signals.md';
import startFr from './fr/start.md';
import summaryFr from './fr/summary.md';
import surveyFr from './fr/survey.md';
import teamFr from './fr/team.md';

/** Every page of the manual, in reading order; one that a language misses does not build. */
export const pages = {
  start: { en: startEn, fr: startFr },
  journal: { en: journalEn, fr: journalFr },
  keeping: { en: keepingEn, fr: keepingFr },
  metrics: { en: metricsEn, fr: metricsFr },
  periods: { en: periodsEn, fr: periodsFr },
  signals: { en: signalsEn, fr: signalsFr },
  summary: { en: summaryEn, fr: summaryFr },
  outcomes: { en: outcomesEn, fr: outcomesFr },
  contacts: { en: contactsEn, fr: contactsFr },
  survey: { en: surveyEn, fr: surveyFr },
  practice: { en: practiceEn, fr: practiceFr },
  score: { en: scoreEn, fr: scoreFr },
  team: { en: teamEn, fr: teamFr },
  commands: { en: commandsEn, fr: commandsFr },
  errors: { en: errorsEn, fr: errorsFr },
} as const;
