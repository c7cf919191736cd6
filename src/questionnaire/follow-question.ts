// One question of the earlier version, followed into the later one: under which id, and what its answers become there.
// Implements QL71–QL73.
import type { SlotsOfBoth } from "./check-version-map.ts";
import { takesFreeText, type LeafQuestion } from "./definition.ts";
import type { VersionMap } from "./version-declaration.ts";
import { placeOf } from "./definition-place.ts";
import type { Layout, QuestionSlot } from "./layout.ts";
import { conversionByTypes, type VersionError } from "./version-error.ts";
import type { QuestionMove, TakenCodes, ValueStep } from "./version-map.ts";

export interface Declared {
  /** By file id; a file that did not change has an empty one. */
  readonly maps: ReadonlyMap<string, VersionMap>;
  /** Versions before, by file id. */
  readonly versions: ReadonlyMap<string, number>;
  readonly slots: SlotsOfBoth;
}

/** How a recode names what was written out because it is in no list; the special answers have their own words. */
const freeTextWord = "other";

/** `moves` holds the questions before this one: what it stands in was followed already. */
export function followQuestion(
  slot: QuestionSlot,
  declared: Declared,
  moves: ReadonlyMap<string, QuestionMove>,
  errors: VersionError[],
): QuestionMove {
  const map = declared.maps.get(slot.file) ?? { version: 0 };
  const own = { file: slot.file, version: declared.versions.get(slot.file) ?? 0 };
  const gone = (steps: readonly ValueStep[], why: string | null): QuestionMove => {
    return { ...own, to: null, rosters: [], steps, why };
  };
  const around = slot.composite ?? slot.layout.roster;
  const aroundMove = around === null ? null : (moves.get(around.id) ?? null);
  const removedBecause = map.removed?.[slot.id];
  if (removedBecause !== undefined) return gone([], removedBecause);
  const renamed = map.renamed?.[slot.id];
  if (aroundMove !== null && renamed === undefined) {
    const isAskedAgain = aroundMove.steps.some(({ type }) => type === "ask-again");
    if (isAskedAgain) return gone([{ type: "ask-again" }], null);
    if (aroundMove.to === null) return gone([], aroundMove.why);
  }
  const to = renamed ?? nextId(slot, around, aroundMove);
  const where = { file: slot.file, place: placeOf(`from version ${map.version}`, slot.id) };
  const next = declared.slots.later.get(to);
  if (next === undefined) {
    // A wrong target of "renamed" was named by the check of the map.
    if (renamed === undefined) errors.push({ type: "id-vanished", ...where, id: slot.id });
    return gone([], null);
  }
  if ([...moves.values()].some((move) => move.to === to)) {
    errors.push({ type: "target-twice", ...where, id: slot.id, to });
  }
  const rosters = rostersAround(next.layout);
  const follow = { ...own, to, rosters, why: null };
  if (map.askedAgain?.includes(slot.id) === true) return { ...follow, steps: [{ type: "ask-again" }] };
  const oldRosters = rostersAround(slot.layout).map((id) => moves.get(id)?.to);
  if (oldRosters.length !== rosters.length || oldRosters.some((id, index) => id !== rosters[index])) {
    errors.push({ type: "rows-other", ...where, id: slot.id, to });
  }
  return { ...follow, steps: stepsBetween(slot, next, map, moves, errors) };
}

/** A field keeps its own name in what it stands in, whatever that is called now. */
function nextId(slot: QuestionSlot, around: QuestionSlot | null, aroundMove: QuestionMove | null): string {
  if (around === null || aroundMove === null || aroundMove.to === null) return slot.id;
  return aroundMove.to + slot.id.slice(around.id.length);
}

/** Ids of the rosters a layout stands in, outermost first. */
function rostersAround(layout: Layout): readonly string[] {
  const ids: string[] = [];
  for (let at: Layout | null = layout; at !== null; at = at.parent) {
    if (at.roster !== null) ids.unshift(at.roster.id);
  }
  return ids;
}

/** What happens to the value: first the codes, then the type. */
function stepsBetween(
  slot: QuestionSlot,
  next: QuestionSlot,
  map: VersionMap,
  moves: ReadonlyMap<string, QuestionMove>,
  errors: VersionError[],
): readonly ValueStep[] {
  const steps: ValueStep[] = [];
  const recode = map.recoded?.[slot.id];
  const where = { file: slot.file, place: placeOf(`from version ${map.version}`, slot.id) };
  const { id } = slot;
  const [from, to] = [slot.definition.type, next.definition.type];
  const conversion = map.converted?.[id];
  if (conversion === undefined && from !== to) {
    errors.push({ type: "type-changed", ...where, id, from, to });
    return steps;
  }
  if (conversion !== undefined) {
    const isPartial = next.definition.type !== "date" || next.definition.partial === true;
    const isOfTypes = conversionByTypes[`${from} ${to}`] === conversion;
    const reason = from === to ? "not-needed" : !isOfTypes ? "types" : !isPartial ? "not-partial" : null;
    if (reason !== null) errors.push({ type: "conversion-wrong", ...where, id, reason });
  }
  const lists = { from: listOf(slot), to: listOf(next) };
  const listNow = lists.from === null ? null : (moves.get(lists.from)?.to ?? lists.from);
  if (listNow !== lists.to && recode === undefined) {
    errors.push({ type: "list-changed", ...where, id, from: lists.from ?? "", to: lists.to ?? "" });
  }
  checkCodes(slot, next, recode ?? {}, where, errors);
  if (recode !== undefined)
    steps.push({ type: "recode", codes: new Map(Object.entries(recode)), taken: takenBy(next) });
  if (conversion !== undefined) steps.push({ type: "convert", conversion });
  return steps;
}

/** Each code that is not taken any more has a word in the recode, and each word speaks of codes there are. */
function checkCodes(
  slot: QuestionSlot,
  next: QuestionSlot,
  recode: Readonly<Record<string, string | null>>,
  where: { readonly file: string; readonly place: string },
  errors: VersionError[],
): void {
  const { id } = slot;
  const [before, after] = [codesOf(slot), codesOf(next)];
  const isOpen = slot.definition.type === "code-list";
  for (const code of before) {
    if (!after.has(code) && !Object.hasOwn(recode, code)) errors.push({ type: "code-vanished", ...where, id, code });
  }
  for (const code of isOpen ? exceptionsOf(next) : []) {
    const isNew = !exceptionsOf(slot).includes(code);
    if (isNew && !Object.hasOwn(recode, code)) errors.push({ type: "code-vanished", ...where, id, code });
  }
  for (const [code, to] of Object.entries(recode)) {
    if (!isOpen && !before.has(code)) errors.push({ type: "old-code-unknown", ...where, id, code });
    const isTaken =
      to === null || after.has(to) || (next.definition.type === "code-list" && !exceptionsOf(next).includes(to));
    if (!isTaken && to !== null) errors.push({ type: "new-code-unknown", ...where, id, code: to });
  }
}

/** Everything that can be chosen at a question, special answers and free text by their words. */
function codesOf({ definition, options, specials }: QuestionSlot): ReadonlySet<string> {
  return new Set([
    ...options.map(({ code }) => code),
    ...(definition.alternatives ?? []).map(({ code }) => code),
    ...specials.map(({ state }) => state),
    ...(takesFreeText(definition) ? [freeTextWord] : []),
  ]);
}

function takenBy(slot: QuestionSlot): TakenCodes {
  const { definition, options } = slot;
  return {
    options: definition.type === "code-list" ? null : new Set(options.map(({ code }) => code)),
    alternatives: new Set((definition.alternatives ?? []).map(({ code }) => code)),
  };
}

function exceptionsOf({ definition }: QuestionSlot): readonly string[] {
  return definition.type === "code-list" ? (definition.except ?? []) : [];
}

/** The list that gives an answer its meaning; null where there is none. */
function listOf({ definition }: QuestionSlot): string | null {
  return hasList(definition) ? definition.list : null;
}

function hasList(
  definition: QuestionSlot["definition"],
): definition is Extract<LeafQuestion, { type: "code-list" | "person-ref" }> {
  return definition.type === "code-list" || definition.type === "person-ref";
}
