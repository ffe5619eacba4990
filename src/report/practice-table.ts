import { none } from '../measure/dimensions.ts';
import type { Marks, PracticeFacts } from '../measure/practice.ts';
import type { Again, PeopleFacts } from '../measure/practice-people.ts';
import type { ProofFacts } from '../measure/practice-proof.ts';
import { wilson } from '../measure/wilson.ts';
import type { Period } from '../model/period.ts';
import type { Cell, Column, Table } from '../model/report.ts';
import { proofWords, skillName } from './practice-words.ts';

/** All of it for programs, a row a figure: skills in the period, by kind, by quarter; what is proved; people seen again. */
export function practiceTable(
  period: Period,
  { skills, kinds, quarters }: PracticeFacts,
  { proofs, given, received }: ProofFacts,
  { now, before }: PeopleFacts,
): Table {
  const days = ({ from, to }: Period): Cell[] => [from, to];
  const rated = (part: string, key: string, kind: string | null, span: Period, marks: Marks): Cell[] => [
    ...[part, skillName(key), kind, ...days(span), marks.mean, marks.count, marks.lowest, marks.highest],
  ];
  const noMarks: Cell[] = [null, null, null, null];
  const noTrend: Cell[] = [null, null, null];
  const noShare: Cell[] = [null, null, null, null, null];
  const people = (part: string, span: Period, { met, again, low, high }: Again): Cell[] => [
    ...[part, null, null, ...days(span), ...noMarks, ...noTrend, again, met],
    ...(met === 0 ? [null, null, null] : [again / met, low, high]),
  ];
  return {
    columns,
    rows: [
      ...skills.map(({ key, marks, trend }): Cell[] => [
        ...rated('skill', key, null, period, marks),
        ...(trend.count < 2 ? [null, null, trend.count] : [trend.slope ?? null, trend.p, trend.count]),
        ...noShare,
      ]),
      ...skills.flatMap(({ key, byKind }) =>
        kinds.flatMap((kind, i): Cell[][] => {
          const marks = byKind[i];
          if (!marks || marks.count === 0) return [];
          return [
            [...rated('kind', key, kind === none ? none : kind, period, marks), ...noTrend, ...noShare],
          ];
        }),
      ),
      ...skills.flatMap(({ key, byQuarter }) =>
        quarters.flatMap((quarter, i): Cell[][] => {
          const marks = byQuarter[i];
          if (!marks || marks.count === 0) return [];
          return [[...rated('quarter', key, null, quarter, marks), ...noTrend, ...noShare]];
        }),
      ),
      ...proofs.map(({ id, count, of }): Cell[] => {
        const { low, high } = wilson(count, of);
        return [
          ...[
            'proof',
            { key: id, name: proofWords[id].short },
            null,
            ...days(period),
            ...noMarks,
            ...noTrend,
          ],
          ...[count, of, ...(of === 0 ? [null, null, null] : [count / of, low, high])],
        ];
      }),
      // Not a share: more can be given than is received.
      [
        'proof',
        'given_for_received',
        null,
        ...days(period),
        ...noMarks,
        ...noTrend,
        given,
        received,
        null,
        null,
        null,
      ],
      people('again', period, now),
      ...(before ? [people('again_before', before.period, before)] : []),
    ],
  };
}

const columns: readonly Column[] = [
  { id: 'part', label: { en: 'Part', fr: 'Partie' }, unit: 'text' },
  { id: 'what', label: { en: 'What', fr: 'Quoi' }, unit: 'text' },
  { id: 'kind', label: { en: 'Kind', fr: 'Sorte' }, unit: 'text' },
  { id: 'from', label: { en: 'From', fr: 'Du' }, unit: 'day' },
  { id: 'to', label: { en: 'To', fr: 'Au' }, unit: 'day' },
  { id: 'mean', label: { en: 'Mean', fr: 'Moyenne' }, unit: 'ratio' },
  { id: 'ratings', label: { en: 'Ratings', fr: 'Notes' }, unit: 'count' },
  { id: 'lowest', label: { en: 'Lowest', fr: 'Plus basse' }, unit: 'count' },
  { id: 'highest', label: { en: 'Highest', fr: 'Plus haute' }, unit: 'count' },
  { id: 'slope', label: { en: 'Slope', fr: 'Pente' }, unit: 'ratio' },
  { id: 'p', label: { en: 'p', fr: 'p' }, unit: 'ratio' },
  { id: 'tested', label: { en: 'Quarters', fr: 'Trimestres' }, unit: 'count' },
  { id: 'count', label: { en: 'Count', fr: 'Nombre' }, unit: 'count' },
  { id: 'of', label: { en: 'Of', fr: 'Sur' }, unit: 'count' },
  { id: 'share', label: { en: 'Share', fr: 'Part' }, unit: 'share' },
  { id: 'share_low', label: { en: 'At least', fr: 'Au moins' }, unit: 'share' },
  { id: 'share_high', label: { en: 'At most', fr: 'Au plus' }, unit: 'share' },
];
