// The collection's configuration in the data folder: its windows, the Department's phone, and whether it is a demonstration.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { CollectionWindows, plannedWindows } from "#census";
import { z } from "zod";

const CollectionFile = z.strictObject({
  v: z.literal(1),
  isDemonstration: z.boolean(),
  windows: CollectionWindows,
  /** What an officer calls when the tablet's own help is not enough; told to each tablet at enrolment. */
  departmentPhone: z
    .string()
    .regex(/^[+\d() -]{3,40}$/)
    .optional(),
});
export type CollectionFile = z.infer<typeof CollectionFile>;

const dayMs = 24 * 3600 * 1000;

export function writeCollectionFile(dataDir: string, file: CollectionFile): void {
  writeFileSync(join(dataDir, "collection.json"), `${JSON.stringify(file, null, 2)}\n`);
}

export function hasCollectionFile(dataDir: string): boolean {
  return existsSync(join(dataDir, "collection.json"));
}

export function readCollectionFile(dataDir: string): CollectionFile {
  return CollectionFile.parse(JSON.parse(readFileSync(join(dataDir, "collection.json"), "utf8")));
}

/** The windows of the order, or for a demonstration windows around today. */
export function windowsFor(isDemonstration: boolean, nowMs: number): CollectionWindows {
  if (!isDemonstration) return plannedWindows;
  const span = [
    { opens: new Date(nowMs - 7 * dayMs).toISOString(), closes: new Date(nowMs + 90 * dayMs).toISOString() },
  ];
  return { v: 1, selfCompletion: span, interviewing: span };
}
