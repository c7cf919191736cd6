// Every form that counts, newest revision, opened by the engine: what all exports go through.
import { personQuestionnaire, personsNamedIn } from "#census";
import { FormLine } from "#fieldwork";
import { openInterview, type Interview } from "#questionnaire";
import { readCountedForms, type CountedForm } from "../store/census-store.ts";
import type { Database } from "../store/database.ts";

export interface OpenedForm {
  readonly row: Omit<CountedForm, "content">;
  readonly form: FormLine;
  readonly interview: Interview;
}

const pageSize = 500;

/** In the order of tablet and form, page by page: a whole region's forms do not fit into memory. */
export async function* countedForms(database: Database): AsyncGenerator<OpenedForm> {
  let after: { readonly sourceId: string; readonly formId: string } | null = null;
  for (;;) {
    const page: Awaited<ReturnType<typeof readCountedForms>> = await readCountedForms(database, after, pageSize);
    for (const { content, ...row } of page) {
      const form = FormLine.parse(content);
      const interview = openInterview(personQuestionnaire(), {
        context: { ...form.context, persons: personsNamedIn(form.answers) },
        answers: form.answers,
        confirmations: form.confirmations,
      });
      yield { row, form, interview };
    }
    const last = page.at(-1);
    if (last === undefined || page.length < pageSize) return;
    after = last;
  }
}
