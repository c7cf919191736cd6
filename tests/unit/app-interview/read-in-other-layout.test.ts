import { expect, it } from "vitest";
import { readInOtherLayout } from "../../../src/app/questions/read-in-other-layout.ts";

it.each([
  ["Fhfk", "Арал"],
  ["f[vtnjd", "Ахметов"],
  ["Ctqnjd", "Сейтов"],
])("offers the name that %s was meant to be", (typed, meant) => {
  expect(readInOtherLayout(typed)).toBe(meant);
});

it.each(["Ахметова", "Smith", "Anna", "Маrия", "ab", ""])("offers nothing for %s", (typed) => {
  expect(readInOtherLayout(typed)).toBeNull();
});
