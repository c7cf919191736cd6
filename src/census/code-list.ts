// Code lists too long for a definition file. Those that a question offers are part of the program, because an answer is
// checked against them at once; those that only coding needs are files of their own, fetched when asked for, so that no
// tablet carries them. The files under lists/ are data; where they come from is in code-list-sources.ts.
import { z } from "zod";
import { CodeListEntry, packCodeList, type CodeList } from "./packed-code-list.ts";
import countries from "./lists/country.json" with { type: "json" };
import ethnicGroups from "./lists/ethnicity.json" with { type: "json" };
import kato from "./lists/kato.json" with { type: "json" };
import languages from "./lists/language.json" with { type: "json" };

const filesByName: Readonly<Record<string, unknown>> = {
  country: countries,
  ethnicity: ethnicGroups,
  kato,
  language: languages,
};

/** Names the questionnaire may use. */
export const codeListNames: ReadonlySet<string> = new Set(["country", "ethnicity", "kato", "language"]);

/** Lists for coding at the Department; `loadCodeList` fetches them. */
export const codingListNames: ReadonlySet<string> = new Set(["activity", "occupation", "religion"]);

const listsByName = new Map<string, CodeList>();

/** A list that questions use, by its name; also a list for coding once it is loaded. Throws on any other name. */
export function codeList(name: string): CodeList {
  const known = listsByName.get(name);
  if (known !== undefined) return known;
  if (!codeListNames.has(name)) throw new RangeError(`no code list is called "${name}"`);
  return keepList(name, filesByName[name]);
}

/** Any list, by its name; rejects on a name that is none. */
export async function loadCodeList(name: string): Promise<CodeList> {
  if (!codingListNames.has(name) || listsByName.has(name)) return codeList(name);
  return keepList(name, await codingFile(name));
}

async function codingFile(name: string): Promise<unknown> {
  switch (name) {
    case "activity":
      return (await import("./lists/activity.json", { with: { type: "json" } })).default;
    case "occupation":
      return (await import("./lists/occupation.json", { with: { type: "json" } })).default;
    case "religion":
      return (await import("./lists/religion.json", { with: { type: "json" } })).default;
    default:
      throw new RangeError(`no code list is called "${name}"`);
  }
}

/** Two who wait for the same file get the same list. */
function keepList(name: string, file: unknown): CodeList {
  const known = listsByName.get(name);
  if (known !== undefined) return known;
  const list = packCodeList(name, z.array(CodeListEntry).parse(file));
  listsByName.set(name, list);
  return list;
}

/** The units an entry lies in, the nearest first; for the second line of a search row. */
export function codeListPath(list: CodeList, code: string): readonly CodeListEntry[] {
  const places: number[] = [];
  for (let place = list.parentAt(list.placeOf(code)); place !== -1 && !places.includes(place);) {
    places.push(place);
    place = list.parentAt(place);
  }
  return places.map((place) => list.entryAt(place));
}
