// One file of a questionnaire is enough for a command: the others are named in its part `together` and found beside it.
import { readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import type { Language } from "#questionnaire";
import { Refusal } from "./command.ts";
import { togetherWords } from "./instrument-together-words.ts";

/** What a file says of itself before it is read as a definition. */
interface Glance {
  readonly path: string;
  readonly id: string;
  /** Ids of the questionnaire's files; null if it stands alone. */
  readonly together: readonly string[] | null;
}

/**
 * The files of the questionnaire in the order of asking: as named, if none of them has the part `together`; else all that
 * the part names, those not named on the command line taken from the same folders. Refuses an id that no file or more
 * than one file there has, and files that name different questionnaires. A file that is no JSON is left to the reader.
 */
export function questionnaireFiles(names: readonly string[], language: Language): readonly string[] {
  const words = togetherWords[language];
  const named = names.flatMap((name) => glanceAt(name) ?? []);
  const leader = named.find(({ together }) => together !== null);
  const ids = leader?.together ?? null;
  if (named.length < names.length || leader === undefined || ids === null) return names;
  const leaderName = basename(leader.path);
  if (!ids.includes(leader.id)) throw new Refusal("together-wrong", words.withoutItself(leaderName, leader.id));
  const stranger = named.find(({ id }) => !ids.includes(id));
  if (stranger !== undefined) {
    throw new Refusal("together-wrong", words.stranger(basename(stranger.path), stranger.id, leaderName));
  }
  const { beside, unreadable } = lookAround(named);
  const files = ids.map((id) => {
    const own = named.filter((glance) => glance.id === id);
    const found = own.length > 0 ? own : beside.filter((glance) => glance.id === id);
    const [file] = found;
    if (file === undefined) {
      throw new Refusal("together-missing", words.missing(leaderName, id, resolve(dirname(leader.path)), unreadable));
    }
    if (found.length > 1) {
      throw new Refusal(
        "together-twice",
        words.twice(
          id,
          found.map(({ path }) => basename(path)),
        ),
      );
    }
    if (file.together !== null && file.together.join() !== ids.join()) {
      throw new Refusal("together-wrong", words.different(leaderName, basename(file.path)));
    }
    return file;
  });
  const added = files.filter((file) => !named.includes(file)).map(({ path }) => basename(path));
  if (added.length > 0) process.stderr.write(`${words.taken(added)}\n`);
  return files.map(({ path }) => path);
}

/** The other files in the folders of those named, and the names of those that are no JSON. */
function lookAround(named: readonly Glance[]): {
  readonly beside: readonly Glance[];
  readonly unreadable: readonly string[];
} {
  const known = new Set(named.map(({ path }) => resolve(path)));
  const folders = new Set(named.map(({ path }) => dirname(path)));
  const beside: Glance[] = [];
  const unreadable: string[] = [];
  for (const folder of folders) {
    for (const name of readdirSync(folder).toSorted()) {
      const path = join(folder, name);
      if (!name.endsWith(".json") || known.has(resolve(path))) continue;
      const glance = glanceAt(path);
      if (glance === null) unreadable.push(name);
      else beside.push(glance);
    }
  }
  return { beside, unreadable };
}

/** Null if the file cannot be read as JSON; what is no definition has no id. */
function glanceAt(path: string): Glance | null {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(path, "utf8").replace(/^\uFEFF/, ""));
  } catch {
    return null;
  }
  const part = (key: string): unknown =>
    typeof content === "object" && content !== null ? Reflect.get(content, key) : undefined;
  const [id, together] = [part("id"), part("together")];
  return {
    path,
    id: typeof id === "string" ? id : "",
    together: Array.isArray(together) ? together.filter((one) => typeof one === "string") : null,
  };
}
