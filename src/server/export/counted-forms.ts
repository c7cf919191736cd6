// Every form that counts, newest revision, opened by the engine with the version of the questionnaire it was filled with:
// what all exports go through.
import { personsNamedIn } from "#census";
import { FormLine } from "#fieldwork";
import { openInterview, type Interview, type Questionnaire } from "#questionnaire";
import { questionnaireOf, type InstrumentTexts } from "../registry/form-questionnaire.ts";
import { readCountedForms, type CountedForm } from "../store/census-store.ts";
import type { Database } from "../store/database.ts";

export interface OpenedForm {
  readonly row: Omit<CountedForm, "content">;
  readonly form: FormLine;
  readonly questionnaire: Questionnaire;
  readonly interview: Interview;
}

/** Its version was here when the form was accepted and is not now: the installed file was taken away or damaged. */
export interface FormOfNoVersion {
  readonly row: Omit<CountedForm, "content">;
  readonly form: FormLine;
  readonly interview: null;
}

const pageSize = 500;

/** In the order of tablet and form, page by page: a whole region's forms do not fit into memory. */
export async function* countedForms(
  database: Database,
  instruments: readonly InstrumentTexts[],
): AsyncGenerator<OpenedForm | FormOfNoVersion> {
  let after: { readonly sourceId: string; readonly formId: string } | null = null;
  for (;;) {
    const page: Awaited<ReturnType<typeof readCountedForms>> = await readCountedForms(database, after, pageSize);
    for (const row of page) yield openForm(row, instruments);
    const last = page.at(-1);
    if (last === undefined || page.length < pageSize) return;
    after = last;
  }
}

/** One accepted form by the engine, with the answers, confirmations and context it was sealed with. */
export function openForm(
  { content, ...row }: CountedForm,
  instruments: readonly InstrumentTexts[],
): OpenedForm | FormOfNoVersion {
  const form = FormLine.parse(content);
  const questionnaire = questionnaireOf(form.questionnaire, instruments);
  if (questionnaire === null) return { row, form, interview: null };
  const interview = openInterview(questionnaire, {
    context: { ...form.context, persons: personsNamedIn(questionnaire, form.answers) },
    answers: form.answers,
    confirmations: form.confirmations,
  });
  return { row, form, questionnaire, interview };
}
