// The forms a category asks for are those that the definitions ask.
import { expect, it } from "vitest";
import { formsOfCategory, type Category } from "#census";
import { askedOf, interviewOf } from "./person-interview.ts";

const categories: readonly Category[] = ["1", "2", "3", "4"];

it.each(categories)("category %s is asked what the rule says", (category) => {
  for (const wasEnumerated of [true, false]) {
    const answers = { L07: wasEnumerated ? "1" : "3" };
    const asked = askedOf(interviewOf({ category, born: "1980-06-15", sex: "1", answers }));
    const { f3, f4 } = formsOfCategory(category, wasEnumerated);
    expect(asked.includes("P01")).toBe(f3 !== "none");
    expect(asked.includes("P06")).toBe(f3 === "whole");
    expect(asked.includes("T01")).toBe(f4);
  }
});
