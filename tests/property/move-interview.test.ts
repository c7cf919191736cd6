import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  compareVersions,
  composeMoves,
  explainVersionError,
  moveInterview,
  openInterview,
  type Answer,
  type InterviewContent,
  type Questionnaire,
  type VersionMove,
} from "#questionnaire";
import {
  code,
  codes,
  compiled,
  count,
  date,
  dontKnow,
  month,
  proposed,
  refused,
  text,
} from "../support/questionnaire/conversation.ts";
import { dateOf, form, monthOf, multi, roster, single, textLine, wholeNumber } from "../support/questionnaire/form.ts";

const isSlow = process.env.SLOW === "1";
const runs = { numRuns: isSlow ? 5_000 : 300 };

// A questionnaire of slots, at the top and in a roster; each step to the next version draws a fate for every slot.
type Type = "single" | "multi" | "number" | "text" | "date" | "month";
interface Slot {
  readonly id: string;
  readonly type: Type;
  readonly codes: readonly string[];
}
interface Edition {
  readonly version: number;
  readonly roster: string;
  readonly top: readonly Slot[];
  readonly fields: readonly Slot[];
  readonly map: Readonly<Record<string, unknown>> | null;
}

const first: Edition = {
  version: 1,
  roster: "R",
  top: (["single", "multi", "number", "text", "date", "month", "single"] as const).map((type, index) =>
    slotOf(`P${index}`, type),
  ),
  fields: (["single", "number", "text"] as const).map((type, index) => slotOf(`f${index}`, type)),
  map: null,
};

function slotOf(id: string, type: Type): Slot {
  return { id, type, codes: ["1", "2", "3"] };
}

type Fate = "stay" | "rename" | "remove" | "recode" | "convert" | "ask-again";
const fate = fc.constantFrom<Fate>("stay", "stay", "rename", "remove", "recode", "convert", "ask-again");
const conversions: Partial<Record<Type, readonly [string, Type]>> = {
  single: ["single-to-multi", "multi"],
  number: ["number-to-text", "text"],
  date: ["date-to-month", "month"],
  month: ["month-to-date", "date"],
};
/** Where each of three codes goes: to a code of the new version or nowhere. */
const recode = fc.tuple(...[0, 1, 2].map(() => fc.constantFrom("1", "2", "4", "5", null)));

interface Draw {
  readonly top: readonly (readonly [Fate, readonly (string | null)[]])[];
  readonly fields: readonly (readonly [Fate, readonly (string | null)[]])[];
  readonly isRosterRenamed: boolean;
  readonly isAdding: boolean;
}
const fates = (length: number) => fc.array(fc.tuple(fate, recode), { minLength: length, maxLength: length });
const draw: fc.Arbitrary<Draw> = fc.record({
  top: fates(9),
  fields: fates(3),
  isRosterRenamed: fc.boolean(),
  isAdding: fc.boolean(),
});

function nextEdition(before: Edition, { top, fields, isRosterRenamed, isAdding }: Draw): Edition {
  const version = before.version + 1;
  const removed: Record<string, string> = {};
  const renamed: Record<string, string> = {};
  const recoded: Record<string, Record<string, string | null>> = {};
  const converted: Record<string, string> = {};
  const askedAgain: string[] = [];
  const next = (slot: Slot, prefix: string, nextPrefix: string, [what, targets]: Draw["top"][number]): Slot[] => {
    const id = `${prefix}${slot.id}`;
    const conversion = conversions[slot.type];
    const isCoded = slot.type === "single" || slot.type === "multi";
    if (what === "remove") {
      removed[id] = "not needed";
      return [];
    }
    if (what === "rename") {
      const to = `${slot.id}V${version}`;
      renamed[id] = `${nextPrefix}${to}`;
      return [{ ...slot, id: to }];
    }
    if (what === "recode" && isCoded) {
      recoded[id] = Object.fromEntries(slot.codes.map((old, index) => [old, targets[index] ?? null]));
      return [{ ...slot, codes: ["1", "2", "4", "5"] }];
    }
    if (what === "convert" && conversion !== undefined) {
      converted[id] = conversion[0];
      return [{ ...slot, type: conversion[1] }];
    }
    if (what === "ask-again") askedAgain.push(id);
    return [slot];
  };
  const roster = isRosterRenamed ? `R${version}` : before.roster;
  if (isRosterRenamed) renamed[before.roster] = roster;
  const stay: Draw["top"][number] = ["stay", []];
  const added = isAdding ? [slotOf(`N${version}`, "single")] : [];
  return {
    version,
    roster,
    top: [...before.top.flatMap((slot, index) => next(slot, "", "", top[index] ?? stay)), ...added],
    fields: before.fields.flatMap((slot, index) =>
      next(slot, `${before.roster}.`, `${roster}.`, fields[index] ?? stay),
    ),
    map: {
      version: before.version,
      removed,
      renamed,
      recoded,
      converted,
      askedAgain,
      added: added.map(({ id }) => id),
    },
  };
}

function questionOf({ id, type, codes: list }: Slot): Readonly<Record<string, unknown>> {
  switch (type) {
    case "single":
      return single(id, list);
    case "multi":
      return multi(id, list);
    case "number":
      return wholeNumber(id, 0, 999);
    case "text":
      return textLine(id);
    case "date":
      return dateOf(id, { partial: true });
    case "month":
      return monthOf(id, { partial: true });
  }
}

function compiledEdition({ version, roster: id, top, fields, map }: Edition): Questionnaire {
  // The last two never change, so that neither the form nor the roster can become empty.
  const questions = [
    ...top.map(questionOf),
    roster(id, [...fields.map(questionOf), textLine("name")]),
    textLine("END"),
  ];
  return compiled(form(questions, { version, ...(map === null ? {} : { from: [map] }) }));
}

function moveBetween(before: Questionnaire, after: Questionnaire): VersionMove {
  const move = compareVersions(before, after);
  if (!move.ok) throw new Error(move.error.map(explainVersionError).join("\n"));
  return move.value;
}

const value = fc.constantFrom<Answer>(
  code("1"),
  code("2"),
  code("3"),
  codes("1", "3"),
  codes("2"),
  count(7),
  text("x"),
  date("2010-03-17"),
  date("2010-03"),
  month("2011-05"),
  refused,
  dontKnow,
  proposed(code("2")),
);
const path = fc.oneof(
  fc.constantFrom("P0", "P1", "P2", "P3", "P4", "P5", "P6", "END", "X9"),
  fc
    .tuple(fc.integer({ min: 1, max: 4 }), fc.constantFrom("f0", "f1", "f2", "name"))
    .map(([row, field]) => `R[${row}].${field}`),
);
const content: fc.Arbitrary<InterviewContent> = fc
  .dictionary(path, value, { maxKeys: 14 })
  .map((answers) => ({ answers, confirmations: [], removedRows: ["R[9]"], archived: [] }));

const byText = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
const firstCompiled = compiledEdition(first);

describe("moving an interview", () => {
  it("[QL78] loses nothing: each answer is at a path or in the archive as it was given", () => {
    fc.assert(
      fc.property(content, draw, (before, drawn) => {
        const after = compiledEdition(nextEdition(first, drawn));
        const { content: moved, paths } = moveInterview(before, moveBetween(firstCompiled, after));
        for (const [at, answer] of Object.entries(before.answers)) {
          const step = paths.find((one) => one.path === at);
          const stands = moved.answers[step?.to ?? ""];
          const original = moved.archived.find((entry) => entry.path === at)?.answer;
          expect(original ?? stands).toEqual(answer);
          if (step?.outcome === "kept" || step?.outcome === "renamed") expect(stands).toEqual(answer);
          else expect(original).toEqual(answer);
        }
        const taken = paths.filter(({ outcome }) => outcome !== "archived" && outcome !== "ask-again");
        expect(Object.keys(moved.answers).toSorted(byText)).toEqual(taken.map(({ to }) => to ?? "").toSorted(byText));
        const opened = openInterview(after, { context: {}, ...moved });
        expect(opened.unknownPaths()).toEqual(Object.keys(before.answers).filter((at) => at === "X9"));
      }),
      runs,
    );
  });

  it("[QL78] by a map that changes nothing changes nothing", () => {
    const same = compiledEdition({ ...first, version: 2, map: { version: 1 } });
    const move = moveBetween(firstCompiled, same);
    fc.assert(
      fc.property(content, (before) => {
        const moved = moveInterview(before, move);
        expect(moved.content).toEqual(before);
        expect(moved.paths.every(({ outcome, path: at, to }) => outcome === "kept" && at === to)).toBe(true);
      }),
      runs,
    );
  });

  it("[QL77] in two steps gives what the composed move gives", () => {
    fc.assert(
      fc.property(content, draw, draw, (before, one, two) => {
        const second = nextEdition(first, one);
        const third = nextEdition(second, two);
        const [middle, last] = [compiledEdition(second), compiledEdition(third)];
        const moves = [moveBetween(firstCompiled, middle), moveBetween(middle, last)] as const;
        const stepwise = moveInterview(moveInterview(before, moves[0]).content, moves[1]).content;
        const atOnce = moveInterview(before, composeMoves(...moves)).content;
        expect(atOnce.answers).toEqual(stepwise.answers);
        expect(atOnce.removedRows).toEqual(stepwise.removedRows);
        const facts = (one_: InterviewContent) =>
          one_.archived.map(({ answer, reason, became }) => JSON.stringify([answer, reason, became])).toSorted();
        expect(facts(atOnce)).toEqual(facts(stepwise));
      }),
      runs,
    );
  });

  it("[QL78] forth by a renaming and a swap of codes, and back, gives the interview back", () => {
    const swap = { P0: { 1: "2", 2: "1" }, P1: { 1: "3", 3: "1" } };
    const there = first.top.map((slot) => (slot.id === "P2" ? { ...slot, id: "Q2" } : slot));
    const second = compiledEdition({
      ...first,
      version: 2,
      roster: "S",
      top: there,
      map: { version: 1, renamed: { P2: "Q2", R: "S" }, recoded: swap },
    });
    const third = compiledEdition({
      ...first,
      version: 3,
      map: { version: 2, renamed: { Q2: "P2", S: "R" }, recoded: swap },
    });
    const moves = [moveBetween(firstCompiled, second), moveBetween(second, third)] as const;
    fc.assert(
      fc.property(content, (before) => {
        const forth = moveInterview(before, moves[0]).content;
        expect(moveInterview(forth, moves[1]).content).toEqual(before);
      }),
      runs,
    );
  });

  it("[QL75] the moved interview is plain JSON: written down and read again it moves on in the same way", () => {
    fc.assert(
      fc.property(content, draw, draw, (before, one, two) => {
        const second = nextEdition(first, one);
        const [middle, last] = [compiledEdition(second), compiledEdition(nextEdition(second, two))];
        const moved = moveInterview(before, moveBetween(firstCompiled, middle)).content;
        const read = JSON.parse(JSON.stringify(moved)) as InterviewContent; // JSON.parse says `any`
        expect(read).toEqual(moved);
        const onwards = moveBetween(middle, last);
        expect(moveInterview(read, onwards)).toEqual(moveInterview(moved, onwards));
      }),
      { numRuns: isSlow ? 1_000 : 100 },
    );
  });
});
