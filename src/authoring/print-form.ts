// A questionnaire on paper: every question with its number, texts, routing and boxes, and the edits in an annex. One
// self-contained page of HTML in one language, made to be read, discussed, signed and printed on A4.
import type { Calculation, ContextEntry, Language, Question, Questionnaire } from "#questionnaire";
import type { AuthoringHost } from "./authoring-host.ts";
import { conditionModel } from "./condition-model.ts";
import { html, type Html } from "./html.ts";
import { printFills } from "./print-fills.ts";
import { conditionText, printCondition } from "./print-parts.ts";
import { printQuestion } from "./print-question.ts";
import { printStyle } from "./print-style.ts";
import { printWords } from "./print-words.ts";
import type { Printing } from "./printing.ts";

/** The whole page, from the doctype on. */
export function printForms(questionnaire: Questionnaire, host: AuthoringHost, language: Language): string {
  const model = conditionModel(questionnaire);
  const words = printWords[language];
  const forms = questionnaire.files.map((file) => printForm({ questionnaire, host, language, model, words, file }));
  const title = questionnaire.files.map((file) => `${file.form}. ${file.title[language]}`).join(" · ");
  const page = html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <style>
          ${{ html: printStyle }}
        </style>
      </head>
      <body>
        ${forms}
      </body>
    </html> `;
  return page.html;
}

function printForm(printing: Printing): Html {
  const { file, language } = printing;
  return html`<article class="form">
    ${printHead(printing)}
    ${file.sections.map(
      (section) =>
        html`<section>
          <h2>${section.id}. ${section.title[language]}</h2>
          ${printCondition(printing, printing.words.askedIf, section.relevant)}
          ${section.questions.map((question) => printQuestion(printing, question, question.id))}
        </section> `,
    )}
    ${printEdits(printing)} ${printFills(printing)} ${printCalculations(printing)} ${printContext(printing)}
  </article> `;
}

function printHead({ file, words, language }: Printing): Html {
  const { approval } = file;
  const by = approval.by === undefined ? null : html`<p>${words.approvedBy}: ${approval.by} ${approval.on ?? ""}</p>`;
  const used = new Set(file.sections.flatMap(({ questions }) => questions.map(({ confidence }) => confidence)));
  const legend = (["REC", "REP", "OFF"] as const)
    .filter((mark) => used.has(mark))
    .map((mark) => html`<span class="confidence">${mark}</span> ${words.confidence[mark]} `);
  return html`<header class="head">
    <h1>${file.title[language]}</h1>
    <p>${words.form} ${file.form} · ${file.id} · ${words.version} ${file.version}</p>
    <p class="mark">${words.approval[approval.state]}</p>
    ${by} ${legend.length === 0 ? null : html`<p class="note">${legend}</p>`}
  </header>`;
}

function printEdits(printing: Printing): Html | null {
  const { file, words, language } = printing;
  const edits = file.edits ?? [];
  if (edits.length === 0) return null;
  const row = (edit: (typeof edits)[number]): Html =>
    html`<tr id="edit-${edit.id}">
      <th scope="row">${edit.id}<br />${words.level[edit.level]}</th>
      <td>
        ${conditionText(printing, edit.when)}${edit.forEach === undefined ? null : html` (${words.eachRow} ${edit.forEach})`}
      </td>
      <td>${edit.text?.[language] ?? "—"}</td>
      <td>${edit.at.join(", ")}</td>
    </tr> `;
  return html`<section>
    <h2>${words.edits}</h2>
    <table>
      <thead>
        <tr>
          <th scope="col">№</th>
          <th scope="col">${words.editCondition}</th>
          <th scope="col">${words.editMessage}</th>
          <th scope="col">${words.editAt}</th>
        </tr>
      </thead>
      <tbody>
        ${edits.map(row)}
      </tbody>
    </table>
  </section>`;
}

function printCalculations({ file, words }: Printing): Html | null {
  const ofRosters = file.sections.flatMap(({ questions }) => questions.flatMap(rosterCalculations));
  const calculations = [...(file.calculations ?? []), ...ofRosters];
  if (calculations.length === 0) return null;
  return html`<section>
    <h2>${words.calculations}</h2>
    <ul>
      ${calculations.map(({ id, expression }) => html`<li><strong>${id}</strong> = <code>${expression}</code></li>`)}
    </ul>
  </section>`;
}

/** Computed for each row; named with their roster. */
function rosterCalculations(question: Question): readonly Calculation[] {
  if (question.type !== "roster") return [];
  const own = (question.calculations ?? []).map(({ id, expression }) => ({ id: `${question.id}: ${id}`, expression }));
  return [...own, ...question.fields.flatMap(rosterCalculations)];
}

function printContext({ file, words }: Printing): Html | null {
  const context = file.context ?? [];
  if (context.length === 0) return null;
  return html`<section>
    <h2>${words.context}</h2>
    <ul>
      ${context.map((entry) => html`<li><strong>${entry.id}</strong>: <code>${contextType(entry)}</code></li>`)}
    </ul>
  </section>`;
}

function contextType(entry: ContextEntry): string {
  if (entry.type === "list") return `list (${Object.keys(entry.fields).join(", ")})`;
  return entry.codes === undefined ? entry.type : `${entry.type} (${entry.codes.join(", ")})`;
}
