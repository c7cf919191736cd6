// Code lists too long for a definition file: countries, regions, KATO units, languages, ethnic groups. The files under
// lists/ are data; they are read once, when first asked for.
import { z } from "zod";
import countries from "./lists/country.json" with { type: "json" };
import ethnicGroups from "./lists/ethnicity.json" with { type: "json" };
import kato from "./lists/kato.json" with { type: "json" };
import languages from "./lists/language.json" with { type: "json" };
import regions from "./lists/region.json" with { type: "json" };

const CodeListEntry = z.strictObject({
  code: z.string().min(1).max(32),
  kk: z.string().min(1),
  ru: z.string().min(1),
  en: z.string().min(1),
  /** Code of the unit this one lies in. */
  parent: z.string().min(1).optional(),
  /** Names it had before: found by search and named in the row. */
  former: z.array(z.string().min(1)).optional(),
  /** Other spellings of today's name, found by search and not shown. */
  also: z.array(z.string().min(1)).optional(),
  /** 1 = first among the answers shown before any search; a fixed national set, never learned (ux 3.5). */
  frequent: z.int().min(1).optional(),
});
export type CodeListEntry = z.infer<typeof CodeListEntry>;

export interface CodeList {
  readonly name: string;
  /** In the order of the file. */
  readonly entries: readonly CodeListEntry[];
  readonly byCode: ReadonlyMap<string, CodeListEntry>;
}

const filesByName: Readonly<Record<string, unknown>> = {
  country: countries,
  ethnicity: ethnicGroups,
  kato,
  language: languages,
  region: regions,
};

/** Names the questionnaire may use. */
export const codeListNames: ReadonlySet<string> = new Set(["country", "ethnicity", "kato", "language", "region"]);

const listsByName = new Map<string, CodeList>();

/** A list by its name; throws on a name that is none. */
export function codeList(name: string): CodeList {
  const known = listsByName.get(name);
  if (known !== undefined) return known;
  if (!codeListNames.has(name)) throw new RangeError(`no code list is called "${name}"`);
  const entries = z.array(CodeListEntry).parse(filesByName[name]);
  const list = { name, entries, byCode: new Map(entries.map((entry) => [entry.code, entry])) };
  listsByName.set(name, list);
  return list;
}

/** The units an entry lies in, the nearest first; for the second line of a search row. */
export function codeListPath(list: CodeList, code: string): readonly CodeListEntry[] {
  const path: CodeListEntry[] = [];
  for (let parent = list.byCode.get(code)?.parent; parent !== undefined;) {
    const entry = list.byCode.get(parent);
    if (entry === undefined || path.includes(entry)) break;
    path.push(entry);
    parent = entry.parent;
  }
  return path;
}
