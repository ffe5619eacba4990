/**
 * The first of 0 … count − 1 for which a test holds, or count where there is none; the test must hold for all
 * that come after one for which it holds.
 */
export function firstWhere(count: number, test: (i: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (test(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
