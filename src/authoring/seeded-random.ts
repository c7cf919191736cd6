// Numbers that look random and are the same for the same seed, so that a search can be repeated.

/** Numbers from 0 up to, not with, 1. */
export type Random = () => number;

/** A generator by its seed (a 32-bit counter, stirred by multiplication). Not for keys. */
export function seededRandom(seed: number): Random {
  let counter = seed >>> 0;
  return () => {
    counter = (counter + 0x9e3779b9) >>> 0;
    let mixed = Math.imul(counter ^ (counter >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 0x1_0000_0000;
  };
}

/** The same members in another order. */
export function shuffled<T>(list: readonly T[], random: Random): readonly T[] {
  return list
    .map((member) => ({ member, key: random() }))
    .toSorted((a, b) => a.key - b.key)
    .map(({ member }) => member);
}
