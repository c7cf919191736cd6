// Holds two versions of a questionnaire against each other. A later version must account for every question and code of
// the earlier one, so that no answer is lost without anybody having said so. Implements QL70–QL73.
import { checkMap } from "./check-version-map.ts";
import type { DefinitionFile } from "./definition.ts";
import type { VersionMap } from "./version-declaration.ts";
import { placeOf } from "./definition-place.ts";
import type { QuestionSlot } from "./layout.ts";
import type { Questionnaire } from "./questionnaire.ts";
import { err, ok, type Result } from "./result.ts";
import { compareEdits } from "./compare-edits.ts";
import { followQuestion, type Declared } from "./follow-question.ts";
import { followRoles } from "./follow-roles.ts";
import type { VersionError } from "./version-error.ts";
import type { FileMove, QuestionMove, VersionMove } from "./version-map.ts";

/**
 * How interviews move from `earlier` to `later`. Refuses with everything that is not accounted for. A file whose version
 * did not change must be the same; a form that was there must still be there; a form that is new needs no map.
 */
export function compareVersions(
  earlier: Questionnaire,
  later: Questionnaire,
): Result<VersionMove, readonly VersionError[]> {
  const errors: VersionError[] = [];
  const maps = new Map<string, VersionMap>();
  for (const file of earlier.files) {
    const next = later.files.find(({ id }) => id === file.id);
    if (next === undefined) errors.push({ type: "file-missing", file: file.id, place: "the file" });
    else {
      const map = mapBetween(file, next, errors);
      if (map !== null) maps.set(file.id, map);
    }
  }
  // Without a map for each file everything else would be said to be missing.
  if (errors.length > 0) return err(errors);
  const slots = { earlier: slotsOf(earlier), later: slotsOf(later) };
  for (const [file, map] of maps) errors.push(...checkMap(file, map, slots));
  const questions = new Map<string, QuestionMove>();
  const declared: Declared = { maps, versions: new Map(earlier.files.map(({ id, version }) => [id, version])), slots };
  for (const slot of slots.earlier.values()) {
    questions.set(slot.id, followQuestion(slot, declared, questions, errors));
  }
  findAppeared(earlier, declared, questions, errors);
  for (const file of earlier.files) {
    const map = maps.get(file.id);
    if (map !== undefined) errors.push(...followRoles(file, map, later, questions));
  }
  if (errors.length > 0) return err(errors);
  const files = later.files.map(({ id, version }): FileMove => {
    return { id, from: declared.versions.get(id) ?? null, to: version };
  });
  const laterEdits = new Set(later.edits.map(({ id }) => id));
  const edits = compareEdits(earlier, later, questions);
  return ok({ files, questions, edits, laterIds: new Set(slots.later.keys()), laterEdits });
}

/** Questions and fields by id. */
function slotsOf(questionnaire: Questionnaire): ReadonlyMap<string, QuestionSlot> {
  return new Map([...questionnaire.plan.questions.keys()].map((slot) => [slot.id, slot]));
}

/** What the later file says about the earlier; null where there is nothing to say or something is wrong. */
function mapBetween(earlier: DefinitionFile, later: DefinitionFile, errors: VersionError[]): VersionMap | null {
  const where = { file: later.id, place: "version" };
  const { version } = later;
  if (version < earlier.version) {
    errors.push({ type: "version-not-rising", ...where, installed: earlier.version, version });
    return null;
  }
  if (version === earlier.version) {
    const isSame = JSON.stringify(earlier) === JSON.stringify(later);
    if (!isSame) errors.push({ type: "version-same-content-other", ...where, version });
    return isSame ? { version } : null;
  }
  const [map, second] = (later.from ?? []).filter((one) => one.version === earlier.version);
  if (map === undefined) {
    errors.push({ type: "map-missing", file: later.id, place: "from", version: earlier.version });
    return null;
  }
  if (second !== undefined) {
    errors.push({ type: "map-twice", file: later.id, place: "from", version: earlier.version });
  }
  return map;
}

/** What is in the later version, came from nowhere and was not said to be new. */
function findAppeared(
  earlier: Questionnaire,
  { maps, slots }: Declared,
  questions: ReadonlyMap<string, QuestionMove>,
  errors: VersionError[],
): void {
  const targets = new Set([...questions.values()].map(({ to }) => to));
  const oldFiles = new Set(earlier.files.map(({ id }) => id));
  const announced = new Set<string>();
  for (const { id, file, composite, layout } of slots.later.values()) {
    const around = composite ?? layout.roster;
    const map = maps.get(file);
    const isAnnounced = map?.added?.includes(id) === true || (around !== null && announced.has(around.id));
    // Fields that were added with what they stand in need no word of their own, nor does a question of another kind.
    if (isAnnounced || !oldFiles.has(file) || (around !== null && isAskedAgain(map, around))) announced.add(id);
    // "Removed" and still there was said already.
    else if (!targets.has(id) && map?.removed?.[id] === undefined) {
      const place = placeOf(`from version ${map?.version ?? ""}`, "added");
      errors.push({ type: "id-appeared", file, place, id });
      announced.add(id);
    }
  }
}

function isAskedAgain(map: VersionMap | undefined, slot: QuestionSlot): boolean {
  return map?.askedAgain?.includes(slot.id) === true;
}
