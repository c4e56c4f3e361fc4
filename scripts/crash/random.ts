/** Numbers that come out the same for the same seed, so that a failure can be looked at again. */
export type Random = {
  /** from 0 up to 1 */
  next(): number;
  /** a whole number, both ends included */
  between(low: number, high: number): number;
  /** true in so many of a hundred cases */
  chance(percent: number): boolean;
};

/** mulberry32: small, and good enough to spread kills and choices. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }
  return {
    next,
    between: (low, high) => low + Math.floor(next() * (high - low + 1)),
    chance: (percent) => next() * 100 < percent,
  };
}
