// The survey sheet as questions, rosters, calculations and edits, in its order.
import type { Calculation, Edit, Language, LocalText, Question, RosterQuestion } from "#questionnaire";
import type { Choices } from "./choices.ts";
import { plainQuestion } from "./question-types.ts";
import { typeOf } from "./row-type.ts";
import { createRowReader, type RowReader } from "./survey-parts.ts";
import { findPlaces, type Places } from "./survey-places.ts";
import type { Texts } from "./texts.ts";
import type { Row, Workbook } from "./workbook.ts";

export interface Converted {
  readonly sections: readonly { readonly title: LocalText | null; readonly questions: readonly Question[] }[];
  readonly calculations: readonly Calculation[];
  readonly edits: readonly Edit[];
  readonly names: Places["names"];
}

const usualRows = 50;
const mostRows = 1000;

export function convertSurvey(workbook: Workbook, texts: Texts, choices: Choices): Converted {
  const places = findPlaces(workbook.survey);
  const reader = createRowReader(workbook, texts, places);
  const survey = createSurvey(workbook, texts, choices, places, reader);
  for (const row of workbook.survey) {
    row.take("type");
    reader.looks(row);
    const act = survey.acts.get(typeOf(row).type) ?? survey.question;
    act(row);
  }
  return survey.end();
}

interface Survey {
  /** What a row of this type does; any other is a question. */
  readonly acts: ReadonlyMap<string, (row: Row) => void>;
  readonly question: (row: Row) => void;
  readonly end: () => Converted;
}

function createSurvey(workbook: Workbook, texts: Texts, choices: Choices, places: Places, reader: RowReader): Survey {
  const sections: { readonly title: LocalText | null; readonly questions: Question[] }[] = [
    { title: null, questions: [] },
  ];
  const calculations: Calculation[] = [];
  const edits: Edit[] = [];
  const groups: { readonly when: string | null; readonly isTop: boolean }[] = [];
  /** Open repeats; `outside` is how many groups stood open before. */
  const rosters: { readonly roster: RosterQuestion; readonly outside: number }[] = [];
  /** Notes since the last question, which are read aloud before the next one. */
  let notes: { readonly row: Row; readonly text: LocalText }[] = [];

  const put = (question: Question): void => {
    const roster = rosters.at(-1)?.roster;
    if (roster === undefined) sections.at(-1)?.questions.push(question);
    else roster.fields.push(question);
  };
  const around = (): readonly string[] =>
    groups.slice(rosters.at(-1)?.outside ?? 0).flatMap(({ when }) => (when === null ? [] : [when]));
  const takeNotes = (): LocalText | null => {
    const texts = notes.map(({ text }) => text);
    notes = [];
    return texts.length === 0 ? null : joined(texts);
  };

  const beginGroup = (row: Row): void => {
    const isTop = groups.length === 0 && rosters.length === 0;
    const title = texts.of(row, "label");
    if (isTop) sections.push({ title, questions: [] });
    else if (title !== null) workbook.note(row, "label", "title-of-inner-group", title[texts.main]);
    groups.push({ when: reader.expression(row, "relevant", null), isTop });
  };
  const endGroup = (): void => {
    if (groups.pop()?.isTop === true) sections.push({ title: null, questions: [] });
  };
  const beginRepeat = (row: Row): void => {
    const known = places.of(row);
    if (known === null) return;
    const count = row.take("repeat_count");
    const fixed = /^\d+$/u.test(count) ? Math.min(Math.max(1, Number(count)), mostRows) : null;
    if (fixed === null) workbook.note(row, "repeat_count", "rows-limited", count === "" ? String(usualRows) : count);
    const roster: RosterQuestion = {
      ...reader.parts(row, known, around(), takeNotes()),
      type: "roster",
      fields: [],
      maxRows: fixed ?? usualRows,
      minRows: fixed ?? 0,
    };
    put(roster);
    rosters.push({ roster, outside: groups.length });
  };
  const keepNote = (row: Row): void => {
    const text = texts.of(row, "label");
    if (text !== null) notes.push({ row, text });
    if (row.take("relevant") !== "") workbook.note(row, "relevant", "expression-unsupported");
  };
  const calculate = (row: Row): void => {
    const known = places.of(row);
    const expression = known === null ? null : reader.expression(row, "calculation", null);
    if (known === null) workbook.note(row, "type", "type-unsupported");
    else if (expression !== null) calculations.push({ id: known.id, expression });
  };
  const question = (row: Row): void => {
    const known = places.of(row);
    if (known === null) {
      if (typeOf(row).type !== "") workbook.note(row, "type", "type-unsupported");
      return;
    }
    const optionsOf = (list: string) => choices.optionsOf(list, row.take("choice_filter"), row, places.scope(known));
    const plain = plainQuestion(row, reader.parts(row, known, around(), null), optionsOf, workbook);
    if (plain === null) return;
    const made = reader.withDefault(row, known, plain);
    // A question that cannot be taken over leaves its notes to the next one.
    const readAloud = takeNotes();
    put(readAloud === null ? made : { ...made, readAloud });
    const edit = reader.constraint(row, known, `C${String(edits.length + 1).padStart(3, "0")}`);
    if (edit !== null) edits.push(edit);
  };

  return {
    acts: new Map([
      ["begin_group", beginGroup],
      ["end_group", endGroup],
      ["begin_repeat", beginRepeat],
      ["end_repeat", () => void rosters.pop()],
      ["note", keepNote],
      ["calculate", calculate],
    ]),
    question,
    end: () => {
      for (const { row, text } of notes) workbook.note(row, "label", "note-without-question", text[texts.main]);
      return {
        sections: sections.filter(({ questions }) => questions.length > 0),
        calculations,
        edits,
        names: places.names,
      };
    },
  };
}

/** Texts one after another, each on its own line, in every language. */
function joined(texts: readonly LocalText[]): LocalText {
  const inLanguage = (language: Language): string => texts.map((text) => text[language]).join("\n");
  return { kk: inLanguage("kk"), ru: inLanguage("ru"), en: inLanguage("en") };
}
