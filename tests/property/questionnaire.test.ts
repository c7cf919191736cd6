import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  checkFinished,
  compileQuestionnaire,
  explainDefinitionError,
  openInterview,
  type Answer,
  type Questionnaire,
} from "#questionnaire";
import {
  alternative,
  asked,
  code,
  codes,
  compiled,
  count,
  date,
  demoHost,
  dontKnow,
  proposed,
  refused,
  text,
  unanswered,
} from "../support/questionnaire/conversation.ts";
import { alternatives, edit, form, multi, roster, single, wholeNumber } from "../support/questionnaire/form.ts";
import { everythingSaid } from "../support/questionnaire/everything-said.ts";
import { household } from "../support/questionnaire/household.ts";
import { everything } from "../support/questionnaire/truth.ts";

const isSlow = process.env.SLOW === "1";
const runs = (few: number, many: number): { numRuns: number } => ({ numRuns: isSlow ? many : few });
const patience = isSlow ? 600_000 : 60_000;

// A questionnaire made up question by question: each condition reads earlier questions only, so it always compiles.
const atom = (index: number): fc.Arbitrary<string> =>
  fc
    .tuple(fc.nat({ max: Math.max(0, index - 1) }), fc.constantFrom("1", "2", "3"), fc.nat({ max: 5 }))
    .map(([earlier, option, kind]) => {
      const name = `Q${earlier}`;
      const atoms = [
        `${name} = '${option}'`,
        `${name} != '${option}'`,
        `answered(${name})`,
        `unknown(${name})`,
        `given(${name})`,
        `known(${name})`,
      ];
      return atoms[kind] ?? "true";
    });
const condition = (index: number): fc.Arbitrary<string> =>
  fc
    .tuple(atom(index), atom(index), fc.constantFrom("and", "or"), fc.boolean())
    .map(([a, b, operator, negated]) => (negated ? `not (${a} ${operator} ${b})` : `(${a}) ${operator} (${b})`));

const madeUpQuestion = (index: number): fc.Arbitrary<Readonly<Record<string, unknown>>> =>
  fc.tuple(condition(index), fc.boolean(), condition(index)).map(([relevant, isFree, when]) =>
    single(`Q${index}`, ["1", { code: "2", ...(index === 0 ? {} : { when }) }, "3"], {
      special: ["refused", "unknown"],
      ...(index === 0 || isFree ? {} : { relevant }),
    }),
  );

/** Compiles, or is null when a random condition happened to contradict itself. */
const madeUp: fc.Arbitrary<Questionnaire> = fc
  .tuple(...Array.from({ length: 12 }, (_, index) => madeUpQuestion(index)), condition(12))
  .map((parts) => {
    const questions = parts.filter((part) => typeof part !== "string");
    const when = parts.find((part) => typeof part === "string") ?? "true";
    return compileQuestionnaire([form(questions, { edits: [edit("E1", "soft", when, ["Q0"])] })], demoHost);
  })
  .filter((result) => result.ok)
  .map((result) => {
    if (!result.ok) throw new Error("filtered");
    return result.value;
  });

const choice: fc.Arbitrary<Answer> = fc.constantFrom(
  code("1"),
  code("2"),
  code("3"),
  code("8"),
  refused,
  dontKnow,
  unanswered,
  proposed(code("1")),
  text("?"),
);
const step = fc.tuple(
  fc.nat({ max: 11 }).map((index) => `Q${index}`),
  choice,
);

describe("random interviews", () => {
  it(
    "[QL40] always end: answering what remains leaves nothing, after at most as many answers as there are questions",
    () => {
      fc.assert(
        fc.property(
          madeUp,
          fc.array(fc.constantFrom("1", "3", "unknown"), { minLength: 12, maxLength: 12 }),
          (questionnaire, choices) => {
            const interview = openInterview(questionnaire, { context: {}, answers: {} });
            let steps = 0;
            for (let [path] = interview.remaining(); path !== undefined; [path] = interview.remaining()) {
              const chosen = choices[steps] ?? "1";
              interview.give(path, chosen === "unknown" ? dontKnow : code(chosen));
              steps += 1;
              expect(steps).toBeLessThanOrEqual(12);
            }
            expect(checkFinished(interview).every((block) => block.type !== "unanswered")).toBe(true);
          },
        ),
        runs(300, 20_000),
      );
    },
    patience,
  );

  it(
    "[QL42] the order of answering decides nothing",
    () => {
      fc.assert(
        fc.property(
          madeUp,
          fc.uniqueArray(step, { selector: ([path]) => path }),
          fc.infiniteStream(fc.nat()),
          (questionnaire, steps, numbers) => {
            const forward = openInterview(questionnaire, { context: {}, answers: {} });
            for (const [path, answer] of steps) forward.give(path, answer);
            const other = openInterview(questionnaire, { context: {}, answers: {} });
            const order = steps.map((one) => [numbers.next().value, one] as const).toSorted(([a], [b]) => a - b);
            for (const [, [path, answer]] of order) other.give(path, answer);
            expect(everythingSaid(other)).toEqual(everythingSaid(forward));
          },
        ),
        runs(300, 20_000),
      );
    },
    patience,
  );

  it(
    "[QL42] what was recomputed step by step equals what is computed at once",
    () => {
      fc.assert(
        fc.property(madeUp, fc.array(step, { maxLength: 30 }), (questionnaire, steps) => {
          const interview = openInterview(questionnaire, { context: {}, answers: {} });
          for (const [path, answer] of steps) interview.give(path, answer);
          const fresh = openInterview(questionnaire, { context: {}, answers: interview.answers() });
          expect(everythingSaid(fresh)).toEqual(everythingSaid(interview));
        }),
        runs(300, 20_000),
      );
    },
    patience,
  );

  it(
    "[QL46] giving an answer and taking it back restores everything",
    () => {
      fc.assert(
        fc.property(madeUp, fc.array(step, { maxLength: 15 }), step, (questionnaire, steps, [path, answer]) => {
          const interview = openInterview(questionnaire, { context: {}, answers: {} });
          for (const [before, given] of steps) interview.give(before, given);
          const said = everythingSaid(interview);
          const kept = interview.question(path).answer;
          interview.give(path, answer);
          interview.give(path, kept);
          expect(everythingSaid(interview)).toEqual(said);
        }),
        runs(300, 20_000),
      );
    },
    patience,
  );

  it(
    "[QL59] a step reports exactly the paths that came, went or changed",
    () => {
      fc.assert(
        fc.property(madeUp, fc.array(step, { minLength: 1, maxLength: 15 }), (questionnaire, steps) => {
          const interview = openInterview(questionnaire, { context: {}, answers: {} });
          for (const [path, answer] of steps) {
            const before = new Map(asked(interview).map((one) => [one, interview.question(one)]));
            const change = interview.give(path, answer);
            const after = new Map(asked(interview).map((one) => [one, interview.question(one)]));
            expect(new Set(change.appeared)).toEqual(new Set([...after.keys()].filter((one) => !before.has(one))));
            expect(new Set(change.vanished)).toEqual(new Set([...before.keys()].filter((one) => !after.has(one))));
            for (const [one, view] of after) {
              if (before.has(one) && !change.changed.includes(one)) expect(before.get(one)).toBe(view);
            }
          }
        }),
        runs(200, 10_000),
      );
    },
    patience,
  );

  it(
    "[QL56] the exported answers say at the server what the interview says on the tablet",
    () => {
      fc.assert(
        fc.property(madeUp, fc.array(step, { maxLength: 20 }), (questionnaire, steps) => {
          const interview = openInterview(questionnaire, { context: {}, answers: {} });
          for (const [path, answer] of steps) interview.give(path, answer);
          const server = openInterview(questionnaire, { context: {}, answers: interview.exported() });
          expect(server.exported()).toEqual(interview.exported());
          expect(server.findings()).toEqual(interview.findings());
          expect(checkFinished(server)).toEqual(checkFinished(interview));
        }),
        runs(300, 20_000),
      );
    },
    patience,
  );
});

describe("random households", () => {
  const questionnaire = compiled(household);
  const fields: readonly [string, fc.Arbitrary<Answer>][] = [
    ["born", fc.oneof(fc.integer({ min: 1930, max: 2021 }).map(count), fc.constant(dontKnow))],
    ["sex", fc.constantFrom(code("1"), code("2"))],
    ["given", fc.constantFrom(text("Айша"), text("Ерлан"))],
    ["relation", fc.constantFrom(code("1"), code("2"), code("12"))],
    ["married", fc.constantFrom(code("2"), code("1"), refused)],
    [
      "spouse",
      fc
        .integer({ min: 1, max: 4 })
        .map((number): Answer => ({ state: "answered", value: { kind: "line", line: number } })),
    ],
    ["income", fc.constantFrom(codes("1", "4"), codes("9"), codes("1"))],
    ["main", fc.constantFrom(code("1"), code("4"))],
    ["worked", fc.constantFrom(code("1"), code("5"))],
  ];
  const rowStep = fc.oneof(
    {
      weight: 8,
      arbitrary: fc.tuple(fc.integer({ min: 1, max: 4 }), fc.nat({ max: fields.length - 1 })).chain(([row, index]) => {
        const [field, answers] = fields[index] ?? ["sex", fc.constant(code("1"))];
        return answers.map((answer) => ({ type: "give" as const, path: `H[${row}].${field}`, row, answer }));
      }),
    },
    { weight: 1, arbitrary: fc.constant({ type: "add" as const }) },
    { weight: 1, arbitrary: fc.integer({ min: 1, max: 4 }).map((row) => ({ type: "remove" as const, row })) },
    { weight: 1, arbitrary: fc.constantFrom(2009, 2021, null).map((year) => ({ type: "year" as const, year })) },
  );

  it(
    "[QL42] rows that come and go, and context that changes, leave what a fresh interview would compute",
    () => {
      fc.assert(
        fc.property(fc.array(rowStep, { maxLength: 40 }), (steps) => {
          const interview = openInterview(questionnaire, { context: { year: 2021 }, answers: {} });
          let year: number | null = 2021;
          for (const one of steps) {
            const rows = interview.question("H").rows.map(({ row }) => row);
            if (one.type === "give" && !interview.removedRows().includes(`H[${one.row}]`))
              interview.give(one.path, one.answer);
            if (one.type === "add" && rows.length < 6) interview.addRow("H");
            if (one.type === "remove" && rows.includes(one.row)) interview.removeRow("H", one.row);
            if (one.type === "year") {
              ({ year } = one);
              interview.setContext("year", year);
            }
          }
          const fresh = openInterview(questionnaire, {
            context: { year },
            answers: interview.answers(),
            removedRows: interview.removedRows(),
          });
          expect(everythingSaid(fresh)).toEqual(everythingSaid(interview));
          expect(fresh.value("size")).toEqual(interview.value("size"));
        }),
        runs(60, 3_000),
      );
    },
    patience,
  );
});

describe("hostile definitions", () => {
  const words = fc.constantFrom(
    // names
    "C",
    "D",
    "M",
    "N",
    "T",
    "W",
    "B",
    "L",
    "Z",
    "R",
    "R.age",
    "r",
    "r.age",
    "persons",
    "p.line",
    "W.constructor",
    "toString",
    "Z.__proto__",
    "yes",
    "no",
    // words of the language
    "and",
    "or",
    "not",
    "in",
    "has",
    "any",
    "all",
    "count",
    "sum",
    "if",
    "known",
    "surely",
    "answered",
    "chose",
    // signs
    "(",
    ")",
    "{",
    "}",
    ",",
    "=",
    "!=",
    "<",
    "<=",
    ">",
    ">=",
    "+",
    "-",
    "*",
    "/",
    "=>",
    "'1'",
    '"x"',
    "'",
    '"',
    // literals and what is none
    "1",
    "2.5",
    "@2021",
    "@2021-08-31",
    "@9",
    "true",
    "false",
    ".",
    "$",
    "\\",
    "\u0000",
    "Ә",
    "  ",
    "\n",
  );
  const soup = fc.array(words, { maxLength: 40 }).map((parts) => parts.join(" "));
  const glued = fc.array(words, { maxLength: 40 }).map((parts) => parts.join(""));
  const anything = fc.string({ unit: "binary", maxLength: 2_100 });
  const expression = fc.oneof(soup, glued, anything);

  it(
    "[QL19] no text crashes or hangs the parser and the checker",
    () => {
      const perRun = 20;
      fc.assert(
        fc.property(fc.array(expression, { minLength: perRun, maxLength: perRun }), (expressions) => {
          const calculations = expressions.map((one, index) => ({ id: `c${index}`, expression: one }));
          const result = compileQuestionnaire([{ ...everything, calculations }], demoHost);
          if (!result.ok)
            for (const error of result.error) expect(explainDefinitionError(error)).not.toContain("undefined");
        }),
        // A hundred thousand texts each time: it takes two seconds.
        { numRuns: 100_000 / perRun },
      );
    },
    patience,
  );

  const operand = fc.constantFrom(
    "N",
    "K",
    "1",
    "0",
    "-2.5",
    "double(N)",
    "length(T)",
    "sum(R, r => r.age)",
    "count(M)",
  );
  const truth: fc.Arbitrary<string> = fc.letrec<{ truth: string }>((tie) => ({
    truth: fc.oneof(
      { maxDepth: 5, withCrossShrink: true },
      fc.tuple(operand, fc.constantFrom("=", "!=", "<", "<=", ">", ">="), operand).map((parts) => parts.join(" ")),
      fc.constantFrom(
        "yes",
        "no",
        "maybe",
        "C = '1'",
        "M has '2'",
        "refused(C)",
        "any(R, r => r.age > 5)",
        "B < @2021-08",
      ),
      fc
        .tuple(tie("truth"), fc.constantFrom("and", "or", "="), tie("truth"))
        .map(([a, operator, b]) => `(${a}) ${operator} (${b})`),
      tie("truth").map((inner) => `not (${inner})`),
      tie("truth").map((inner) => `surely(${inner})`),
    ),
  })).truth;

  it(
    "[QL25] every well-typed condition compiles, ends, and is true, false or unknown",
    () => {
      fc.assert(
        fc.property(
          fc.array(truth, { minLength: 10, maxLength: 10 }),
          fc.integer({ min: -9, max: 9 }),
          (conditions, number) => {
            const short = conditions.filter((one) => one.length <= 2_000);
            const calculations = short.map((one, index) => ({ id: `c${index}`, expression: one }));
            const questionnaire = compiled({ ...everything, calculations });
            const answers = {
              N: count(number),
              C: alternative("0"),
              B: date("2021-08"),
              "R[1].age": count(5),
              M: codes("2"),
            };
            const interview = openInterview(questionnaire, { context: { yes: true, no: false }, answers });
            for (const { id } of calculations) expect([true, false, null]).toContain(interview.value(id));
          },
        ),
        runs(150, 5_000),
      );
    },
    patience,
  );

  it(
    "[QL45] a condition that some interview makes true is never called impossible",
    () => {
      const possible = fc.tuple(
        fc.array(truth, { minLength: 1, maxLength: 3 }),
        fc.integer({ min: -3, max: 3 }),
        fc.constantFrom(code("1"), code("2"), refused),
      );
      fc.assert(
        fc.property(possible, ([conditions, number, choice]) => {
          const whole = conditions.map((one) => `(${one})`).join(" and ");
          fc.pre(whole.length <= 2_000);
          const answers = {
            N: count(number),
            K: count(1),
            C: choice,
            "R[1].age": count(5),
            M: codes("2"),
            T: text("abc"),
          };
          const context = { yes: true, no: false };
          const asValue = compileQuestionnaire(
            [{ ...everything, calculations: [{ id: "c", expression: whole }] }],
            demoHost,
          );
          fc.pre(asValue.ok);
          if (!asValue.ok || openInterview(asValue.value, { context, answers }).value("c") !== true) return;
          const asEdit = compileQuestionnaire([{ ...everything, edits: [edit("E1", "soft", whole, ["C"])] }], demoHost);
          expect(asEdit.ok).toBe(true);
        }),
        runs(500, 20_000),
      );
    },
    patience,
  );

  it(
    "[QL3] a file damaged anywhere is refused or compiles, and never throws",
    () => {
      const whole = form(
        [
          single("P1", ["1", "2"], alternatives("0")),
          multi("P2", ["1"]),
          roster("R", [wholeNumber("a", 0, 9, { relevant: "P1 = '1'" })]),
        ],
        { edits: [edit("E1", "soft", "P1 = '2'", ["P2"])], calculations: [{ id: "n", expression: "count(R)" }] },
      );
      const written = JSON.stringify(whole);
      const spots = [...written.matchAll(/"(?:[^"\\]|\\.)*"|\b(?:true|false|null|\d+)\b/g)];
      const junk = fc.oneof(
        fc.json({ maxDepth: 2 }),
        fc.constantFrom('"P1"', '"R"', '"__proto__"', "null", '""', '"constructor"'),
      );
      fc.assert(
        fc.property(fc.nat({ max: spots.length - 1 }), junk, (index, replacement) => {
          const spot = spots[index];
          const start = spot?.index ?? 0;
          const damaged = written.slice(0, start) + replacement + written.slice(start + (spot?.[0].length ?? 0));
          let file: unknown;
          try {
            file = JSON.parse(damaged);
          } catch {
            return;
          }
          const result = compileQuestionnaire([file], demoHost);
          if (result.ok)
            openInterview(result.value, { context: {}, answers: { P1: code("1"), "R[1].a": count(3) } }).findings();
          else expect(result.error.map(explainDefinitionError)).not.toHaveLength(0);
        }),
        runs(1_000, 50_000),
      );
    },
    patience,
  );
});
