import type { Column } from '../model/report.ts';
import { chainWords } from './signals-chain-words.ts';

const { columns } = chainWords;
const exact = { isExact: true } as const;
export const mainColumns: readonly Column[] = [
  { id: 'step', label: columns.step, unit: 'text' },
  { id: 'figure', label: columns.figure, unit: 'text' },
  { id: 'of', label: columns.of, unit: 'text' },
  { id: 'value', label: columns.value, unit: 'ratio', ...exact },
];
export const factColumns: readonly Column[] = [
  { id: 'figure', label: columns.figure, unit: 'text', keep: 'always' },
  { id: 'value', label: columns.value, unit: 'fine', keep: 'always' },
];
export const binColumns: readonly Column[] = [
  { id: 'from', label: columns.from, unit: 'count', keep: 'always' },
  { id: 'to', label: columns.to, unit: 'count', keep: 'always' },
  { id: 'won', label: columns.won, unit: 'count' },
  { id: 'lost', label: columns.lost, unit: 'count' },
  { id: 'exposure', label: columns.exposure, unit: 'hours' },
  { id: 'win_hazard', label: columns.winHazard, unit: 'fine' },
  { id: 'loss_hazard', label: columns.lossHazard, unit: 'fine' },
  { id: 'won_by_end', label: columns.wonByEnd, unit: 'fine' },
  { id: 'lost_by_end', label: columns.lostByEnd, unit: 'fine' },
];
export const maturedColumns: readonly Column[] = [
  { id: 'half_life', label: columns.halfLife, unit: 'ratio', keep: 'always' },
  { id: 'assumed', label: columns.assumed, unit: 'ratio' },
  { id: 'weight', label: columns.weight, unit: 'fine' },
  { id: 'referral_hours', label: columns.referralHours, unit: 'fine' },
  { id: 'sale_hours', label: columns.saleHours, unit: 'fine' },
];
export const evidenceColumns: readonly Column[] = [
  { id: 'half_life', label: columns.halfLife, unit: 'ratio', keep: 'always' },
  { id: 'all_referral_hours', label: columns.allReferralHours, unit: 'fine' },
  { id: 'all_sale_hours', label: columns.allSaleHours, unit: 'fine' },
  { id: 'count_log', label: columns.countLog, unit: 'fine' },
  { id: 'days_log', label: columns.daysLog, unit: 'fine' },
];
export const rateColumns: readonly Column[] = [
  { id: 'half_life', label: columns.halfLife, unit: 'ratio', keep: 'always' },
  { id: 'referral_rate', label: columns.referralRate, unit: 'fine' },
  { id: 'referral_square', label: columns.square, unit: 'fine' },
  { id: 'referral_own', label: columns.ownReferrals, unit: 'fine' },
  { id: 'sale_rate', label: columns.saleRate, unit: 'fine' },
  { id: 'sale_square', label: columns.square, unit: 'fine' },
  { id: 'sale_own', label: columns.ownSales, unit: 'fine' },
];
export const lookColumns: readonly Column[] = [
  { id: 'day', label: columns.day, unit: 'day', keep: 'always' },
  { id: 'verdict', label: columns.verdict, unit: 'text', keep: 'always' },
  { id: 'p_below', label: columns.pBelow, unit: 'fine' },
  { id: 'expected_by_now', label: columns.expected, unit: 'fine' },
  { id: 'bad_looks', label: columns.bad, unit: 'count' },
  { id: 'change_p', label: columns.changeP, unit: 'fine' },
];
