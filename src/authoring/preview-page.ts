// The preview as one page of plain HTML without a script: all asked questions with their inputs and findings, what
// remains, the values from outside, and examples to fill it with.
import {
  checkFinished,
  languages,
  questionText,
  textWithFills,
  type AskedPerson,
  type Finding,
  type Language,
  type QuestionView,
} from "#questionnaire";
import { levelWords } from "./check-words.ts";
import { answerValueInWords } from "./example-in-words.ts";
import { html, type Html } from "./html.ts";
import { inputsOf } from "./preview-input.ts";
import { previewStyle } from "./preview-style.ts";
import type { Showing } from "./showing.ts";
import { valueProblemText } from "./value-problem-words.ts";

const persons: readonly AskedPerson[] = ["second", "third"];

const languageNames: Readonly<Record<Language, string>> = { kk: "Қазақша", ru: "Русский", en: "English" };

/** What stays from step to step: the language, and who answers. */
export function settingQuery(language: Language, person: AskedPerson): string {
  return `lang=${language}${person === "third" ? "&person=third" : ""}`;
}

function settingInputs({ language, person }: Showing): Html {
  return html`<input
      type="hidden"
      name="lang"
      value="${language}"
    />${person === "third" ? html`<input type="hidden" name="person" value="third" />` : null}`;
}

/** The whole page, from the doctype on. */
export function previewPage(showing: Showing): string {
  const { questionnaire, interview, language, person, words } = showing;
  const title = questionnaire.forms.map(({ form, title: texts }) => `${form}. ${texts[language]}`).join(" · ");
  const page = html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${words.title}: ${title}</title>
        <style>
          ${{ html: previewStyle }}
        </style>
      </head>
      <body>
        <header>
          <h1>${title}</h1>
          <p class="trial">${words.testData}</p>
          <nav>
            ${languages.map((one) => html`<a href="/?${settingQuery(one, person)}" lang="${one}" ${one === language ? { html: 'aria-current="true"' } : null}>${languageNames[one]}</a> `)}
          </nav>
          <nav>
            ${persons.map((one) => html`<a href="/?${settingQuery(language, one)}" ${one === person ? { html: 'aria-current="true"' } : null}>${words.answering[one]}</a> `)}
          </nav>
          ${showing.message === null ? null : html`<p role="status" class="message">${showing.message}</p>`}
          ${exampleForm(showing)}
        </header>
        <main>
          <form method="post" action="/answers">
            ${settingInputs(showing)}
            <p class="save"><button name="action" value="save">${words.save}</button></p>
            ${interview
              .sections()
              .filter(({ relevant, paths }) => relevant && paths.length > 0)
              .map(
                (section) =>
                  html`<section>
                    <h2>${section.id}. ${section.title[language]}</h2>
                    ${section.paths.map((path) => questionPart(interview.question(path), showing))}
                  </section> `,
              )}
            <p class="save"><button name="action" value="save">${words.save}</button></p>
          </form>
        </main>
        <aside>${remainsPart(showing)} ${findingsPart(showing)} ${contextForm(showing)}</aside>
        ${listSuggestions(showing)}
      </body>
    </html> `;
  return page.html;
}

function exampleForm(showing: Showing): Html {
  const { targets, words, language } = showing;
  const options = targets.map(
    (target) =>
      html`<option value="${target.kind} ${target.id}">
        ${target.id}${target.kind === "edit" ? ` (${levelWords[target.level][language]})` : ""}
      </option>`,
  );
  return html`<form method="post" action="/example">
    ${settingInputs(showing)}
    <label
      >${words.example}
      <select name="target">
        ${options}
      </select></label
    >
    <button name="action" value="example">${words.fillExample}</button>
    <button name="action" value="rest">${words.fillRest}</button>
    <button name="action" value="again">${words.startAgain}</button>
  </form>`;
}

function questionPart(view: QuestionView, showing: Showing): Html {
  const { language, person, words } = showing;
  const { definition, path } = view;
  const text = questionText(view, language, person);
  const hint =
    definition.hint === undefined
      ? null
      : html`<p class="hint">${textWithFills(definition.hint, language, view.fills, person)}</p>`;
  const rows = view.rows.map(
    (row) =>
      html`<fieldset>
        <legend>${words.row} ${row.row}</legend>
        ${row.fields.filter(({ relevant }) => relevant).map((field) => questionPart(field, showing))}<button
          name="action"
          value="remove-row ${row.path}"
        >
          ${words.removeRow}
        </button>
      </fieldset>`,
  );
  return html`<fieldset class="question" id="${path}">
    <legend id="${path}-text"><strong>${path}</strong> ${text}</legend>
    ${hint} ${proposalPart(view, showing)} ${inputsOf(view, showing)}
    ${view.fields.filter(({ relevant }) => relevant).map((field) => questionPart(field, showing))} ${rows}
    ${definition.type === "roster" ? html`<button name="action" value="add-row ${path}">${words.addRow}</button>` : null}
    ${view.findings.map((finding) => findingPart(finding, path, showing))}
  </fieldset> `;
}

/** What the definition proposes, with its origin: it counts when it is confirmed. */
function proposalPart({ answer, path }: QuestionView, { words }: Showing): Html | null {
  if (answer.state !== "proposed") return null;
  return html`<p class="hint">
    ${words.proposed} ${answerValueInWords(answer.value)} (${answer.origin})
    <button name="action" value="accept ${path}">${words.confirm}</button>
  </p>`;
}

function findingPart(finding: Finding, path: string, { language, words }: Showing): Html {
  const { edit, level, confirmed } = finding;
  const text = findingText(finding, language);
  const isConfirmable = (level === "soft" || level === "critical") && !confirmed && finding.paths[0] === path;
  const confirm = isConfirmable
    ? html` <button name="action" value="confirm ${edit} ${path}">${words.confirm}</button>`
    : null;
  return html`<p class="finding ${level}">
    <strong>${levelWords[level][language]}</strong> ${edit}:
    ${text}${confirmed ? ` (${words.confirmed})` : ""}${confirm}
  </p>`;
}

function findingText({ text, problem }: Finding, language: Language): string {
  if (problem !== null) return valueProblemText(problem, language);
  return text?.[language] ?? "—";
}

function remainsPart({ interview, words }: Showing): Html {
  const remaining = interview.remaining();
  const links = remaining.map((path) => html`<a href="#${path}">${path}</a> `);
  const mayFinish = checkFinished(interview).length === 0;
  return html`<h2>${words.remains}: ${remaining.length}</h2>
    <p>${remaining.length === 0 ? words.nothingRemains : null}${links}</p>
    ${mayFinish ? html`<p><strong>${words.mayFinish}</strong></p>` : null}`;
}

/** Centre edits too: their author wants to see them fire. */
function findingsPart({ interview, words, language }: Showing): Html {
  const findings = interview.findings();
  const lines = findings.map(
    (finding) =>
      html`<li class="finding ${finding.level}">
        <a href="#${finding.paths[0] ?? ""}">${finding.edit}</a> (${levelWords[finding.level][language]})
        ${findingText(finding, language)}
      </li>`,
  );
  return html`<h2>${words.findings}: ${findings.length}</h2>
    <ul>
      ${lines}
    </ul>`;
}

function contextForm(showing: Showing): Html | null {
  const { questionnaire, context, words } = showing;
  const entries = questionnaire.files.flatMap((file) => file.context ?? []);
  const unique = entries.filter(({ id }, index) => entries.findIndex((other) => other.id === id) === index);
  if (unique.length === 0) return null;
  const inputs = unique.map(({ id, type }) => {
    const value = context.get(id) ?? "";
    const input =
      type === "list"
        ? html`<textarea name="${id}" rows="4">${value}</textarea>`
        : html`<input type="text" name="${id}" value="${value}" />`;
    return html`<p>
      <label>${id} (${type})<br />${input}</label>
    </p>`;
  });
  return html`<h2>${words.outside}</h2>
    <form method="post" action="/context">
      ${settingInputs(showing)}
      <p class="hint">${words.outsideHint}</p>
      ${inputs}
      <button name="action" value="context">${words.save}</button>
    </form>`;
}

/** Suggestions of the code lists the questions use; a browser shows them while one types. */
function listSuggestions({ questionnaire, host, language }: Showing): readonly Html[] {
  const names = new Set<string>();
  for (const { definition } of questionnaire.questionsById.values()) {
    if (definition.type === "code-list") names.add(definition.list);
    if (definition.type !== "place") continue;
    names.add(definition.countries);
    if (definition.home !== undefined) names.add(definition.home.units);
  }
  return [...names].map(
    (name) =>
      html`<datalist id="list-${name}">
        ${host.codesOf(name).map(({ code, text }) => html`<option value="${code}">${code} ${text[language]}</option>`)}
      </datalist> `,
  );
}
