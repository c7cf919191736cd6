import { beforeAll, describe, expect, it } from "vitest";
import {
  codeList,
  codingQueue,
  codingQueueLists,
  loadCodeList,
  personQuestionnaire,
  suggestionsFor,
  type CodingItem,
} from "#census";
import type { Answer } from "#questionnaire";
import { interviewOf, refused, text, type Person } from "./person-interview.ts";

const wrote = (words: string): Answer => ({ state: "answered", value: { kind: "other", text: words } });
const worker: Person = { born: "1980-06-15", sex: "2" };

beforeAll(async () => {
  await Promise.all(codingQueueLists.map(loadCodeList));
});

function queueOf(person: Person): readonly CodingItem[] {
  return codingQueue(interviewOf(person), personQuestionnaire(), codeList);
}

function brief(items: readonly CodingItem[]): readonly (readonly string[])[] {
  return items.map(({ question, list, text: written }) => [question, list, written]);
}

describe("the coding queue", () => {
  it("holds what was written beside a list, with the list its code is in", () => {
    const items = queueOf({ ...worker, answers: { P15: wrote("ногайка"), P16: wrote("суржик") } });
    expect(brief(items)).toEqual([
      ["P15", "ethnicity", "ногайка"],
      ["P16", "language", "суржик"],
    ]);
    expect(items[0]?.suggestions.map(({ code }) => code)).toEqual(["044"]);
    expect(items[1]?.suggestions).toEqual([]);
  });

  it("holds a place that is in no list, and a settlement that is in none", () => {
    const unit: Answer = {
      state: "answered",
      value: { kind: "place", country: "KZ", kato: null, settlement: "rural", text: "Балқаш маңы" },
    };
    const items = queueOf({ ...worker, answers: { P06: wrote("Бирма"), P10: unit, P08: "2" } });
    expect(brief(items)).toEqual([
      ["P06", "country", "Бирма"],
      ["P10", "kato", "Балқаш маңы"],
    ]);
    expect(items[0]?.suggestions.map(({ code }) => code)).toEqual(["MM"]);
  });

  it("holds the job and the employer of everybody who works, in words", () => {
    const items = queueOf({
      ...worker,
      answers: { P38: "1", "P39.a": text("мектепте аспазшы болып істеймін"), "P39.b": text("детский сад") },
    });
    expect(brief(items)).toEqual([
      ["P39.a", "occupation", "мектепте аспазшы болып істеймін"],
      ["P39.b", "activity", "детский сад"],
    ]);
    expect(items[0]?.suggestions.map(({ code }) => code)).toContain("5120");
    expect(items[1]?.suggestions.map(({ code }) => code)).toContain("85.1");
  });

  it("leaves out what has a code, was refused, or is not asked any more", () => {
    expect(queueOf({ ...worker, answers: { P15: "001", P16: refused } })).toEqual([]);
    const stopped = { P38: "5", "P39.a": text("аспазшы"), "P39.b": text("асхана") };
    expect(queueOf({ ...worker, answers: stopped })).toEqual([]);
  });

  it("proposes nothing for what nobody understands, and never more than five", () => {
    const occupations = codeList("occupation");
    expect(suggestionsFor(occupations, "щщщ ъъъ")).toEqual([]);
    expect(suggestionsFor(occupations, "")).toEqual([]);
    expect(suggestionsFor(occupations, "жұмысшы")).toHaveLength(5);
  });
});
