// What a statistician uses to write a questionnaire: text in, text out. Files are read and written by src/server/cli.
export type { AuthoringHost, ListedCode } from "./authoring-host.ts";
export { checkData, checkFiles, checkReport } from "./check-files.ts";
export { definitionSchemaText } from "./definition-schema.ts";
export { errorLines, explainError } from "./explain-error.ts";
export { fillInterview } from "./fill-interview.ts";
export { createExampleSearch, findExamples } from "./find-examples.ts";
export type { Reached, Target } from "./find-examples.ts";
export { createPreview } from "./preview.ts";
export type { Preview, PreviewRequest } from "./preview.ts";
export { findJsonBreak } from "./json-break.ts";
export type { JsonBreak, JsonProblem } from "./json-break.ts";
export { printForms } from "./print-form.ts";
export { importXlsform } from "./xlsform/import-xlsform.ts";
export type { ImportedForm, XlsformError } from "./xlsform/import-xlsform.ts";
export type { NotTaken, NotTakenReason, SheetText } from "./xlsform/workbook.ts";
export { seededRandom } from "./seeded-random.ts";
