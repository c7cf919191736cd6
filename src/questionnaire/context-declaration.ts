// What an interview is told from outside, as a definition file declares it.
import { z } from "zod";
import { ProposalSource } from "./answer.ts";
import { Code, Name, QuestionId } from "./definition-names.ts";

const ScalarTypeName = z.enum(["boolean", "number", "text", "date", "code", "codes", "name", "place", "line"]);

/** One value handed in from outside; `codes` names the codes it can be, so that a wrong one is found. */
const ContextScalar = z.strictObject({ type: ScalarTypeName, codes: z.array(Code).min(1).max(200).optional() });

/** What the interview is told from outside: facts of the line, of the institution, of the household. */
export const ContextEntry = z.union([
  ContextScalar.extend({
    id: Name,
    /** Known before the interview and only proposed: read by `prefill` and `default` alone (QL92). */
    source: ProposalSource.optional(),
    /** Who answered this question, or what their word rests on: a fact about its answer, null until there is one (QL96). */
    sourceOf: QuestionId.optional(),
    basisOf: QuestionId.optional(),
  }),
  z.strictObject({
    id: Name,
    type: z.literal("list"),
    fields: z.record(Name, z.union([ScalarTypeName, ContextScalar])),
  }),
]);
export type ContextEntry = z.infer<typeof ContextEntry>;
