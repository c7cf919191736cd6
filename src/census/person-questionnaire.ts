// The questionnaire of one person: the person's part of form F1, form F3, and F4 for those who stay here for a while
// from abroad. The answer L04 decides which of the two is asked. Compiled once in a program's life.
import { DefinitionFile, type Option } from "#questionnaire";
import { compiledOnce } from "./compile-forms.ts";
import listPart from "./forms/f1.json" with { type: "json" };
import personForm from "./forms/f3.json" with { type: "json" };
import visitorForm from "./forms/f4.json" with { type: "json" };

const files: readonly unknown[] = [listPart, personForm, visitorForm];

/** F1 (person), F3 and F4 together. */
export const personQuestionnaire = compiledOnce(files);

/** A named set of options of a form, as the codebook needs it; empty for a name that is none. */
export function codeSetOf(form: string, name: string): readonly Option[] {
  const file = files.map((known) => DefinitionFile.parse(known)).find((known) => known.form === form);
  return file?.codeSets?.[name] ?? [];
}
