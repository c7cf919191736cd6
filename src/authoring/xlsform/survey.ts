// The survey sheet as questions, rosters, calculations and edits, in its order.
import type { Calculation, Edit, LocalText, Question, RosterQuestion } from "#questionnaire";
import type { Choices } from "./choices.ts";
import { readNesting, type BlockKind } from "./nesting.ts";
import { createPendingNotes, type Standing } from "./pending-notes.ts";
import { otherQuestion, plainQuestion } from "./question-types.ts";
import { rowsOf, type RowCount } from "./repeat-count.ts";
import { typeOf } from "./row-type.ts";
import { createRowReader, type RowReader } from "./survey-parts.ts";
import { findPlaces, type Places } from "./survey-places.ts";
import type { Texts } from "./texts.ts";
import type { Known } from "./translate.ts";
import type { NotTakenReason, Row, Workbook } from "./workbook.ts";

export interface Converted {
  readonly sections: readonly { readonly title: LocalText | null; readonly questions: readonly Question[] }[];
  readonly calculations: readonly Calculation[];
  readonly edits: readonly Edit[];
  readonly names: Places["names"];
}

export function convertSurvey(workbook: Workbook, texts: Texts, choices: Choices): Converted {
  const nesting = readNesting(workbook);
  const places = findPlaces(workbook, nesting);
  const reader = createRowReader(workbook, texts, places);
  const survey = createSurvey(workbook, texts, choices, places, reader);
  for (const row of workbook.survey) {
    row.take("type");
    reader.looks(row);
    const closed = nesting.get(row);
    if (closed === undefined) (survey.acts.get(typeOf(row).type) ?? survey.question)(row);
    else closed.forEach(survey.close);
  }
  choices.end();
  return survey.end();
}

interface Survey {
  /** What a row of this type does; any other is a question. */
  readonly acts: ReadonlyMap<string, (row: Row) => void>;
  readonly question: (row: Row) => void;
  /** Ends the innermost block, which is of this kind. */
  readonly close: (kind: BlockKind) => void;
  readonly end: () => Converted;
}

/** Why a row of this type becomes no question. */
function whyUnusable(type: string): NotTakenReason {
  if (type === "") return "type-missing";
  return /_from_file$|_external$/u.test(type) ? "choices-in-file" : "type-unsupported";
}

interface OpenRoster {
  readonly row: Row;
  readonly known: Known;
  readonly roster: RosterQuestion;
  readonly calculations: Calculation[];
  readonly count: RowCount;
  readonly isUnasked: boolean;
  /** How many groups stood open before. */
  readonly outside: number;
}

function createSurvey(workbook: Workbook, texts: Texts, choices: Choices, places: Places, reader: RowReader): Survey {
  const sections: { readonly title: LocalText | null; readonly questions: Question[] }[] = [
    { title: null, questions: [] },
  ];
  const calculations: Calculation[] = [];
  const edits: Edit[] = [];
  const groups: { readonly when: string | null; readonly isTop: boolean }[] = [];
  const rosters: OpenRoster[] = [];
  const notes = createPendingNotes(workbook, texts.main);

  const put = (question: Question): void => {
    const roster = rosters.at(-1)?.roster;
    if (roster === undefined) sections.at(-1)?.questions.push(question);
    else roster.fields.push(question);
  };
  const editId = (): string => `C${String(edits.length + 1).padStart(3, "0")}`;
  /** Where a row stands; `own` are the conditions that it adds. */
  const standing = (...own: readonly (string | null)[]): Standing => ({
    roster: rosters.at(-1)?.known.id ?? null,
    conditions: [...groups.slice(rosters.at(-1)?.outside ?? 0).map(({ when }) => when), ...own].flatMap((when) =>
      when === null || when === "true" ? [] : [when],
    ),
  });
  /** What nobody is asked is no question of ours; the author hears of it. */
  const isNeverAsked = (row: Row, { conditions }: Standing): boolean => {
    if (!conditions.includes("false")) return false;
    workbook.note(row, "type", "never-asked", row.look("name"));
    return true;
  };

  const beginGroup = (row: Row): void => {
    const isTop = groups.length === 0 && rosters.length === 0;
    const title = texts.of(row, "label");
    if (isTop) sections.push({ title, questions: [] });
    else if (title !== null) workbook.note(row, "label", "title-of-inner-group", title[texts.main]);
    groups.push({ when: reader.condition(row, "relevant", null), isTop });
  };
  const beginRepeat = (row: Row): void => {
    const known = places.of(row);
    if (known === null) return;
    const count = rowsOf(row, reader, workbook);
    const where = standing(reader.condition(row, "relevant", known), count.when);
    const parts = reader.parts(row, known, where.conditions, notes.takeFor(where));
    const roster: RosterQuestion = { ...parts, type: "roster", fields: [], ...count.limits };
    const isUnasked = isNeverAsked(row, where);
    rosters.push({ row, known, roster, calculations: [], count, isUnasked, outside: groups.length });
  };
  const endRepeat = (): void => {
    const ended = rosters.pop();
    if (ended === undefined) return;
    const { row, known, roster, calculations: own, count, isUnasked } = ended;
    if (roster.fields.length === 0) workbook.note(row, "type", "repeat-empty");
    if (roster.fields.length === 0 || isUnasked) return;
    put(own.length === 0 ? roster : { ...roster, calculations: own });
    if (count.wrong !== null) edits.push(count.wrong(known, editId()));
  };
  const keepNote = (row: Row): void => {
    const text = texts.of(row, "label");
    const when = reader.condition(row, "relevant", null);
    // A condition that cannot be said is one that no question has.
    const isUnsayable = when === null && row.look("relevant") !== "";
    if (text !== null) notes.add(row, text, standing(isUnsayable ? "" : when));
  };
  const calculate = (row: Row): void => {
    const known = places.of(row);
    const made = reader.value(row, "calculation");
    if (row.look("calculation") === "") workbook.note(row, "name", "expression-unsupported");
    const { conditions } = standing(row.take("relevant") === "" ? null : row.look("relevant"));
    if (known === null || made === null) return;
    if (conditions.length > 0) workbook.note(row, "calculation", "computed-always");
    (rosters.at(-1)?.calculations ?? calculations).push({ id: known.id, expression: made.text });
  };
  const question = (row: Row): void => {
    const known = places.of(row);
    if (known === null) {
      const { type } = typeOf(row);
      workbook.note(row, type === "" ? "name" : "type", whyUnusable(type));
      return;
    }
    const where = standing(reader.condition(row, "relevant", known));
    const optionsOf = (list: string) =>
      choices.optionsOf(list, row.take("choice_filter"), row, places.scope(row, known));
    const plain = plainQuestion(row, reader.parts(row, known, where.conditions, null), optionsOf, workbook);
    if (plain === null || isNeverAsked(row, where)) return;
    const made = reader.withDefault(row, known, plain);
    // A question that cannot be taken over leaves its notes to the next one.
    const readAloud = notes.takeFor(where);
    put(readAloud === null ? made : { ...made, readAloud });
    const other = places.otherOf(row);
    if (other !== null) put(otherQuestion(known, other.id.split(".").at(-1) ?? other.id));
    const edit = reader.constraint(row, known, editId());
    if (edit !== null) edits.push(edit);
  };

  return {
    acts: new Map([
      ["begin_group", beginGroup],
      ["begin_repeat", beginRepeat],
      ["note", keepNote],
      ["calculate", calculate],
    ]),
    question,
    close: (kind) => {
      if (kind === "repeat") endRepeat();
      else if (groups.pop()?.isTop === true) sections.push({ title: null, questions: [] });
    },
    end: () => {
      notes.end();
      while (rosters.length > 0) endRepeat();
      return {
        sections: sections.filter(({ questions }) => questions.length > 0),
        calculations,
        edits,
        names: places.names,
      };
    },
  };
}
