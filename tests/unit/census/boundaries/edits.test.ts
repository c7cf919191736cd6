// The edits of the person's forms at their thresholds (instrument 7). Each row is tried with every age, code or kind of
// institution, and must find exactly those it names.
import { personQuestionnaire } from "#census";
import { describe, expect, it } from "vitest";
import { findsOf, type EditRow } from "./edit-row.ts";
import { rowsOfAges } from "./rows-of-ages.ts";
import { rowsOfAnswers } from "./rows-of-answers.ts";
import { rowsOfDates } from "./rows-of-dates.ts";
import { rowsOfValues } from "./rows-of-values.ts";
import { mistakes } from "./variants.ts";

const rows: readonly EditRow[] = [...rowsOfAges, ...rowsOfDates, ...rowsOfAnswers, ...rowsOfValues];

describe("edits at their thresholds", () => {
  it.each(rows)("%s (%s) finds %s", (edit, level, _words, variants) => {
    expect(mistakes(variants, findsOf(edit, level))).toEqual([]);
  });

  it("have a row for somebody they find, and one for somebody they do not", () => {
    // Told as families in edits-of-kinship.test.ts and edits-over-lines.test.ts.
    const inFamilies = /^E0(04|08|10|11|12|14|31|36)\b|^E004\.T01$/;
    const has = (id: string, expected: boolean): boolean =>
      rows.some(([edit, , , variants]) => edit === id && variants.some((one) => one.expected === expected));
    const without = personQuestionnaire()
      .edits.map(({ id }) => id)
      .filter((id) => !inFamilies.test(id) && !(has(id, true) && has(id, false)));
    expect(without).toEqual([]);
  });
});
