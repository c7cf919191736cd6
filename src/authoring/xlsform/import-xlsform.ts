// XLSForm, the field's authoring standard, as a definition file. What it holds that our language has no word for is
// listed with its cell and the reason; nothing is dropped in silence.
import {
  compileQuestionnaire,
  err,
  ok,
  type DefinitionError,
  type DefinitionFile,
  type Language,
  type LocalText,
  type QuestionnaireHost,
  type Result,
} from "#questionnaire";
import { createChoices } from "./choices.ts";
import { convertSurvey } from "./survey.ts";
import { createTexts } from "./texts.ts";
import { languageOf, readXlsformSheets, type NotTaken, type SheetText, type WorkbookError } from "./workbook.ts";

export interface ImportedForm {
  readonly definition: DefinitionFile;
  /** Cells whose content is not in the definition, or not in the same way, in the order of the workbook. */
  readonly notTaken: readonly NotTaken[];
  /** Names of the form with the ids they became. */
  readonly names: readonly { readonly name: string; readonly id: string }[];
}

export type XlsformError =
  | WorkbookError
  | { readonly type: "nothing-usable"; readonly notTaken: readonly NotTaken[] }
  /** The form itself contradicts our rules; the definition is given all the same, to be mended by hand. */
  | { readonly type: "not-consistent"; readonly errors: readonly DefinitionError[]; readonly form: ImportedForm };

const untitled: LocalText = { kk: "Атаусыз", ru: "Без названия", en: "Untitled" };

/** Sheets as a spreadsheet reader gives them; `host` is what the questionnaire will be compiled with. */
export function importXlsform(
  sheets: readonly SheetText[],
  host: QuestionnaireHost,
): Result<ImportedForm, XlsformError> {
  const read = readXlsformSheets(sheets);
  if (!read.ok) return read;
  const workbook = read.value;
  const settings = workbook.settings;
  const language: Language = languageOf(settings?.take("default_language") ?? "") ?? "en";
  const texts = createTexts(workbook, language);
  const title = settings === null ? null : (texts.of(settings, "form_title") ?? texts.of(settings, "title"));
  const name = settings?.take("form_id") ?? "";
  const version = Number(settings?.look("version") ?? "");
  const isVersion = Number.isInteger(version) && version >= 1 && version <= 2_147_483_647;
  if (isVersion) settings?.take("version");

  const converted = convertSurvey(workbook, texts, createChoices(workbook, texts));
  if (converted.sections.length === 0) return err({ type: "nothing-usable", notTaken: workbook.notTaken() });
  const form: DefinitionFile = {
    format: "sanaq-questionnaire/1",
    id: idOf(name),
    version: isVersion ? version : 1,
    unit: "form",
    form: "X",
    title: title ?? untitled,
    approval: { state: "draft" },
    ...(converted.calculations.length === 0 ? {} : { calculations: [...converted.calculations] }),
    sections: converted.sections.map((section, index) => ({
      id: `S${index + 1}`,
      title: section.title ?? title ?? untitled,
      questions: [...section.questions],
    })),
    ...(converted.edits.length === 0 ? {} : { edits: [...converted.edits] }),
  };
  const imported: ImportedForm = { definition: form, notTaken: workbook.notTaken(), names: converted.names };
  const compiled = compileQuestionnaire([form], host);
  return compiled.ok ? ok(imported) : err({ type: "not-consistent", errors: compiled.error, form: imported });
}

function idOf(name: string): string {
  const plain = name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/gu, "-")
    .replaceAll(/^-+|-+$/gu, "")
    .slice(0, 40);
  return plain === "" ? "imported" : plain;
}
