// Looks for texts in every file of a browser profile, as a thief with a copy of the disk would:
// in UTF-8, UTF-16 and base64 of both. LevelDB's snappy blocks keep literal runs, so the text itself shows.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

export interface ProfileHit {
  /** Which of the needles, by its place in the list, so that no report carries the text. */
  readonly needle: number;
  readonly encoding: string;
  readonly file: string;
}

function encodings(text: string): readonly (readonly [string, Buffer])[] {
  const utf8 = Buffer.from(text, "utf8");
  const utf16 = Buffer.from(text, "utf16le");
  // A base64 text depends on where it starts within three bytes; the middle of each alignment is searched.
  const base64 = [0, 1, 2].map((shift) => {
    const coded = Buffer.concat([Buffer.alloc(shift, 0x20), utf8])
      .toString("base64")
      .replace(/=+$/, "");
    return Buffer.from(coded.slice(shift === 0 ? 0 : 4, -2), "latin1");
  });
  return [["utf-8", utf8], ["utf-16", utf16], ...base64.map((bytes, shift) => [`base64+${shift}`, bytes] as const)];
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    const found = statSync(path, { throwIfNoEntry: false });
    if (found === undefined) return [];
    return found.isDirectory() ? filesBelow(path) : found.isFile() ? [path] : [];
  });
}

export function searchProfile(folder: string, needles: readonly string[]): readonly ProfileHit[] {
  const hits: ProfileHit[] = [];
  for (const file of filesBelow(folder)) {
    const bytes = readFileSync(file);
    needles.forEach((text, needle) => {
      for (const [encoding, pattern] of encodings(text)) {
        if (pattern.length >= 6 && bytes.includes(pattern))
          hits.push({ needle, encoding, file: file.slice(folder.length) });
      }
    });
  }
  return hits;
}
