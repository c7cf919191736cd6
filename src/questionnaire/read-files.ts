// From anything that was read as JSON to definition files of the right shape. Sizes first: what is far too big is
// refused before a schema walks through it. Implements QL1–QL4.
import type { z } from "zod";
import type { DefinitionError } from "./definition-error.ts";
import {
  Calculation,
  CompositeQuestion,
  DefinitionFile,
  Edit,
  languages,
  LeafQuestion,
  Option,
  RosterQuestion,
  Section,
} from "./definition.ts";
import { memberOf, placeOfPath } from "./definition-place.ts";
import { limits } from "./limits.ts";
import { nearestName } from "./nearest-name.ts";
import { err, ok, type Result } from "./result.ts";
import { reasonOf } from "./shape-reason.ts";

type Issue = z.core.$ZodIssue;

/** Brackets inside brackets a file may have; rosters in rosters need about a third of it. */
const maxNesting = 64;

/** Parses every file, or says everything that is wrong with their shape. */
export function readFiles(files: readonly unknown[]): Result<readonly DefinitionFile[], readonly DefinitionError[]> {
  if (files.length > limits.files) {
    return err([{ type: "too-big", file: "#1", place: "the files", limit: "files", max: limits.files }]);
  }
  const read: DefinitionFile[] = [];
  const errors: DefinitionError[] = [];
  for (const [index, file] of files.entries()) {
    const name = nameOfFile(file, index);
    if (!isWithinSize(file)) {
      errors.push({ type: "too-big", file: name, place: "the file", limit: "file-length", max: limits.fileLength });
      continue;
    }
    const parsed = DefinitionFile.safeParse(file);
    if (parsed.success) read.push(parsed.data);
    else {
      // One by one: a list spread into a call must fit on the stack.
      for (const error of parsed.error.issues.flatMap((issue) => toErrors(issue, [], file, name))) errors.push(error);
    }
  }
  return errors.length > 0 ? err(errors) : ok(read);
}

function nameOfFile(file: unknown, index: number): string {
  const id = memberOf(file, "id");
  return typeof id === "string" && id !== "" ? id.slice(0, 40) : `#${index + 1}`;
}

/** Counts without recursion and stops at the limit, so that neither size, depth nor a circle can hold it up. */
function isWithinSize(file: unknown): boolean {
  const open: { readonly value: unknown; readonly depth: number }[] = [{ value: file, depth: 0 }];
  let size = 0;
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value, depth } = next;
    size += typeof value === "string" ? value.length : 1;
    if (size > limits.fileLength || depth > maxNesting) return false;
    if (typeof value !== "object" || value === null) continue;
    for (const [key, member] of Object.entries(value)) {
      size += key.length;
      open.push({ value: member, depth: depth + 1 });
    }
  }
  return true;
}

/** A zod issue as our error: the place in words, and the commonest mistakes by their own names. */
function toErrors(issue: Issue, before: readonly PropertyKey[], file: unknown, name: string): DefinitionError[] {
  const path = [...before, ...issue.path];
  const place = placeOfPath(file, path);
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key, index) => {
      // Errors beyond the limit are only counted.
      const nearest = index < limits.errors ? nearestPart(key) : null;
      return { type: "key-unknown", file: name, place, key, ...(nearest === null ? {} : { nearest }) };
    });
  }
  if (issue.code === "invalid_union" && issue.errors.length > 0) {
    const branches = issue.errors.filter((branch) => !isOtherType(branch));
    if (branches.length === 0 && issue.errors.some((branch) => depthOf(branch) > 0)) {
      return [typeError(issue.errors, { path, file, name })];
    }
    const [nearest] = branches.toSorted((a, b) => depthOf(b) - depthOf(a));
    if (nearest !== undefined && depthOf(nearest) > 0) {
      return nearest.flatMap((inner) => toErrors(inner, path, file, name));
    }
  }
  const language = languages.find((known) => known === path.at(-1));
  if (language !== undefined && isBlank(valueAt(file, path))) {
    return [{ type: "text-missing", file: name, place: placeOfPath(file, path.slice(0, -1)), language }];
  }
  const [part, ofLanguage, form] = path.slice(-3);
  const formLanguage = languages.find((known) => known === ofLanguage);
  if ((part === "plural" || part === "unit") && formLanguage !== undefined && isBlank(valueAt(file, path))) {
    return [{ type: "plural-form-missing", file: name, place, language: formLanguage, form: String(form) }];
  }
  const reason = reasonOf(issue, { path, value: valueAt(file, path) });
  return [{ type: "shape-wrong", file: name, place, reason }];
}

/** The branch is another type's: what else it lacks says nothing. */
function isOtherType(branch: readonly Issue[]): boolean {
  return branch.some(({ code, path }) => code === "invalid_value" && path.length === 1 && path[0] === "type");
}

/** No branch has this type: all types that any of them has. */
function typeError(
  branches: readonly (readonly Issue[])[],
  { path, file, name }: { readonly path: readonly PropertyKey[]; readonly file: unknown; readonly name: string },
): DefinitionError {
  const values = branches.flat().flatMap((issue) => (issue.code === "invalid_value" ? [...issue.values] : []));
  const at = [...path, "type"];
  const issue: Issue = { code: "invalid_value", values, path: [], message: "", input: undefined };
  const reason = reasonOf(issue, { path: at, value: valueAt(file, at) });
  return { type: "shape-wrong", file: name, place: placeOfPath(file, at), reason };
}

/** Every part a file may have somewhere. */
const parts: readonly string[] = [
  DefinitionFile,
  Section,
  Edit,
  Option,
  Calculation,
  ...LeafQuestion.options,
  CompositeQuestion,
  RosterQuestion,
].flatMap(({ shape }) => Object.keys(shape));

/** What an unknown part may be misspelt from; null for a part that has its place elsewhere. */
function nearestPart(key: string): string | null {
  return parts.includes(key) ? null : nearestName(key, parts);
}

/** The branch of a union that got furthest is the one that was meant. */
function depthOf(issues: readonly Issue[]): number {
  return Math.max(0, ...issues.map((issue) => issue.path.length));
}

function valueAt(file: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce(memberOf, file);
}

function isBlank(value: unknown): boolean {
  return value === undefined || (typeof value === "string" && value.trim() === "");
}
