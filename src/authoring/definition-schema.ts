// The shape of a definition file as JSON Schema, so that an editor completes and checks it while it is written. The shape
// alone: what the expressions mean is checked by compiling.
import { z } from "zod";
import { DefinitionFile } from "#questionnaire";

/** A day or a year of the calendar by its name, put in before the file is read. */
const calendarName = { type: "string", pattern: "^@[A-Za-z]+$" } as const;

/**
 * JSON Schema 2020-12 of one definition file as it is written, bounds by their names in the calendar among them; as text
 * with a line feed at its end. The same for the same engine.
 */
export function definitionSchemaText(): string {
  const schema = z.toJSONSchema(DefinitionFile, {
    // "input": what is written, before blanks at the ends of texts are taken off.
    io: "input",
    reused: "ref",
    target: "draft-2020-12",
    override: ({ jsonSchema: { properties } }) => {
      if (properties === undefined) return;
      for (const bound of ["min", "max"]) {
        const written = properties[bound];
        if (typeof written === "object") properties[bound] = { anyOf: [written, calendarName] };
      }
    },
  });
  const titled = { ...schema, title: "Sanaq questionnaire definition, sanaq-questionnaire/1" };
  return `${JSON.stringify(titled, null, 2)}\n`;
}
