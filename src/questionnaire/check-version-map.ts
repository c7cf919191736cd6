// Whether a map speaks of questions there are, and says one thing about each.
import type { VersionMap } from "./version-declaration.ts";
import { placeOf } from "./definition-place.ts";
import type { QuestionSlot } from "./layout.ts";
import { nearestName } from "./nearest-name.ts";
import type { VersionError } from "./version-error.ts";

export interface SlotsOfBoth {
  readonly earlier: ReadonlyMap<string, QuestionSlot>;
  readonly later: ReadonlyMap<string, QuestionSlot>;
}

/** Everything in the map that names nothing, or contradicts the rest of the map. */
export function checkMap(file: string, map: VersionMap, slots: SlotsOfBoth): readonly VersionError[] {
  const errors: VersionError[] = [];
  const whereIn = (part: string) => ({ file, place: placeOf(`from version ${map.version}`, part) });
  const removed = Object.keys(map.removed ?? {});
  const renamed = Object.keys(map.renamed ?? {});
  const parts = {
    removed,
    renamed,
    recoded: Object.keys(map.recoded ?? {}),
    converted: Object.keys(map.converted ?? {}),
    askedAgain: map.askedAgain ?? [],
  };
  for (const [part, ids] of Object.entries(parts)) {
    for (const id of ids.filter((one) => slots.earlier.get(one)?.file !== file)) {
      const own = [...slots.earlier.values()].filter((slot) => slot.file === file).map((slot) => slot.id);
      errors.push({ type: "old-id-unknown", ...whereIn(part), id, nearest: nearestName(id, own) });
    }
  }
  for (const to of Object.values(map.renamed ?? {}).filter((one) => !slots.later.has(one))) {
    errors.push({ type: "new-id-unknown", ...whereIn("renamed"), id: to, nearest: nearest(to, slots.later) });
  }
  for (const id of map.added ?? []) {
    if (slots.earlier.has(id) && !renamed.includes(id))
      errors.push({ type: "added-was-there", ...whereIn("added"), id });
    else if (!slots.later.has(id)) {
      errors.push({ type: "new-id-unknown", ...whereIn("added"), id, nearest: nearest(id, slots.later) });
    }
  }
  // What is gone has no other fate; what is asked again keeps neither code nor type.
  const others = [...renamed, ...parts.recoded, ...parts.converted, ...parts.askedAgain];
  const valueParts = [...parts.recoded, ...parts.converted];
  const twice = [
    ...removed.filter((id) => others.includes(id)),
    ...parts.askedAgain.filter((id) => valueParts.includes(id)),
  ];
  for (const id of new Set(twice)) errors.push({ type: "declared-twice", ...whereIn(""), id });
  for (const id of removed.filter((one) => slots.later.has(one) && !isTarget(one, map))) {
    errors.push({ type: "removed-still-there", ...whereIn("removed"), id });
  }
  return errors;
}

function isTarget(id: string, map: VersionMap): boolean {
  return Object.values(map.renamed ?? {}).includes(id);
}

function nearest(id: string, slots: ReadonlyMap<string, QuestionSlot>): string | null {
  return nearestName(id, slots.keys());
}
