// Which column of an institution's own file holds what, guessed from its heading in Kazakh, Russian or English.
// The guess is shown to the officer, who may change it before anything is taken.
import { z } from "zod";
import { Position, Presence } from "./list-person.ts";

/** What a column can hold. `full-name` is surname, given name and patronymic in one cell, in this order. */
export const ListField = z.enum([
  "surname",
  "given",
  "patronymic",
  "full-name",
  "born",
  "sex",
  "iin",
  "arrived",
  "presence",
  "position",
  "note",
]);
export type ListField = z.infer<typeof ListField>;

/** Column number from 0 by field; a field without a column is absent. */
export const ListColumns = z.partialRecord(ListField, z.int().min(0).max(1000));
export type ListColumns = z.infer<typeof ListColumns>;

/** How a file's rows become people. */
export const ListMapping = z.strictObject({
  /** Index of the heading row; rows above it are a title and are skipped. */
  headerRow: z.int().min(0),
  columns: ListColumns,
  /** The officer's own word for rows whose file says nothing: position has no default, so he is asked (ux 3.6). */
  position: Position,
  presence: Presence,
});
export type ListMapping = z.infer<typeof ListMapping>;

/** Whose name a list holds. Named one by one: "ФИО родителей" is somebody else's. */
const listedPeople = {
  ru: [
    "воспитанника",
    "воспитанников",
    "пациента",
    "пациентов",
    "больного",
    "ребенка",
    "детей",
    "проживающего",
    "проживающих",
    "получателя услуг",
    "респондента",
    "ученика",
    "учащегося",
    "обучающегося",
  ],
  kk: ["тәрбиеленушінің", "науқастың", "баланың", "оқушының", "тұрғынның", "респонденттің", "қызмет алушының"],
} as const;

/** Headings as people write them, in the form of `headingKey`. */
const headings: Readonly<Record<ListField, readonly string[]>> = {
  surname: ["тегі", "тек", "фамилиясы", "фамилия", "surname", "last name", "family name", "lastname"],
  given: ["аты", "есімі", "имя", "given name", "given names", "first name", "firstname", "name", "forename"],
  patronymic: ["әкесінің аты", "әкесінің аты жөні", "отчество", "patronymic", "middle name", "fathers name"],
  "full-name": [
    "аты жөні",
    "толық аты жөні",
    "тегі аты",
    "тегі аты әкесінің аты",
    "тегі аты және әкесінің аты",
    "тегі аты әкесінің аты бар болса",
    "таә",
    "та ә",
    "т а ә",
    "респондент",
    "фио",
    "ф и о",
    "фамилия имя",
    "фамилия имя отчество",
    "фамилия имя и отчество",
    "фамилия имя отчество при наличии",
    "полное имя",
    "full name",
    "fullname",
    "name in full",
    "surname and name",
    "surname name",
    "surname given name patronymic",
    ...listedPeople.ru.flatMap((whose) => [`фио ${whose}`, `ф и о ${whose}`]),
    ...listedPeople.kk.map((whose) => `${whose} аты жөні`),
  ],
  born: [
    "туған күні",
    "туған күні айы жылы",
    "туған күні айы және жылы",
    "туған жылы",
    "туған жылы айы күні",
    "туылған күні",
    "туылған жылы",
    "дата рождения",
    "дата рожд",
    "д р",
    "др",
    "год рождения",
    "г р",
    "число месяц год рождения",
    "день рождения",
    "date of birth",
    "birth date",
    "birthdate",
    "birthday",
    "dob",
    "born",
    "year of birth",
  ],
  sex: ["жынысы", "жыныс", "пол", "sex", "gender"],
  iin: [
    "жсн",
    "жеке сәйкестендіру нөмірі",
    "иин",
    "индивидуальный идентификационный номер",
    "iin",
    "individual identification number",
  ],
  arrived: [
    "келген күні",
    "келген уақыты",
    "келген жылы",
    "түскен күні",
    "қабылданған күні",
    "дата прибытия",
    "дата поступления",
    "дата заезда",
    "дата приема",
    "прибыл",
    "поступил",
    "date of arrival",
    "arrival date",
    "arrived",
    "date of admission",
    "admitted",
  ],
  presence: ["болуы", "орнында болуы", "қатысуы", "присутствие", "наличие", "presence", "present"],
  position: [
    "мәртебесі",
    "санаты",
    "мекемедегі жағдайы",
    "статус",
    "положение",
    "категория",
    "position",
    "status",
    "category",
  ],
  note: [
    "ескертпе",
    "ескерту",
    "қосымша",
    "примечание",
    "примечания",
    "комментарий",
    "заметка",
    "note",
    "notes",
    "remark",
    "remarks",
    "comment",
  ],
};

const fieldByHeading: ReadonlyMap<string, ListField> = new Map(
  ListField.options.flatMap((field) => headings[field].map((heading) => [headingKey(heading), field] as const)),
);

/** A heading without case, punctuation, bracketed remarks and extra spaces; `ё` counts as `е`. */
export function headingKey(heading: string): string {
  return heading
    .normalize("NFC")
    .toLowerCase()
    .replace(/\([^)]*\)/gu, " ")
    .replaceAll("ё", "е")
    .replace(/['\u2019\u02BC]/gu, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** The columns a heading row names; a heading in two languages ("ЖСН / ИИН") counts by either. The first column of two that claim one field has it. */
export function matchColumns(headerRow: readonly string[]): ListColumns {
  const columns: ListColumns = {};
  headerRow.forEach((heading, column) => {
    const field = fieldOf(heading);
    if (field !== null) columns[field] ??= column;
  });
  return columns;
}

function fieldOf(heading: string): ListField | null {
  const whole = fieldByHeading.get(headingKey(heading));
  if (whole !== undefined) return whole;
  const parts = heading.split(/[/|\\\n;]/u).map((part) => fieldByHeading.get(headingKey(part)));
  const known = new Set(parts.filter((part) => part !== undefined));
  const [only] = known;
  return known.size === 1 && only !== undefined ? only : null;
}

/** How many rows from the top may be a title before the heading row. */
export const headerSearchRows = 20;

/** The row that names most columns among the first twenty, the upper one of equals; null where none names any. */
export function findHeaderRow(rows: readonly (readonly string[])[]): number | null {
  let best: { row: number; count: number } | null = null;
  for (const [row, cells] of rows.slice(0, headerSearchRows).entries()) {
    const count = Object.keys(matchColumns(cells)).length;
    if (count > (best?.count ?? 0)) best = { row, count };
  }
  return best?.row ?? null;
}

/** True where the columns say how people are called: a full name, or surname and given name. */
export function hasNameColumns(columns: ListColumns): boolean {
  return columns["full-name"] !== undefined || (columns.surname !== undefined && columns.given !== undefined);
}
