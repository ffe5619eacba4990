/** How one group behaves: the knobs of the example. A year's figures; money in euros, times in minutes. */
export interface Profile {
  readonly key: string;
  readonly from: string;
  readonly to: string;
  readonly activities: number;
  /** Of a usual date: event, prep, travel, recovery. */
  readonly time: readonly [number, number, number, number];
  /** The weekday it meets (0 = Sunday; none = any), and in which week of the month (none = any). */
  readonly weekday?: number;
  readonly week?: number;
  readonly kind: string;
  /** What a usual date costs, from and to. */
  readonly fee: readonly [number, number];
  readonly received: number;
  /** Mean days from a meeting to the referral it brings. */
  readonly delay: number;
  /** Share of the referrals won; of the others, share with a `lost` date. */
  readonly won: number;
  readonly lost: number;
  readonly sale: number;
  readonly given: number;
  readonly direct: number;
}

export const seed = 20240111;
export const end = '2026-10-31';

// biome-ignore format: a table
export const profiles: readonly Profile[] = [
  { key: 'bni', from: '2024-01-02', to: end, activities: 21, time: [120, 15, 35, 0], weekday: 4, kind: 'breakfast', fee: [14, 16], received: 10.5, delay: 25, won: 0.45, lost: 0.75, sale: 2200, given: 7, direct: 0.7 },
  { key: 'fbc', from: '2024-01-02', to: end, activities: 10, time: [135, 10, 50, 0], weekday: 2, week: 1, kind: 'meet-up', fee: [8, 22], received: 7, delay: 45, won: 0.5, lost: 0.8, sale: 2500, given: 3.3, direct: 0.7 },
  { key: 'linkedin', from: '2024-01-02', to: end, activities: 16, time: [140, 85, 0, 0], kind: 'social', fee: [0, 0], received: 3, delay: 50, won: 0.18, lost: 0.8, sale: 1000, given: 2, direct: 0.5 },
  { key: 'cercle', from: '2024-01-10', to: end, activities: 15, time: [195, 20, 60, 45], weekday: 3, kind: 'club-evening', fee: [25, 65], received: 4.5, delay: 45, won: 0, lost: 0.9, sale: 2500, given: 2.9, direct: 0 },
  { key: 'cci', from: '2024-01-02', to: '2025-12-31', activities: 7, time: [120, 10, 40, 0], weekday: 2, kind: 'meeting', fee: [0, 0], received: 2.5, delay: 40, won: 0.25, lost: 1, sale: 1600, given: 1, direct: 0 },
  { key: 'ateliers', from: '2026-05-20', to: end, activities: 17, time: [90, 0, 15, 0], weekday: 5, kind: 'lunch', fee: [6, 9], received: 6, delay: 12, won: 0, lost: 0, sale: 1500, given: 3, direct: 0 },
];

/** How busy each month is. */
export const season = [0.9, 1, 1.1, 1, 0.9, 1.1, 0.7, 0.05, 1.2, 1.1, 1.1, 0.6];
