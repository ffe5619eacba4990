import { leadRoles, type SurveyFindings, undeclaredIn } from '../measure/survey.ts';
import { roleNames, strangersIn } from '../measure/survey-people.ts';
import type { Ledger } from '../model/ledger.ts';
import { foldName, nearest } from '../model/names.ts';
import { type Countable, countPhrase, inAll, type Phrase, type Text, text } from '../model/text.ts';

/** How the figures of a survey come about, and what in its settings or answers may not be as it was meant. */
export function surveyNotes(findings: SurveyFindings, ledger: Ledger): Text[] {
  const { asOf } = ledger;
  const { survey, sent, respondents, replaced, early, notAsked, questions, idleRules } = findings;
  const isAhead = sent !== undefined && sent > asOf;
  return [
    ...(isAhead ? [text(words.ahead, { sent: { day: sent }, day: { day: asOf } })] : []),
    ...(survey.date === undefined && sent !== undefined ? [text(words.undated, { day: { day: sent } })] : []),
    ...(respondents.length > 0 ? [text(words.method)] : []),
    ...(questions.length > 0 ? [text(words.bases)] : []),
    ...(replaced > 0 ? [text(words.replaced, { replaced: countPhrase(replaced, words.earlier) })] : []),
    ...(notAsked.length > 0 ? [text(countPhrase(notAsked.length, words.unasked))] : []),
    ...(early > 0 ? [text(words.early, { early: countPhrase(early, words.before) })] : []),
    ...unknownRoles(survey['exclude-roles'] ?? []),
    ...strangersIn(ledger, survey).map(({ name, near }) =>
      text(near === undefined ? words.stranger : words.strangerNear, { name, near: near ?? '' }),
    ),
    ...undeclaredIn(ledger).map(({ key, count, near }) => {
      const hint = near === undefined ? text(words.declare) : text(words.near, { near });
      return text(countPhrase(count, words.undeclared), { key, hint: inAll(hint) });
    }),
    // Where nobody has answered, of course no answer meets a rule.
    ...(respondents.length + notAsked.length > 0 ? idleRules : []).map(({ setting, rule }) =>
      text(words.idle, { setting, question: rule.question, answer: rule.answer }),
    ),
    ...(questions.length > 0 && Object.values(leadRoles).every((setting) => survey[setting] === undefined)
      ? [text(words.noRules)]
      : []),
  ];
}

/** A word that is no role keeps nobody from being asked. */
function unknownRoles(excluded: readonly string[]): Text[] {
  const known = new Set(roleNames.map(foldName));
  return excluded
    .filter((word) => !known.has(foldName(word)))
    .map((word) => {
      const near = nearest(word, roleNames);
      const hint =
        near === undefined ? text(words.oneOf, { names: roleNames.join(', ') }) : text(words.near, { near });
      return text(words.noRole, { word, hint: inAll(hint) });
    });
}

const words = {
  ahead: {
    en: 'The survey is dated {sent}: on {day} it had not been sent.',
    fr: 'L’enquête est datée du {sent} : le {day}, elle n’était pas encore envoyée.',
  },
  undated: {
    en: 'The settings give the survey no date: that of the first answer, {day}, is taken for it.',
    fr: 'Les réglages ne datent pas l’enquête : la date de la première réponse, le {day}, en tient lieu.',
  },
  method: {
    en: '95% range: what the share may be in a network of which those who answered are a fair sample (Wilson); those who did not answer may think otherwise.',
    fr: 'À 95 % : ce que la part peut être dans un réseau dont les répondants seraient un échantillon fidèle (Wilson) ; ceux qui n’ont pas répondu pensent peut-être autrement.',
  },
  bases: {
    en: 'A share is of all who answered the survey, also of those who gave no answer to the question. A contact with several roles counts in each, as known when the survey was sent.',
    fr: 'Une part porte sur tous les répondants de l’enquête, y compris ceux qui n’ont pas répondu à la question. Un contact qui a plusieurs rôles compte dans chacun, tels que connus à l’envoi.',
  },
  replaced: {
    en: 'Of those who answered a question on several days the last answer counts ({replaced}).',
    fr: 'De qui a répondu à une question plusieurs jours, la dernière réponse compte ({replaced}).',
  },
  earlier: [
    { en: 'none replaced', fr: 'aucune remplacée' },
    { en: '{count} earlier one left out', fr: '{count} réponse antérieure écartée' },
    { en: '{count} earlier ones left out', fr: '{count} réponses antérieures écartées' },
  ],
  unasked: [
    { en: '', fr: '' },
    {
      en: '{count} person answered without being asked: counted apart.',
      fr: '{count} personne a répondu sans être interrogée : elle est comptée à part.',
    },
    {
      en: '{count} people answered without being asked: counted apart.',
      fr: '{count} personnes ont répondu sans être interrogées : elles sont comptées à part.',
    },
  ],
  early: {
    en: '{early} before the survey was sent: is its date right?',
    fr: '{early} avant l’envoi de l’enquête : sa date est-elle juste ?',
  },
  before: [
    { en: 'No answer is dated', fr: 'Aucune réponse n’est datée' },
    { en: '{count} answer is dated', fr: '{count} réponse est datée' },
    { en: '{count} answers are dated', fr: '{count} réponses sont datées' },
  ],
  noRole: {
    en: 'exclude-roles: "{word}" is no role and leaves nobody out; {hint}',
    fr: 'exclude-roles : « {word} » n’est pas un rôle et n’écarte personne ; {hint}',
  },
  stranger: {
    en: 'asked: "{name}" is named nowhere in the journal; all means every contact.',
    fr: 'asked : « {name} » n’est nommé nulle part dans le journal ; all vaut tous les contacts.',
  },
  strangerNear: {
    en: 'asked: "{name}" is named nowhere in the journal; did you mean "{near}"?',
    fr: 'asked : « {name} » n’est nommé nulle part dans le journal ; vouliez-vous dire « {near} » ?',
  },
  undeclared: [
    { en: '', fr: '' },
    {
      en: '{count} answer names the survey "{key}", which the settings do not declare; {hint}',
      fr: '{count} réponse nomme l’enquête « {key} », que les réglages ne déclarent pas ; {hint}',
    },
    {
      en: '{count} answers name the survey "{key}", which the settings do not declare; {hint}',
      fr: '{count} réponses nomment l’enquête « {key} », que les réglages ne déclarent pas ; {hint}',
    },
  ],
  declare: { en: 'declare it under surveys.', fr: 'déclarez-la sous surveys.' },
  near: { en: 'did you mean "{near}"?', fr: 'vouliez-vous dire « {near} » ?' },
  oneOf: { en: 'one of: {names}', fr: 'l’un de : {names}' },
  idle: {
    en: '{setting}: nobody answered "{question}: {answer}".',
    fr: '{setting} : personne n’a répondu « {question} : {answer} ».',
  },
  noRules: {
    en: 'No rule says which answers reveal a prospect or a prescriber: see prospect-if and prescriber-if.',
    fr: 'Aucune règle ne dit quelles réponses révèlent un prospect ou un prescripteur : voir prospect-if et prescriber-if.',
  },
} satisfies Record<string, Phrase | Countable>;
