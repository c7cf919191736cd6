// Places in a definition file as people say them: `section B › P08 › option 2 › when`.

/** What stands before the name of a list's member; a question or a field is its id alone. */
const wordByList: ReadonlyMap<string, string> = new Map([
  ["sections", "section "],
  ["questions", ""],
  ["fields", ""],
  ["options", "option "],
  ["alternatives", "alternative "],
  ["edits", "edit "],
  ["context", "context "],
  ["calculations", "calculation "],
  ["fills", "fill "],
]);

/** Joins the steps of a place. */
export function placeOf(...steps: readonly string[]): string {
  return steps.filter((step) => step !== "").join(" › ");
}

/** The place of a zod path in the file it was found in. */
export function placeOfPath(file: unknown, path: readonly PropertyKey[]): string {
  const steps: string[] = [];
  let value = file;
  let list = "";
  for (const key of path) {
    value = memberOf(value, key);
    const word = wordByList.get(list);
    if (typeof key === "number" && word !== undefined) {
      steps.push(word + (nameOf(value) ?? `#${key + 1}`));
    } else if (!wordByList.has(String(key))) {
      steps.push(typeof key === "number" ? `#${key + 1}` : String(key));
    }
    list = String(key);
  }
  // A list that is wrong as a whole has no member to name.
  if (wordByList.has(list)) steps.push(list);
  return steps.length === 0 ? "the file" : placeOf(...steps);
}

/** The member of an object or array by its key; undefined for anything else. */
export function memberOf(value: unknown, key: PropertyKey): unknown {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
  return Object.getOwnPropertyDescriptor(value, key)?.value;
}

function nameOf(value: unknown): string | null {
  const name = memberOf(value, "id") ?? memberOf(value, "code");
  return typeof name === "string" ? name : null;
}
