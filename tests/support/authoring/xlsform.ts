// XLSForms for the tests, written as their authors see them: one line a row, cells between bars.
import { importXlsform, type ImportedForm, type SheetText } from "#authoring";
import { compileQuestionnaire, openInterview, type Answer, type Interview, type Questionnaire } from "#questionnaire";
import { demoAuthoringHost } from "./hosts.ts";

/** A sheet: the first line the headings. Cells are trimmed; an empty line is an empty row. */
export function sheet(name: string, text: string): SheetText {
  const rows = text
    .trim()
    .split("\n")
    .map((line) => line.split("|").map((cell) => cell.trim()));
  return { name, rows };
}

export function imported(...sheets: readonly SheetText[]): ImportedForm {
  const result = importXlsform(sheets, demoAuthoringHost);
  if (result.ok) return result.value;
  throw new Error(JSON.stringify(result.error, null, 1));
}

export function questionnaireOf(form: ImportedForm): Questionnaire {
  const compiled = compileQuestionnaire([form.definition], demoAuthoringHost);
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.error));
  return compiled.value;
}

export const code = (value: string): Answer => ({ state: "answered", value: { kind: "code", code: value } });
export const codes = (...values: readonly string[]): Answer => ({
  state: "answered",
  value: { kind: "codes", codes: [...values] },
});
export const number = (value: number): Answer => ({ state: "answered", value: { kind: "number", number: value } });
export const text = (value: string): Answer => ({ state: "answered", value: { kind: "text", text: value } });
export const date = (year: number, month: number, day: number): Answer => ({
  state: "answered",
  value: { kind: "date", date: { year, month, day } },
});

export function interview(form: ImportedForm, answers: Readonly<Record<string, Answer>> = {}): Interview {
  const opened = openInterview(questionnaireOf(form), { context: {}, answers: {} });
  for (const [path, answer] of Object.entries(answers)) opened.give(path, answer);
  return opened;
}

export function asked(opened: Interview): readonly string[] {
  return opened
    .sections()
    .flatMap(({ paths }) => paths)
    .filter((path) => opened.question(path).relevant);
}

export const fired = (opened: Interview): readonly string[] => opened.findings().map(({ edit }) => edit);

/** Reasons of what was not taken over, without the missing translations that every small fixture has. */
export function reasons({ notTaken }: ImportedForm): readonly string[] {
  return notTaken.filter(({ why }) => why !== "translation-missing").map(({ why, column }) => `${why} ${column}`);
}
