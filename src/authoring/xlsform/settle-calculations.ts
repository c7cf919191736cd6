// What kind of value each `calculate` gives. One may read another that stands later, so they are settled by a list of
// what is still open, however long a chain of them is; in a circle none has a kind.
import type { Named } from "./survey-places.ts";
import { translateValue, type Known, type Scope } from "./translate.ts";

/** Gives what is known of each name, the calculations with their kind. */
export function settleCalculations(
  all: readonly Named[],
  find: (name: string) => Named | null,
  scopeOf: (named: Named, known: (named: Named) => Known) => Scope,
): (named: Named) => Known {
  const settled = new Map<Named, Known>();
  const knownOf = (named: Named): Known => settled.get(named) ?? named.known;
  const waiting = new Set<Named>();
  for (const calculation of all.filter(({ part }) => part === "calculation")) {
    const open = [calculation];
    for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
      const before = readBy(top, find).filter((one) => !settled.has(one) && !waiting.has(one));
      if (before.length > 0 && !settled.has(top)) {
        waiting.add(top);
        open.push(...before);
        continue;
      }
      open.pop();
      waiting.delete(top);
      if (settled.has(top)) continue;
      const source = top.row.look("calculation");
      const translated = source === "" ? null : translateValue(source, scopeOf(top, knownOf));
      if (translated?.ok !== true) settled.set(top, top.known);
      else settled.set(top, { ...top.known, kind: translated.value.kind, codes: translated.value.codes });
    }
  }
  return knownOf;
}

/** The calculations that one reads. */
function readBy({ row }: Named, find: (name: string) => Named | null): readonly Named[] {
  return [...row.look("calculation").matchAll(/\$\{\s*([^}\s]+)\s*\}/gu)].flatMap(([, name = ""]) => {
    const named = find(name);
    return named?.part === "calculation" ? [named] : [];
  });
}
