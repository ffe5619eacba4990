import { foldSkill, type SkillFacts } from './practice.ts';
import type { Proof, ProofId } from './practice-proof.ts';
import { wilson } from './wilson.ts';

/** What of the journal speaks for or against a skill. Of the others it says nothing. */
const provedBy: Readonly<Record<string, ProofId>> = {
  helping: 'gave_first_people',
  trustworthiness: 'promises_in_time',
  'following up': 'followed_up_in_time',
  thanking: 'thanked_in_time',
};

/** Ratings and cases from which on the two are set side by side. */
export const leastJudged = 5;

/** A skill that is rated otherwise than the journal proves. */
export interface Gap {
  readonly skill: SkillFacts;
  readonly mean: number;
  readonly proof: Proof;
  /** Which way the journal is away from the rating. */
  readonly way: 'less' | 'more';
}

export interface GapFacts {
  readonly gaps: readonly Gap[];
  /** Skills that could be judged: enough ratings, and enough cases in the journal. */
  readonly judged: number;
}

/**
 * The skills whose mean rating, 1 to 5 taken as 0 to 100 %, is outside the 95 % interval (Wilson) of the share that the
 * journal proves.
 */
export function gapsOf(skills: readonly SkillFacts[], proofs: readonly Proof[]): GapFacts {
  const judged = skills.flatMap((skill) => {
    const { count, mean } = skill.marks;
    const folded = foldSkill(skill.key);
    const id = Object.hasOwn(provedBy, folded) ? provedBy[folded] : undefined;
    const proof = proofs.find((each) => each.id === id);
    if (!proof || mean === null || count < leastJudged || proof.of < leastJudged) return [];
    return [{ skill, mean, proof }];
  });
  const gaps = judged.flatMap((each): Gap[] => {
    const { low, high } = wilson(each.proof.count, each.proof.of);
    const rated = (each.mean - 1) / 4;
    if (rated > high) return [{ ...each, way: 'less' }];
    return rated < low ? [{ ...each, way: 'more' }] : [];
  });
  return { gaps, judged: judged.length };
}
