// Everything that can be wrong between two versions of a questionnaire: a closed list, each with the file and the place
// in it, and its sentence. Implements QL70–QL73.
import type { DefinitionPlace } from "./definition-error.ts";
import { unreachable } from "./result.ts";

/** Why a declared conversion cannot be. */
export type ConversionProblem = "types" | "not-partial" | "not-needed";

export type VersionError = DefinitionPlace &
  (
    | { readonly type: "file-missing" }
    | { readonly type: "version-not-rising"; readonly installed: number; readonly version: number }
    | { readonly type: "version-same-content-other"; readonly version: number }
    | { readonly type: "map-missing"; readonly version: number }
    | { readonly type: "map-twice"; readonly version: number }
    | { readonly type: "old-id-unknown"; readonly id: string; readonly nearest: string | null }
    | { readonly type: "new-id-unknown"; readonly id: string; readonly nearest: string | null }
    | { readonly type: "declared-twice"; readonly id: string }
    | { readonly type: "id-vanished"; readonly id: string }
    | { readonly type: "id-appeared"; readonly id: string }
    | { readonly type: "removed-still-there"; readonly id: string }
    | { readonly type: "added-was-there"; readonly id: string }
    | { readonly type: "old-role-unknown"; readonly role: string }
    | { readonly type: "role-lost"; readonly role: string; readonly id: string; readonly to: string }
    | { readonly type: "target-twice"; readonly id: string; readonly to: string }
    | { readonly type: "rows-other"; readonly id: string; readonly to: string }
    | { readonly type: "type-changed"; readonly id: string; readonly from: string; readonly to: string }
    | { readonly type: "conversion-wrong"; readonly id: string; readonly reason: ConversionProblem }
    | { readonly type: "list-changed"; readonly id: string; readonly from: string; readonly to: string }
    | { readonly type: "code-vanished"; readonly id: string; readonly code: string }
    | { readonly type: "old-code-unknown"; readonly id: string; readonly code: string }
    | { readonly type: "new-code-unknown"; readonly id: string; readonly code: string }
  );

/** One error as a sentence a statistician can act on, with file and place. */
export function explainVersionError(error: VersionError): string {
  return `${error.file}, ${error.place}: ${sentence(error)}`;
}

function sentence(error: VersionError): string {
  switch (error.type) {
    case "file-missing":
      return "this form was there and is not among the new files. Hand it in with them, even if it did not change.";
    case "version-not-rising":
      return `version ${error.version} is lower than ${error.installed}, which is there already. Versions only rise.`;
    case "version-same-content-other":
      return `the file says version ${error.version}, as before, and is another. Give it the next version and a map.`;
    case "map-missing":
      return `it does not say how version ${error.version} becomes this one. Write "from": [{ "version": ${error.version}, … }].`;
    case "map-twice":
      return `there are two maps from version ${error.version}. One is right.`;
    case "old-id-unknown":
      return `the earlier version has no question "${error.id}".${didYouMean(error.nearest)}`;
    case "new-id-unknown":
      return `this version has no question "${error.id}".${didYouMean(error.nearest)}`;
    case "declared-twice":
      return `two things are said about "${error.id}" that cannot both be true.`;
    case "id-vanished":
      return `"${error.id}" is gone. Say under "removed" why, or under "renamed" what it is called now.`;
    case "id-appeared":
      return `"${error.id}" is new. Name it under "added", or say under "renamed" what it was called.`;
    case "removed-still-there":
      return `"${error.id}" is removed and still there. If it asks something else now, it belongs under "askedAgain".`;
    case "added-was-there":
      return `"${error.id}" was there before and cannot be added.`;
    case "old-role-unknown":
      return `the earlier version has no role "${error.role}" in this file.`;
    case "role-lost":
      return `"${error.id}" had the role "${error.role}" and is "${error.to}" now. Name it under "roles", or say under "rolesMoved" why another question has the role.`;
    case "target-twice":
      return `"${error.to}" would take the answers of "${error.id}" and of another question.`;
    case "rows-other":
      return `"${error.id}" and "${error.to}" do not stand in the same rows; its answers cannot follow. Ask again or remove it.`;
    case "type-changed":
      return `"${error.id}" was of type ${error.from} and is ${error.to} now. Name it under "askedAgain"${conversionHint(error.from, error.to)}.`;
    case "conversion-wrong":
      return `"${error.id}" cannot be converted so: ${conversionReason(error.reason)}.`;
    case "list-changed":
      return `"${error.id}" was answered from "${error.from}" and is now from "${error.to}". Say under "recoded" which codes changed, or ask again.`;
    case "code-vanished":
      return `"${error.id}" no longer takes "${error.code}". Say under "recoded" what it becomes (null: asked again).`;
    case "old-code-unknown":
      return `"${error.id}" never took "${error.code}".`;
    case "new-code-unknown":
      return `"${error.id}" cannot become "${error.code}": this version does not take it.`;
    default:
      return unreachable(error);
  }
}

function didYouMean(nearest: string | null): string {
  return nearest === null ? "" : ` Did you mean "${nearest}"?`;
}

/** The four changes of type that keep the answer, by the type before and the type after. */
export const conversionByTypes: Readonly<Record<string, string | undefined>> = {
  "number text": "number-to-text",
  "date month": "date-to-month",
  "month date": "month-to-date",
  "single multi": "single-to-multi",
};

function conversionHint(from: string, to: string): string {
  const conversion = conversionByTypes[`${from} ${to}`];
  return conversion === undefined ? "" : `, or convert it: "${conversion}"`;
}

function conversionReason(reason: ConversionProblem): string {
  switch (reason) {
    case "types":
      return "the conversion is for other types";
    case "not-partial":
      return "the new date needs its day (partial is not set)";
    case "not-needed":
      return "its type did not change";
    default:
      return unreachable(reason);
  }
}
