// The official size of the instrument: four forms, 69 questions and 22 sub-questions, 61 edits, three languages.
import { createExampleSearch } from "#authoring";
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { censusAuthoringHost } from "../../../src/server/cli/instrument-host.ts";
import { personQuestionnaire, premisesQuestionnaire } from "#census";
import type { Question } from "#questionnaire";

const numbered = (letter: string, last: number): readonly string[] =>
  Array.from({ length: last }, (_none, index) => `${letter}${String(index + 1).padStart(2, "0")}`);

const questions = [...numbered("L", 7), ...numbered("H", 12), ...numbered("P", 42), ...numbered("T", 8)];
const subQuestions =
  "L05.1 L06.1 H04.1 H08.1 H12.1 P01.1 P05.1 P07.1 P12.1 P14.1 P23.1 P24.1 P24.2 P26.1 P29.1 P37.1 P38.1 P40.1 P41.1 P42.1 T05.1 T07.1".split(
    " ",
  );
/** Carried by the routing: the questions are not asked of whom the edit would refuse them for. */
const byRouting = ["E016", "E037", "E054", "E061", "E070"];
const edits = (
  "E001 E002 E003 E004 E005 E006 E007 E008 E010 E011 E012 E013 E014 E015 E020 E021 E022 E023 E024 E025 E030 E031 " +
  "E032 E033 E034 E035 E036 E040 E041 E042 E043 E044 E045 E050 E051 E052 E053 E055 E060 E062 E101 E102 E103 E104 E105 " +
  "E106 E107 E108 E109 E110 E111 E112 E120 E121 E122 E123"
).split(" ");

const both = [personQuestionnaire(), premisesQuestionnaire()];
const asked: readonly Question[] = both.flatMap(({ files }) =>
  files.flatMap(({ sections }) => sections.flatMap((section) => section.questions)),
);
const byId = new Map(asked.map((question) => [question.id, question]));

it("has 69 questions and 22 sub-questions", () => {
  expect([questions.length, subQuestions.length]).toEqual([69, 22]);
  expect([...questions, ...subQuestions].filter((id) => !byId.has(id))).toEqual([]);
});

it("tells of every question why it is asked and how to fill it in", () => {
  expect(asked.length).toBeGreaterThan(questions.length + subQuestions.length);
  expect(asked.filter(({ why }) => why === undefined).map(({ id }) => id)).toEqual([]);
  const unguided = asked.filter(({ hint, interviewer }) => hint === undefined && interviewer === undefined);
  expect(unguided.map(({ id }) => id)).toEqual([]);
});

it("says no more in a text of guidance than is read at a glance, and does not repeat the question", () => {
  const languages = ["kk", "ru", "en"] as const;
  const wrong = asked.flatMap(({ id, text, why, hint, interviewer }) =>
    [why, hint, interviewer].flatMap((guidance) =>
      languages
        .filter((language) => {
          const said = guidance?.[language] ?? "";
          return said.length > 320 || said.split(/[.!?](?:\s|$)/u).length > 4 || said === text[language];
        })
        .map((language) => `${id} ${language}`),
    ),
  );
  expect(wrong).toEqual([]);
});

it("marks each of them with its confidence", () => {
  const unmarked = [...questions, ...subQuestions].filter((id) => byId.get(id)?.confidence === undefined);
  expect(unmarked).toEqual([]);
});

it("has the 61 edits, those that the routing carries not counted twice", () => {
  expect(edits.length + byRouting.length).toBe(61);
  const there = new Set(both.flatMap((questionnaire) => questionnaire.edits.map(({ id }) => id)));
  expect(edits.filter((id) => !there.has(id))).toEqual([]);
  expect(byRouting.filter((id) => there.has(id))).toEqual([]);
});

it.each(["kk", "ru", "en"])("the guide for authors shows the numbers of today (%s)", (language) => {
  const { targets } = createExampleSearch(personQuestionnaire(), censusAuthoringHost);
  const edits = targets.filter(({ kind }) => kind === "edit").length;
  const guide = readFileSync(`docs/instrument.${language}.md`, "utf8");
  for (const count of [targets.length - edits, edits])
    expect(guide).toMatch(new RegExp(`: \\D*${count}, \\D*${count}\\.`, "u"));
});
