import type { Gap, GapFacts } from '../measure/practice-gaps.ts';
import { leastJudged } from '../measure/practice-gaps.ts';
import type { ProofFacts } from '../measure/practice-proof.ts';
import { wilson } from '../measure/wilson.ts';
import type { Cell, Column, Section } from '../model/report.ts';
import { inAll, numberPhrase, type Phrase, type Text, text } from '../model/text.ts';
import { shares } from './lag-words.ts';
import { proofWords, skillHead } from './practice-words.ts';

/** What the journal proves, and where that is far from how one rates oneself. */
export function proofSections(
  { proofs, given, received }: ProofFacts,
  { gaps, judged }: GapFacts,
): Section[] {
  const rows = proofs.map(({ id, count, of }): Cell[] => {
    const name = { key: id, name: proofWords[id].short };
    if (of === 0) return [name, count, of, null, null];
    const interval = shares(wilson(count, of));
    return [name, count, of, count / of, { key: interval.en, name: interval }];
  });
  return [
    {
      title: text(words.proved),
      table: { columns, rows },
      prose: [text(words.both, { given, received, each: perReceived(given, received) })],
    },
    {
      title: text(words.beside),
      prose:
        gaps.length > 0
          ? gaps.map(saidOf)
          : [judged === 0 ? text(words.noneJudged, { least: leastJudged }) : text(words.noGap, { judged })],
    },
  ];
}

/** `, 1.4 given for each received`, where anything was received. */
function perReceived(given: number, received: number): Phrase {
  if (received === 0) return { en: '', fr: '' };
  return inAll(text(words.each, { ratio: numberPhrase(given / received, 2) }));
}

function saidOf({ skill, mean, proof, way }: Gap): Text {
  return text(way === 'less' ? words.less : words.more, {
    skill: skillHead(skill.key),
    mean: numberPhrase(mean, 1),
    proof: inAll(text(proofWords[proof.id].said, { count: proof.count, of: proof.of })),
  });
}

const columns: readonly Column[] = [
  { id: 'proof', label: { en: 'In the journal', fr: 'Dans le journal' }, unit: 'text', keep: 'always' },
  { id: 'count', label: { en: 'Count', fr: 'Nombre' }, unit: 'count', keep: 'always' },
  { id: 'of', label: { en: 'Of', fr: 'Sur' }, unit: 'count', keep: 'always' },
  { id: 'share', label: { en: 'Share', fr: 'Part' }, unit: 'share', keep: 'always' },
  { id: 'interval', label: { en: '95% interval', fr: 'Intervalle à 95 %' }, unit: 'text' },
];

const words = {
  proved: { en: 'What the journal proves', fr: 'Ce que prouve le journal' },
  beside: { en: 'Your ratings beside that', fr: 'Vos notes à côté' },
  both: {
    en: 'Referrals given: {given}, received: {received}{each}.',
    fr: 'Recommandations données : {given}, reçues : {received}{each}.',
  },
  each: { en: '; {ratio} given for each received', fr: ' ; {ratio} donnée pour chaque reçue' },
  less: {
    en: '{skill}: rated {mean}, {proof}. The journal shows less than you say.',
    fr: '{skill} : note {mean}, {proof}. Le journal en montre moins que vous ne dites.',
  },
  more: {
    en: '{skill}: rated {mean}, {proof}. You do better than you say.',
    fr: '{skill} : note {mean}, {proof}. Vous faites mieux que vous ne dites.',
  },
  noGap: {
    en: 'No rating is far from what the journal proves (skills set side by side: {judged}).',
    fr: 'Aucune note n’est loin de ce que prouve le journal (savoir-faire comparés : {judged}).',
  },
  noneJudged: {
    en: 'Nothing is set side by side: that takes {least} ratings of a skill and {least} cases in the journal.',
    fr: 'Rien n’est comparé : il y faut {least} notes d’un savoir-faire et {least} cas dans le journal.',
  },
} satisfies Record<string, Phrase>;
