/** What the setting `team` says where it is left out: days, but `approach-most`, a number of approaches. */
export const teamDefaults = {
  'approach-within': 30,
  'approach-most': 3,
  'approach-per': 90,
  'silent-after': 28,
} as const;

/** The skills of a networker, where the setting `practice` names no others. */
export const usualSkills: readonly string[] = [
  'positive-attitude',
  'asking-and-listening',
  'eye-contact',
  'helping',
  'trustworthiness',
  'following-up',
  'thanking',
];
