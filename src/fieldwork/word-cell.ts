// Words of a spreadsheet cell for sex, presence and position, in three languages and the usual abbreviations.
import type { Position, Presence } from "./list-person.ts";
import { headingKey } from "./list-columns.ts";

function lookup<T extends string>(words: readonly (readonly [T, readonly string[]])[]): ReadonlyMap<string, T> {
  return new Map(words.flatMap(([value, texts]) => texts.map((text) => [headingKey(text), value] as const)));
}

const sexes = lookup<"1" | "2">([
  [
    "1",
    [
      "1",
      "е",
      "ер",
      "ер адам",
      "еркек",
      "ер бала",
      "ұл",
      "ұл бала",
      "м",
      "муж",
      "мужской",
      "мужчина",
      "мальчик",
      "m",
      "male",
      "man",
      "boy",
    ],
  ],
  [
    "2",
    [
      "2",
      "ә",
      "әйел",
      "әйел адам",
      "қ",
      "қыз",
      "қыз бала",
      "ж",
      "жен",
      "женский",
      "женщина",
      "девочка",
      "f",
      "female",
      "woman",
      "girl",
    ],
  ],
]);

const presences = lookup<Presence>([
  [
    "present",
    [
      "орнында",
      "бар",
      "болды",
      "тұрақты",
      "на месте",
      "присутствует",
      "присутствовал",
      "присутствовала",
      "есть",
      "present",
      "yes",
    ],
  ],
  [
    "absent",
    [
      "уақытша жоқ",
      "орнында жоқ",
      "болмады",
      "временно отсутствует",
      "отсутствует",
      "отсутствовал",
      "отсутствовала",
      "absent",
      "temporarily absent",
    ],
  ],
  [
    "temporary",
    [
      "уақытша",
      "уақытша тұрады",
      "временно",
      "временно проживает",
      "временно находится",
      "temporary",
      "temporarily staying",
    ],
  ],
]);

const positions = lookup<Position>([
  [
    "resident",
    [
      "тұрғын",
      "тәрбиеленуші",
      "науқас",
      "қызмет алушы",
      "проживающий",
      "проживающая",
      "воспитанник",
      "воспитанница",
      "пациент",
      "пациентка",
      "получатель услуг",
      "resident",
      "patient",
      "pupil",
    ],
  ],
  ["staff", ["қызметкер", "персонал", "сотрудник", "сотрудница", "работник", "staff", "employee"]],
  [
    "staff-family",
    [
      "қызметкердің отбасы мүшесі",
      "қызметкер отбасы",
      "отбасы мүшесі",
      "член семьи сотрудника",
      "член семьи работника",
      "член семьи",
      "staff family",
      "family of staff",
    ],
  ],
]);

/** A question mark is a letter that was lost or a doubt; neither is read. */
function find<T>(words: ReadonlyMap<string, T>, cell: string): T | "not-understood" {
  return cell.includes("?") ? "not-understood" : (words.get(headingKey(cell)) ?? "not-understood");
}

/** Code of P04, or that the word is not one we know. Numbers 1 and 2 are read as those codes. */
export function parseSexCell(cell: string): "1" | "2" | "not-understood" {
  return find(sexes, cell);
}

export function parsePresenceCell(cell: string): Presence | "not-understood" {
  return find(presences, cell);
}

export function parsePositionCell(cell: string): Position | "not-understood" {
  return find(positions, cell);
}
