// From anything that was read as JSON to definition files of the right shape. Sizes first: what is far too big is
// refused before a schema walks through it. Implements QL1–QL4.
import type { z } from "zod";
import type { DefinitionError } from "./definition-error.ts";
import { DefinitionFile, languages } from "./definition.ts";
import { memberOf, placeOfPath } from "./definition-place.ts";
import { limits } from "./limits.ts";
import { err, ok, type Result } from "./result.ts";

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
    return issue.keys.map((key) => ({ type: "key-unknown", file: name, place, key }));
  }
  if (issue.code === "invalid_union" && issue.errors.length > 0) {
    const [nearest] = issue.errors.toSorted((a, b) => depthOf(b) - depthOf(a));
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
  if (part === "plural" && formLanguage !== undefined && isBlank(valueAt(file, path))) {
    return [{ type: "plural-form-missing", file: name, place, language: formLanguage, form: String(form) }];
  }
  return [{ type: "shape-wrong", file: name, place, reason: reasonOf(issue, valueAt(file, path)) }];
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

/** Short and without the schema's own vocabulary. */
function reasonOf(issue: Issue, value: unknown): string {
  if (value === undefined && issue.code !== "custom") return "it is missing";
  switch (issue.code) {
    case "invalid_type":
      return `it should be ${issue.expected}`;
    case "too_small":
      return `it is too small (at least ${issue.minimum})`;
    case "too_big":
      return `it is too big (at most ${issue.maximum})`;
    case "invalid_value":
      return `it should be ${issue.values.map(String).join(" or ")}`;
    case "invalid_format":
      return "it is not written as it should be";
    default:
      return issue.message;
  }
}
