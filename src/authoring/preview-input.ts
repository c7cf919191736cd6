// The inputs of one question in the preview: plain HTML of the right kind for each type, filled with what is answered.
import {
  optionText,
  textWithFills,
  unitText,
  type AnswerValue,
  type OptionView,
  type QuestionView,
} from "#questionnaire";
import { html, type Html } from "./html.ts";
import type { Showing } from "./showing.ts";

type ValueOf<K extends AnswerValue["kind"]> = Extract<AnswerValue, { kind: K }>;

/** The value if it is of this kind. */
function valueOf<K extends AnswerValue["kind"]>(view: QuestionView, kind: K): ValueOf<K> | null {
  const { answer } = view;
  const isOfKind = (value: AnswerValue): value is ValueOf<K> => value.kind === kind;
  return answer.state === "answered" && isOfKind(answer.value) ? answer.value : null;
}

/** Inputs for the value, and for the answers beside it. */
export function inputsOf(view: QuestionView, showing: Showing): Html {
  const { type } = view.definition;
  if (type === "single")
    return html`<ul>
      ${singleChoices(view, showing)}
    </ul>`;
  return html`${valueInputs(view, showing)}${statesOf(view, showing)}`;
}

function valueInputs(view: QuestionView, showing: Showing): Html | null {
  const { definition, path } = view;
  const { language, words } = showing;
  switch (definition.type) {
    case "multi": {
      const boxes = view.options.map((option) => checkbox(view, option, showing));
      // An unchecked box sends nothing: this tells "all taken off" from "not on the page".
      return html`<input type="hidden" name="${path}|codes" value="" />
        <ul>
          ${boxes}
        </ul>`;
    }
    case "number": {
      const step = definition.decimals === undefined ? "1" : "any";
      const number = valueOf(view, "number")?.number ?? null;
      return html`<input
          type="number"
          step="${step}"
          name="${path}|value"
          value="${number ?? ""}"
          aria-labelledby="${path}-text"
        />
        ${unitText(definition.unit, language, number)}`;
    }
    case "text": {
      const mode = definition.digits === undefined ? "text" : "numeric";
      return html`<input
        type="text"
        inputmode="${mode}"
        name="${path}|value"
        value="${valueOf(view, "text")?.text ?? ""}"
        aria-labelledby="${path}-text"
      />`;
    }
    case "name": {
      const name = valueOf(view, "name");
      const { print } = showing;
      return html`${part(path, "surname", print.surname, name?.surname ?? "")}${part(path, "given", print.given, name?.given ?? "")}${part(path, "patronymic", print.patronymic, name?.patronymic ?? "")}`;
    }
    case "date":
    case "month":
      return dateInputs(view, showing);
    case "code-list":
      return html`<input
          type="text"
          list="list-${definition.list}"
          name="${path}|value"
          value="${valueOf(view, "code")?.code ?? ""}"
          aria-labelledby="${path}-text"
        />${definition.freeText === true ? writtenOut(view, showing) : null}`;
    case "place":
      return placeInputs(view, showing);
    case "person-ref": {
      const value = valueOf(view, "line")?.line;
      const lines = view.lines.map(
        (line) => html`<option value="${line}" ${selected(line === value)}>${line}</option>`,
      );
      return html`<select name="${path}|value" aria-labelledby="${path}-text">
        <option value="">${words.noAnswer}</option>
        ${lines}
      </select>`;
    }
    default:
      return null;
  }
}

function selected(isSo: boolean): Html | null {
  return isSo ? { html: "selected" } : null;
}

function checked(isSo: boolean): Html | null {
  return isSo ? { html: "checked" } : null;
}

function part(path: string, name: string, label: string, value: string | number): Html {
  return html`<label>${label} <input type="text" name="${path}|${name}" value="${value}" /></label> `;
}

function checkbox(view: QuestionView, option: OptionView, { language, person }: Showing): Html {
  const { code, chosen } = option;
  return html`<li>
    <label
      ><input type="checkbox" name="${view.path}|codes" value="${code}" ${checked(chosen)} /> ${code}
      ${optionText(option, view, language, person)}</label
    >
  </li>`;
}

function radio(path: string, value: string, label: string, isChosen: boolean): Html {
  return html`<li>
    <label><input type="radio" name="${path}|state" value="${value}" ${checked(isChosen)} /> ${label}</label>
  </li>`;
}

function singleChoices(view: QuestionView, showing: Showing): readonly Html[] {
  const { language, person } = showing;
  const options = view.options.map((option) => {
    const label = `${option.code} ${optionText(option, view, language, person)}`;
    return radio(view.path, `code:${option.code}`, label, option.chosen);
  });
  return [
    ...options,
    ...besides(view, showing),
    radio(view.path, "", showing.words.noAnswer, view.answer.state === "unanswered"),
  ];
}

function besides(view: QuestionView, { language, person }: Showing): readonly Html[] {
  const alternatives = view.alternatives.map((alternative) => {
    const label = optionText(alternative, view, language, person);
    return radio(view.path, `alternative:${alternative.code}`, label, alternative.chosen);
  });
  const specials = view.specials.map(({ state, text, chosen }) =>
    radio(view.path, state, textWithFills(text, language, view.fills, person), chosen),
  );
  return [...alternatives, ...specials];
}

/** "With a value" or one of the answers beside it. */
function statesOf(view: QuestionView, showing: Showing): Html | null {
  const others = besides(view, showing);
  if (others.length === 0) return null;
  const isPlain =
    view.answer.state === "answered" || view.answer.state === "unanswered" || view.answer.state === "proposed";
  return html`<ul>
    ${[radio(view.path, "value", showing.words.withValue, isPlain), ...others]}
  </ul>`;
}

function dateInputs(view: QuestionView, { print }: Showing): Html {
  const { path } = view;
  const date = valueOf(view, "date")?.date ?? valueOf(view, "month");
  const number = (name: string, label: string, value: number | null | undefined, max: number): Html =>
    html`<label
      >${label} <input type="number" min="1" max="${max}" name="${path}|${name}" value="${value ?? ""}"
    /></label> `;
  const day = date !== null && "day" in date ? date.day : null;
  return html`${view.definition.type === "date" ? number("day", print.day, day, 31) : null}${number("month", print.month, date?.month, 12)}${number("year", print.year, date?.year, 2200)}`;
}

/** In the respondent's own words, for what is in no list. */
function writtenOut(view: QuestionView, { words }: Showing): Html {
  const place = valueOf(view, "place");
  const text = valueOf(view, "other")?.text ?? place?.text ?? "";
  return html`<label>${words.other} <input type="text" name="${view.path}|other" value="${text}" /></label>`;
}

function placeInputs(view: QuestionView, showing: Showing): Html | null {
  const { print, words } = showing;
  const { definition, path } = view;
  if (definition.type !== "place") return null;
  const value = valueOf(view, "place");
  const listed = (name: string, label: string, list: string, code: string): Html =>
    html`<label>${label} <input type="text" list="list-${list}" name="${path}|${name}" value="${code}" /></label> `;
  const { home } = definition;
  const settlement = (["urban", "rural"] as const).map((kind, index) => {
    const label = print.settlement.split(" / ")[index] ?? kind;
    return html`<option value="${kind}" ${selected(value?.settlement === kind)}>${label}</option>`;
  });
  return html`${listed("country", print.country, definition.countries, value?.country ?? "")}${home === undefined ? null : listed("kato", print.unit, home.units, value?.kato ?? "")}${
    home?.settlement === true
      ? html`<label
          >${print.settlement}
          <select name="${path}|settlement">
            <option value="">${words.noAnswer}</option>
            ${settlement}
          </select></label
        >`
      : null
  }${definition.freeText === true ? writtenOut(view, showing) : null}`;
}
