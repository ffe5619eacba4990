/** The 97.5 % point of the normal distribution. */
const z = 1.959_963_984_540_054;

/**
 * A share of k in n with its 95 % interval. Undefined shares (n = 0) have no interval to speak of: 0 to 1.
 * Formula: Wilson 1927, as method 3 of Newcombe 1998.
 */
export function wilson(k: number, n: number): { low: number; high: number } {
  if (n === 0) return { low: 0, high: 1 };
  const share = k / n;
  const middle = share + z ** 2 / (2 * n);
  const reach = z * Math.sqrt((share * (1 - share)) / n + z ** 2 / (4 * n ** 2));
  const whole = 1 + z ** 2 / n;
  // The ends are exact where nothing, or everything, was counted; the formula misses them by a last bit.
  return {
    low: k === 0 ? 0 : (middle - reach) / whole,
    high: k === n ? 1 : (middle + reach) / whole,
  };
}
