// The shape of a definition file as JSON Schema, so that an editor completes and checks it while it is written. The shape
// alone: what the expressions mean is checked by compiling.
import { z } from "zod";
import { DefinitionFile } from "#questionnaire";

/** JSON Schema 2020-12 of one definition file, as text with a line feed at its end. The same for the same engine. */
export function definitionSchemaText(): string {
  // "input": what is written, before blanks at the ends of texts are taken off.
  const schema = z.toJSONSchema(DefinitionFile, { io: "input", reused: "ref", target: "draft-2020-12" });
  const titled = { ...schema, title: "Sanaq questionnaire definition, sanaq-questionnaire/1" };
  return `${JSON.stringify(titled, null, 2)}\n`;
}
