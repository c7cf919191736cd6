import { expect, it } from "vitest";
import type { SectionView } from "#questionnaire";
import type { InterviewEvent } from "#fieldwork";
import {
  entryOf,
  neighbourSection,
  nextOpenQuestion,
  openQuestions,
  previousQuestion,
  resumePath,
  sectionOf,
  topQuestion,
} from "../../../src/app/tablet/interview/question-order.ts";

const title = { kk: "Бөлім", ru: "Раздел", en: "Section" };
const section = (id: string, paths: readonly string[], relevant = true): SectionView => ({
  id,
  form: "F",
  title,
  relevant,
  paths,
  isBegun: false,
  unansweredCount: 0,
  findingCount: 0,
  hardCount: 0,
});
const a = section("A", ["P01", "P01.1", "P02"]);
const b = section("B", ["P39", "P39.1", "P21"]);
const sections = [a, section("X", ["Q1"], false), b];

const given = (path: string): InterviewEvent => ({
  type: "answer-given",
  atMs: 1,
  by: "officer-1",
  path,
  answer: { state: "unknown" },
  language: "kk",
});

it("tells a sub-question from a field of a composite", () => {
  expect(topQuestion(sections, "P01.1")).toBe("P01.1");
  expect(topQuestion(sections, "P39.a")).toBe("P39");
  expect(topQuestion(sections, "P21[2].language")).toBe("P21");
  expect(topQuestion(sections, "Q1")).toBeNull();
  expect(sectionOf(sections, "P39.a")).toBe(b);
});

it("goes to the next question that wants an answer, over those that have one", () => {
  const open = openQuestions(sections, ["P02", "P39.a"]);
  expect(nextOpenQuestion(a, "P01", open)).toBe("P02");
  expect(nextOpenQuestion(a, "P02", open)).toBeNull();
  expect(previousQuestion(a, "P02")).toBe("P01.1");
  expect(entryOf(b, open)).toBe("P39");
  expect(entryOf(b, new Set())).toBe("P39");
});

it("steps over sections that are not asked", () => {
  expect(neighbourSection(sections, a, 1)).toBe(b);
  expect(neighbourSection(sections, b, 1)).toBeNull();
  expect(neighbourSection(sections, b, -1)).toBe(a);
});

it("comes back to the place asked for, while it is asked at all", () => {
  expect(resumePath(sections, ["P02"], [], "P39.a")).toBe("P39");
  expect(resumePath(sections, ["P02"], [], "Q1")).toBe("P02");
});

it("comes back to the question after the last answer when nothing else says where it stopped", () => {
  expect(resumePath(sections, ["P01.1", "P02"], [given("P01")], null)).toBe("P01.1");
  expect(resumePath(sections, ["P39.a", "P21"], [given("P39.b")], null)).toBe("P39");
  expect(resumePath(sections, [], [], null)).toBe("P01");
});
