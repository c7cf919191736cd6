// One row of an institution's file: its cells by the officer's mapping, parsed and checked, or the first reason why not.
import { err, ok, type Result } from "#questionnaire";
import { parseDateCell, type DateCellError } from "./date-cell.ts";
import { parseIinCell, type IinCellError } from "./iin-cell.ts";
import { isBlankCell } from "./blank-cell.ts";
import type { ListField, ListMapping } from "./list-columns.ts";
import type { ListPerson } from "./list-person.ts";
import { createListPerson, type PersonField, type PersonProblem } from "./person-entry.ts";
import { splitFullName } from "./full-name.ts";
import { parsePositionCell, parsePresenceCell, parseSexCell } from "./word-cell.ts";

/** Why a row is refused. Codes only: the row's own text stays in the file. */
export type RefusalReason =
  | PersonProblem["type"]
  | DateCellError["type"]
  | IinCellError["type"]
  /** One word where surname and given name are needed. */
  | "name-incomplete"
  | "sex-not-understood"
  | "presence-not-understood"
  | "position-not-understood";

/** What was done to a row on the way in, for the officer to look at. */
export type ImportNotice =
  /** A table program had dropped the IIN's leading zeros; the check digit proves them. */
  | "iin-zeros-restored"
  /** More than three words in one name cell: the third and later became the patronymic. */
  | "name-split-unsure";

interface RowRefusal {
  readonly column: number | null;
  readonly reason: RefusalReason;
}

/** The row's person with notices, or the first refused column. */
export function parseListRow(
  cells: readonly string[],
  mapping: ListMapping,
): Result<{ readonly person: ListPerson; readonly notices: readonly ImportNotice[] }, RowRefusal> {
  const columnOf = (field: ListField): number | null => mapping.columns[field] ?? null;
  const cell = (field: ListField): string => {
    const column = columnOf(field);
    const text = column === null ? "" : (cells[column] ?? "");
    return isBlankCell(text) ? "" : text.trim();
  };
  const notices: ImportNotice[] = [];
  const refuse = (field: ListField, reason: RefusalReason) => err({ column: columnOf(field), reason });

  const full = cell("full-name");
  let name = { surname: cell("surname"), given: cell("given"), patronymic: cell("patronymic") };
  const isByFull = name.surname === "" && name.given === "" && columnOf("full-name") !== null;
  if (isByFull && full !== "") {
    const split = splitFullName(full);
    if (split === null) return refuse("full-name", "name-incomplete");
    name = { surname: split.surname, given: split.given, patronymic: split.patronymic || name.patronymic };
    if (split.isUnsure) notices.push("name-split-unsure");
  }
  const iin = parseIinCell(cell("iin"));
  if (!iin.ok) return refuse("iin", iin.error.type);
  if (iin.value?.restored === true) notices.push("iin-zeros-restored");
  const born = parseDateCell(cell("born"));
  if (!born.ok) return refuse("born", born.error.type);
  const arrived = parseDateCell(cell("arrived"));
  if (!arrived.ok) return refuse("arrived", arrived.error.type);
  const sex = cell("sex") === "" ? null : parseSexCell(cell("sex"));
  if (sex === "not-understood") return refuse("sex", "sex-not-understood");
  const presence = cell("presence") === "" ? mapping.presence : parsePresenceCell(cell("presence"));
  if (presence === "not-understood") return refuse("presence", "presence-not-understood");
  const position = cell("position") === "" ? mapping.position : parsePositionCell(cell("position"));
  if (position === "not-understood") return refuse("position", "position-not-understood");

  const person = createListPerson({
    ...name,
    born: born.value,
    sex,
    iin: iin.value?.iin ?? "",
    arrived: arrived.value,
    presence,
    position,
    note: cell("note"),
  });
  if (person.ok) return ok({ person: person.value, notices });
  const [first] = person.error.problems;
  if (first === undefined) throw new Error("a person was refused without a reason");
  return err({ column: columnOf(listFieldOf(first.field, isByFull)), reason: first.problem.type });
}

function listFieldOf(field: PersonField, isByFull: boolean): ListField {
  const isName = field === "surname" || field === "given" || field === "patronymic";
  return isName && isByFull ? "full-name" : field;
}
