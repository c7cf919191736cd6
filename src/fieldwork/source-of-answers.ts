// Who answered (order, par. 9; O12): the respondent, someone entitled to speak for him, or the institution's
// administration. The order lets the administration answer only where interviewing is impossible, so that
// kind cannot be written down without its reason.
import { z } from "zod";

/** Why a respondent could not be interviewed. */
export const AdministrationReason = z.enum(["health", "cannot-communicate", "small-child", "absent", "other"]);
export type AdministrationReason = z.infer<typeof AdministrationReason>;

/** What the administration took the data from: a document it holds, or the word of its employee. */
export const AdministrationBasis = z.enum(["document", "oral"]);
export type AdministrationBasis = z.infer<typeof AdministrationBasis>;

/** The source of answers; `administration` carries its basis and reason, the others need none. */
export const SourceOfAnswers = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("respondent") }),
  z.strictObject({ kind: z.literal("family") }),
  z.strictObject({ kind: z.literal("legal-representative") }),
  z.strictObject({
    kind: z.literal("administration"),
    basis: AdministrationBasis,
    reason: AdministrationReason,
  }),
]);
export type SourceOfAnswers = z.infer<typeof SourceOfAnswers>;

/** True where somebody else speaks: questions are then asked in the third person, and the engine's context `proxy` is true. */
export function isProxy(source: SourceOfAnswers): boolean {
  return source.kind !== "respondent";
}

/** Two sources are one source when every fact about them agrees. */
export function isSameSource(a: SourceOfAnswers, b: SourceOfAnswers): boolean {
  if (a.kind === "administration" && b.kind === "administration") {
    return a.basis === b.basis && a.reason === b.reason;
  }
  return a.kind === b.kind;
}

/** The same one speaks: who, and of the administration from what. The reason it had to answer is no part of that. */
export function isSameSpeaker(a: SourceOfAnswers, b: SourceOfAnswers): boolean {
  if (a.kind === "administration" && b.kind === "administration") return a.basis === b.basis;
  return a.kind === b.kind;
}

/** What the engine is told of a source: the context values `proxy`, `source` and, of the administration, `basis`. */
export interface SourceFacts {
  readonly proxy: boolean;
  readonly source: SourceOfAnswers["kind"];
  readonly basis: AdministrationBasis | null;
}

export function sourceFacts(source: SourceOfAnswers): SourceFacts {
  return {
    proxy: isProxy(source),
    source: source.kind,
    basis: source.kind === "administration" ? source.basis : null,
  };
}
