import { describe, expect, it } from "vitest";
import { answersUnder, isMixed, sourcesInForm, type SourceOfAnswers } from "#fieldwork";
import { byAdministration, byRespondent } from "../../support/fieldwork/officer.ts";

const byWord: SourceOfAnswers = { ...byAdministration, basis: "oral" };
const sections = [
  { id: "A", paths: ["P01", "P01.1", "P04"] },
  { id: "B", paths: ["P21", "P22"] },
];
const of = (present: SourceOfAnswers, given: Readonly<Record<string, SourceOfAnswers>>) =>
  sourcesInForm(present, Object.entries(given), sections);

describe("the sources of a form", () => {
  it("need no word where all answers are from the source in force", () => {
    const sources = of(byRespondent, { P01: byRespondent, "P21[1].language": byRespondent });
    expect(sources).toEqual({ bySection: new Map(), ofForm: [] });
    expect(of(byRespondent, {})).toEqual({ bySection: new Map(), ofForm: [] });
  });

  it("are several in a section where several answered, each with its count", () => {
    const { bySection, ofForm } = of(byAdministration, {
      P01: byRespondent,
      P04: byAdministration,
      "P21[1].language": byAdministration,
      "P21[2].language": byAdministration,
    });
    const shares = bySection.get("A") ?? [];
    expect(shares).toEqual([
      { source: byRespondent, count: 1 },
      { source: byAdministration, count: 1 },
    ]);
    expect(isMixed(shares)).toBe(true);
    expect(bySection.has("B")).toBe(false);
    expect(ofForm).toEqual([
      { source: byRespondent, count: 1 },
      { source: byAdministration, count: 3 },
    ]);
  });

  it("are one other in a section that was answered before the source changed", () => {
    const { bySection } = of(byAdministration, { P01: byRespondent, P22: byAdministration });
    expect(bySection.get("A")).toEqual([{ source: byRespondent, count: 1 }]);
    expect(isMixed(bySection.get("A") ?? [])).toBe(false);
  });

  it("tell a document from mere word, and not one reason from another", () => {
    const other: SourceOfAnswers = { ...byAdministration, reason: "absent" };
    expect(of(byAdministration, { P01: byAdministration, P04: other }).ofForm).toEqual([]);
    expect(of(byAdministration, { P01: byAdministration, P04: byWord }).ofForm).toEqual([
      { source: byAdministration, count: 1 },
      { source: byWord, count: 1 },
    ]);
  });

  it("count a field for the question around it, and a question of its own for itself", () => {
    const { bySection } = sourcesInForm(
      byRespondent,
      [
        ["P01.1", byAdministration],
        ["P21[12].home.kind", byWord],
      ],
      [
        { id: "A", paths: ["P01"] },
        { id: "B", paths: ["P01.1"] },
        { id: "C", paths: ["P21"] },
      ],
    );
    expect([...bySection.keys()]).toEqual(["B", "C"]);
  });

  it("leave out what stands in no section", () => {
    expect(of(byRespondent, { P9: byAdministration }).ofForm).toEqual([]);
  });
});

it("the answers of a section are those of its questions with their fields and rows", () => {
  const paths = ["L04", "P01", "P01.1", "P012", "P21[1].language", "P21[2].language", "P22"];
  expect(answersUnder(["P01", "P21"], paths)).toEqual(["P01", "P01.1", "P21[1].language", "P21[2].language"]);
  expect(answersUnder([], paths)).toEqual([]);
});
