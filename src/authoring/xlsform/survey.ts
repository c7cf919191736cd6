// The survey sheet as questions, rosters, calculations and edits, in its order.
import type { Calculation, Edit, LocalText, Question } from "#questionnaire";
import type { Choices } from "./choices.ts";
import { createNames, type Names } from "./names.ts";
import { plainQuestion, type QuestionParts } from "./question-types.ts";
import { typeOf } from "./row-type.ts";
import type { Texts } from "./texts.ts";
import { translateExpression, type Known, type Scope, type ValueKind } from "./translate.ts";
import type { Row, Workbook } from "./workbook.ts";

export interface Converted {
  readonly sections: readonly { readonly title: LocalText | null; readonly questions: readonly Question[] }[];
  readonly calculations: readonly Calculation[];
  readonly edits: readonly Edit[];
  /** Names of the form with the ids they became, in their order. */
  readonly names: readonly { readonly name: string; readonly id: string }[];
}

interface Roster {
  readonly id: string;
  readonly name: string;
}

interface Place {
  readonly row: Row;
  readonly known: Known;
  /** Null at the top. */
  readonly roster: Roster | null;
}

const usualRows = 50;
const mostRows = 1000;

const kinds: Readonly<Record<string, ValueKind>> = {
  select_one: "code",
  select_multiple: "codes",
  acknowledge: "code",
  integer: "number",
  decimal: "number",
  range: "number",
  text: "text",
  date: "date",
  calculate: "number",
};

/** Ids are given in one walk ahead, so that an expression may name what comes later. */
function placesOf(rows: readonly Row[], names: Names): ReadonlyMap<Row, Place> {
  const places = new Map<Row, Place>();
  const open: Roster[] = [];
  for (const row of rows) {
    const { type } = typeOf(row);
    const name = row.take("name");
    const roster = open.at(-1) ?? null;
    const within = (id: string): string => (roster === null ? id : `${roster.id}.${id}`);
    if (type === "end_repeat") open.pop();
    else if (type === "begin_repeat") {
      const id = within(roster === null ? names.question(name) : names.field(roster.id, name));
      places.set(row, { row, known: { id, kind: "text", roster: null }, roster });
      open.push({ id, name });
    } else if (type === "calculate" && roster === null) {
      places.set(row, { row, known: { id: names.calculation(name), kind: "number", roster: null }, roster });
    } else if (kinds[type] !== undefined && type !== "calculate") {
      const id = within(roster === null ? names.question(name) : names.field(roster.id, name));
      places.set(row, { row, known: { id, kind: kinds[type], roster: roster?.id ?? null }, roster });
    }
  }
  return places;
}

export function convertSurvey(workbook: Workbook, texts: Texts, choices: Choices): Converted {
  const places = placesOf(workbook.survey, createNames());
  const byName = new Map([...places.values()].map((place) => [place.row.look("name"), place]));
  const scopeOf = (self: Known | null): Omit<Scope, "columns"> => ({
    question: (name) => byName.get(name)?.known ?? null,
    roster: (name) => {
      const place = byName.get(name);
      return place !== undefined && typeOf(place.row).type === "begin_repeat" ? place.known.id : null;
    },
    self,
  });
  const translated = (row: Row, column: string, self: Known | null): string | null => {
    const source = row.take(column);
    if (source === "") return null;
    const result = translateExpression(source, { ...scopeOf(self), columns: {} });
    if (result.ok) return result.value;
    workbook.note(row, column, "expression-unsupported", source);
    return null;
  };

  const sections: { title: LocalText | null; questions: Question[] }[] = [{ title: null, questions: [] }];
  const calculations: Calculation[] = [];
  const edits: Edit[] = [];
  /** Conditions of the open groups, and where questions go now. */
  const groups: { readonly when: string | null; readonly isTop: boolean }[] = [];
  const rosters: { readonly question: Question & { type: "roster" }; readonly depth: number }[] = [];
  let note: LocalText | null = null;

  const put = (question: Question): void => {
    const roster = rosters.at(-1)?.question;
    if (roster !== undefined) roster.fields.push(question);
    else sections.at(-1)?.questions.push(question);
  };
  const groupConditions = (): readonly string[] =>
    groups.slice(rosters.at(-1)?.depth ?? 0).flatMap(({ when }) => (when === null ? [] : [when]));

  const partsOf = (row: Row, known: Known): QuestionParts => {
    const conditions = [...groupConditions(), translated(row, "relevant", known)].filter((one) => one !== null);
    const required = row.take("required").toLowerCase();
    const readAloud = note;
    note = null;
    const label = texts.of(row, "label") ?? { kk: known.id, ru: known.id, en: known.id };
    const hint = texts.of(row, "hint");
    const interviewer = texts.of(row, "guidance_hint");
    row.takeTexts("required_message");
    return {
      id: known.id.split(".").at(-1) ?? known.id,
      text: label,
      ...(hint === null ? {} : { hint }),
      ...(interviewer === null ? {} : { interviewer }),
      ...(readAloud === null ? {} : { readAloud }),
      ...(conditions.length === 0 ? {} : { relevant: conditions.map((one) => `(${one})`).join(" and ") }),
      required: ["yes", "true", "true()", "1"].includes(required)
        ? true
        : required === "" || ["no", "false", "false()"].includes(required)
          ? false
          : (translated(row, "required", known) ?? false),
    };
  };

  const constraint = (row: Row, known: Known): void => {
    const holds = translated(row, "constraint", known);
    const message = texts.of(row, "constraint_message");
    if (holds === null) return;
    const text = message ?? {
      kk: "Жауап рұқсат етілген шекте емес.",
      ru: "Ответ вне допустимых границ.",
      en: "The answer is outside the allowed range.",
    };
    const id = `C${String(edits.length + 1).padStart(3, "0")}`;
    const forEach = known.roster === null ? {} : { forEach: known.roster };
    edits.push({ id, level: "hard", when: `not (${holds})`, at: [known.id], ...forEach, text });
  };

  for (const row of workbook.survey) {
    const { type } = typeOf(row);
    row.take("type");
    const place = places.get(row);
    for (const column of ["appearance", "parameters"]) {
      if (type === "range" && column === "parameters") continue;
      if (row.take(column) !== "") workbook.note(row, column, "presentation");
    }
    if (row.take("default") !== "") workbook.note(row, "default", "default-value");
    switch (type) {
      case "begin_group": {
        const isTop = groups.length === 0 && rosters.length === 0;
        const title = texts.of(row, "label");
        if (isTop) sections.push({ title, questions: [] });
        groups.push({ when: translated(row, "relevant", null), isTop });
        break;
      }
      case "end_group":
        if (groups.pop()?.isTop === true) sections.push({ title: null, questions: [] });
        break;
      case "begin_repeat": {
        if (place === undefined) break;
        const count = row.take("repeat_count");
        const fixed = /^\d+$/u.test(count) ? Math.min(Math.max(1, Number(count)), mostRows) : null;
        if (fixed === null)
          workbook.note(row, "repeat_count", "rows-limited", count === "" ? String(usualRows) : count);
        const parts = partsOf(row, place.known);
        const roster: Question & { type: "roster" } = {
          ...parts,
          type: "roster",
          fields: [],
          maxRows: fixed ?? usualRows,
          minRows: fixed ?? 0,
        };
        put(roster);
        rosters.push({ question: roster, depth: groups.length });
        break;
      }
      case "end_repeat":
        rosters.pop();
        break;
      case "note":
        note = texts.of(row, "label");
        if (row.take("relevant") !== "") workbook.note(row, "relevant", "expression-unsupported");
        break;
      case "calculate": {
        const expression = place === undefined ? null : translated(row, "calculation", null);
        if (place === undefined) workbook.note(row, "type", "type-unsupported");
        else if (expression !== null) calculations.push({ id: place.known.id, expression });
        break;
      }
      default: {
        if (place === undefined) {
          if (type !== "") workbook.note(row, "type", "type-unsupported");
          break;
        }
        const { known } = place;
        const options = (list: string) => choices.optionsOf(list, row.take("choice_filter"), row, scopeOf(known));
        const question = plainQuestion(row, partsOf(row, known), options, workbook);
        if (question === null) break;
        put(question);
        constraint(row, known);
      }
    }
  }
  if (note !== null) {
    const last = workbook.survey.findLast((row) => typeOf(row).type === "note");
    if (last !== undefined) workbook.note(last, "label", "note-without-question");
  }
  return {
    sections: sections.filter(({ questions }) => questions.length > 0),
    calculations,
    edits,
    names: [...places.values()].map(({ row, known }) => ({ name: row.look("name"), id: known.id })),
  };
}
