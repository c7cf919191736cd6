// One question on paper, with the boxes and lines its answer is written into.
import { unitText, type Alternative, type LeafQuestion, type Option, type Question } from "#questionnaire";
import { optionsOf } from "./condition-model.ts";
import { html, type Html } from "./html.ts";
import { printCondition, printNote, printText, printThirdPerson } from "./print-parts.ts";
import type { Printing } from "./printing.ts";

/** `id` is the full one: `P39.a` for the field `a`. */
export function printQuestion(printing: Printing, question: Question, id: string): Html {
  const { words } = printing;
  const fields = question.type === "composite" || question.type === "roster" ? question.fields : [];
  const isLong =
    fields.length > 0 ||
    (question.type === "single" && optionsOf(printing.questionnaire, printing.file.form, question).length > 14);
  return html`<div class="question${isLong ? " long" : ""}" id="${id}">
    <p class="text"><span class="number">${id}</span>${printText(printing, question.text)}${confidence(question)}</p>
    ${printCondition(printing, words.askedIf, question.relevant)} ${required(printing, question)}
    ${printThirdPerson(printing, question.thirdPerson)} ${printNote(printing, question.readAloud, words.readAloud)}
    ${printNote(printing, question.hint, null)} ${printNote(printing, question.why, words.why)}
    ${printNote(printing, question.interviewer, words.interviewer)}
    ${question.type === "composite" ? null : question.type === "roster" ? html`<p class="note">${words.rows} ${question.maxRows}</p>` : answerSpace(printing, question)}
    ${fields.length === 0 ? null : html`<div class="fields">${fields.map((field) => printQuestion(printing, field, `${id}.${field.id}`))}</div>`}
    ${besides(printing, question)}
  </div> `;
}

function confidence(question: Question): Html | null {
  return question.confidence === undefined ? null : html`<span class="confidence">${question.confidence}</span>`;
}

/** Said only where it is not the rule: a question is required unless it says otherwise. */
function required(printing: Printing, { required: isRequired }: Question): Html | null {
  if (isRequired === undefined || isRequired === true) return null;
  if (isRequired === false) return html`<p class="note">(${printing.words.notRequired})</p>`;
  return printCondition(printing, printing.words.requiredIf, isRequired);
}

function boxes(count: number): Html {
  return html`<span class="cells">${Array.from({ length: count }, () => html`<span class="box"></span>`)}</span>`;
}

const blank = html`<span class="blank"></span>`;

function answerSpace(printing: Printing, question: LeafQuestion): Html {
  const { words, language } = printing;
  switch (question.type) {
    case "single":
    case "multi":
      return choice(printing, question);
    case "number": {
      const width = Math.max(String(question.min).length, String(question.max).length) + (question.decimals ?? 0);
      const unit = unitText(question.unit, language, null);
      return html`<p>
        ${boxes(width)} ${unit} <span class="note">${words.number}, ${question.min}–${question.max}</span>
      </p>`;
    }
    case "text":
      return question.digits === undefined
        ? html`<p>${blank}</p>`
        : html`<p>${boxes(question.digits)} <span class="note">${words.digits} ${question.digits}</span></p>`;
    case "name":
      return html`<ul>
        ${[words.surname, words.given, words.patronymic].map((part) => html`<li>${part} ${blank}</li>`)}
      </ul>`;
    case "date":
    case "month": {
      const note = question.partial === true ? words.partial : "";
      const day = question.type === "date" ? html`${boxes(2)} ${words.day} ` : null;
      return html`<p>${day}${boxes(2)} ${words.month} ${boxes(4)} ${words.year} <span class="note">${note}</span></p>`;
    }
    case "code-list":
      return codeList(printing, question);
    case "place":
      return html`<ul>
        <li>${words.country} ${boxes(2)}</li>
        ${question.home === undefined ? null : html`<li>${words.unit} ${boxes(9)}</li>`}${question.home?.settlement === true ? html`<li>${words.settlement} ${boxes(1)}</li>` : null}
        ${question.freeText === true ? html`<li class="note">${words.freeText} ${blank}</li>` : null}
      </ul>`;
    case "person-ref":
      return html`<p>${boxes(3)} <span class="note">${words.person}</span></p>`;
  }
}

function choice(printing: Printing, question: Extract<LeafQuestion, { type: "single" | "multi" }>): Html {
  const { words, questionnaire, file } = printing;
  const { options } = question;
  const lead = question.type === "single" ? words.one : words.several;
  if (!Array.isArray(options) && "chosenIn" in options) {
    return html`<p class="note">${words.chosenIn} ${options.chosenIn}</p>
      <p>${boxes(2)}</p>`;
  }
  return html`<p class="note">${lead}</p>
    <ul>
      ${optionsOf(questionnaire, file.form, question).map((option) =>
        optionLine(printing, option, option.exclusive === true ? words.exclusive : null),
      )}
    </ul>`;
}

function optionLine(printing: Printing, option: Option | Alternative, note: string | null): Html {
  const { words } = printing;
  const { code, text, thirdPerson, when } = option;
  const hint = "hint" in option ? option.hint : undefined;
  return html`<li>
    <span class="box"></span
    ><span class="code">${code}</span
    >${printText(printing, text)}${note === null ? null : html` <span class="note">(${note})</span>`}${printThirdPerson(printing, thirdPerson)}${printNote(printing, hint, null)}${printCondition(printing, words.optionIf, when)}
  </li>`;
}

/** The list itself does not fit on paper; the answers most often given do. */
function codeList(printing: Printing, question: Extract<LeafQuestion, { type: "code-list" }>): Html {
  const { words, host, language } = printing;
  const named = new Map(host.codesOf(question.list).map(({ code, text }) => [code, text]));
  const frequent = (question.frequent ?? []).map((code) => {
    const label = named.get(code)?.[language] ?? "";
    return html`<li><span class="box"></span><span class="code">${code}</span>${label}</li>`;
  });
  const except = question.except ?? [];
  const width = Math.max(2, ...host.codesOf(question.list).map(({ code }) => code.length));
  return html`<p>
      ${boxes(width)}
      <span class="note"
        >${words.list} «${question.list}»${except.length === 0 ? "" : `, ${words.except} ${except.join(", ")}`}</span
      >
    </p>
    ${
      frequent.length === 0
        ? null
        : html`<ul>
            ${frequent}
          </ul>`
    }
    ${question.freeText === true ? html`<p class="note">${words.freeText} ${blank}</p>` : null}`;
}

/** Answers beside the value space. */
function besides(printing: Printing, question: Question): Html | null {
  const { words, file } = printing;
  const alternatives = (question.alternatives ?? []).map((alternative) => optionLine(printing, alternative, null));
  const specials = (question.special ?? []).map((state) => {
    const text = question.specialText?.[state] ?? file.specialText?.[state];
    return html`<li>
      <span class="box"></span>${text === undefined ? words.special[state] : printText(printing, text)}
    </li>`;
  });
  if (alternatives.length + specials.length === 0) return null;
  return html`<ul>
    ${[...alternatives, ...specials]}
  </ul>`;
}
