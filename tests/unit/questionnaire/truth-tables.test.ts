import { describe, expect, it } from "vitest";
import { valueOf } from "../../support/questionnaire/truth.ts";

const truths = [
  ["yes", true],
  ["no", false],
  ["maybe", null],
] as const;

describe("truth with three values", () => {
  it.each([
    ["yes", "yes", true],
    ["yes", "no", false],
    ["yes", "maybe", null],
    ["no", "yes", false],
    ["no", "no", false],
    ["no", "maybe", false],
    ["maybe", "yes", null],
    ["maybe", "no", false],
    ["maybe", "maybe", null],
  ])("[QL25] %s and %s is %s", (a, b, expected) => {
    expect(valueOf(`${a} and ${b}`)).toBe(expected);
  });

  it.each([
    ["yes", "yes", true],
    ["yes", "no", true],
    ["yes", "maybe", true],
    ["no", "yes", true],
    ["no", "no", false],
    ["no", "maybe", null],
    ["maybe", "yes", true],
    ["maybe", "no", null],
    ["maybe", "maybe", null],
  ])("[QL26] %s or %s is %s", (a, b, expected) => {
    expect(valueOf(`${a} or ${b}`)).toBe(expected);
  });

  it.each([
    ["yes", false],
    ["no", true],
    ["maybe", null],
  ])("[QL27] not %s is %s", (a, expected) => {
    expect(valueOf(`not ${a}`)).toBe(expected);
  });

  it.each(truths)("[QL34] known(%s), of %s, is never unknown", (name, value) => {
    expect(valueOf(`known(${name})`)).toBe(value !== null);
    expect(valueOf(`surely(${name})`)).toBe(value === true);
  });
});
