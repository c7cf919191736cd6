// Definition files in, one questionnaire out; or everything that is wrong with them, each with its file and place.
import { capErrors } from "./cap-errors.ts";
import { answerFactsOf } from "./check-answer-facts.ts";
import { checkDefinition } from "./check-definition.ts";
import { questionsByRole } from "./check-roles.ts";
import type { DefinitionError } from "./definition-error.ts";
import type { DefinitionFile } from "./definition.ts";
import { unknownWords } from "./fill-words.ts";
import type { QuestionnaireHost } from "./host.ts";
import { layOut, type LaidOut } from "./lay-out.ts";
import { makePlan } from "./make-plan.ts";
import type { Plan } from "./plan.ts";
import type { Questionnaire, QuestionEntry, SectionEntry } from "./questionnaire.ts";
import { readFiles } from "./read-files.ts";
import { err, ok, type Result } from "./result.ts";

/**
 * Compiles files into one questionnaire in the order given: names of all files are seen by all (QL6).
 * Refuses with every error that can be found at once (of very many, the first); a circle is looked for only when all else is right.
 */
export function compileQuestionnaire(
  files: readonly unknown[],
  host: QuestionnaireHost,
): Result<Questionnaire, readonly DefinitionError[]> {
  const read = readFiles(files);
  if (!read.ok) return err(capErrors(read.error));
  const [first] = read.value;
  if (first === undefined) {
    return err([{ type: "shape-wrong", file: "#1", place: "the files", reason: "there is none" }]);
  }
  const laidOut = layOut(read.value);
  const { checked, errors } = checkDefinition(read.value, laidOut, host);
  const all = [...wholeErrors(read.value), ...errors];
  if (all.length > 0) return err(capErrors(all));
  const plan = makePlan(checked, laidOut.names.context, host);
  return plan.ok ? ok(toQuestionnaire(read.value, laidOut, plan.value)) : plan;
}

function wholeErrors(files: readonly DefinitionFile[]): readonly DefinitionError[] {
  const errors: DefinitionError[] = [];
  const [first] = files;
  const seen = new Set<string>();
  for (const { id, unit } of files) {
    if (seen.has(id))
      errors.push({ type: "id-duplicate", file: id, place: "the file", id, firstPlace: "another file" });
    seen.add(id);
    if (first !== undefined && unit !== first.unit) {
      errors.push({ type: "unit-different", file: id, place: "unit", unit, first: first.unit });
    }
  }
  return errors;
}

function toQuestionnaire(files: readonly DefinitionFile[], laidOut: LaidOut, plan: Plan): Questionnaire {
  const { names } = laidOut;
  const questionsById = new Map<string, QuestionEntry>();
  for (const slot of names.questions.values()) {
    const { id, form, section, definition } = slot;
    const parent = slot.composite?.id ?? slot.layout.roster?.id ?? null;
    questionsById.set(id, { id, form, section, definition, parent });
  }
  const sections = files.flatMap((file) =>
    file.sections.map((section): SectionEntry => ({
      id: section.id,
      form: file.form,
      title: section.title,
      questionIds: section.questions.map(({ id }) => id),
    })),
  );
  return {
    plan,
    id: files.map(({ id }) => id).join("+"),
    version: Math.max(...files.map(({ version }) => version)),
    unit: files[0]?.unit ?? "",
    files,
    forms: files.map(({ id, version, form, title, approval }) => ({
      id,
      version,
      form,
      title,
      approval: approval.state,
    })),
    sections,
    questionsById,
    edits: files.flatMap((file) => file.edits ?? []),
    contextNames: new Set(names.context.keys()),
    calculationIds: new Set(names.calculations.keys()),
    unknownFills: Object.fromEntries([...laidOut.fills].map(([id, { fill }]) => [id, unknownWords(fill)])),
    answerFacts: answerFactsOf(files),
    roles: questionsByRole(files),
  };
}
