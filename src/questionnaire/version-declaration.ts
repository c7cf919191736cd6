// What a definition file says about its earlier versions. Whether it is true is checked by compareVersions.
import { z } from "zod";
import { Code, FullId, Name } from "./definition-names.ts";

/** How an answer of one type becomes one of another. What would lose a part is asked again. */
export const Conversion = z.enum(["number-to-text", "date-to-month", "month-to-date", "single-to-multi"]);
export type Conversion = z.infer<typeof Conversion>;

/** How an earlier version of the file becomes this one (QL70–QL75). Keys are ids of the earlier version, but for `added`. */
export const VersionMap = z.strictObject({
  /** The earlier version's number. */
  version: z.int().min(1),
  /** Ids that are new. A composite or roster stands for its fields, here and below. */
  added: z.array(FullId).max(2_000).optional(),
  /** Why each question is gone; its answers are kept aside. */
  removed: z.record(FullId, z.string().trim().min(1).max(500)).optional(),
  renamed: z.record(FullId, FullId).optional(),
  /** Old code to new code; null: asked again. `refused`, `unknown` and `other` name those answers. */
  recoded: z.record(FullId, z.record(Code, Code.nullable())).optional(),
  converted: z.record(FullId, Conversion).optional(),
  /** Why another question has the role now, by the role; otherwise it stays with its question. */
  rolesMoved: z.record(Name, z.string().trim().min(1).max(500)).optional(),
  /** Same id, another question: what was answered is kept aside. */
  askedAgain: z.array(FullId).max(2_000).optional(),
});
export type VersionMap = z.infer<typeof VersionMap>;
