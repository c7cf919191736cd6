import fc from "fast-check";
import { expect, it } from "vitest";
import { compileQuestionnaire, openInterview, type Answer, type AnswersByPath } from "#questionnaire";
import {
  asked as asking,
  code,
  codes,
  count,
  demoHost,
  dontKnow,
  refused,
  unanswered,
} from "../support/questionnaire/conversation.ts";
import { edit, form, multi, roster, single, wholeNumber } from "../support/questionnaire/form.ts";

const isSlow = process.env["SLOW"] === "1";
const oneOf = <T>(...values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values);
const atomOf = {
  A: oneOf("A = '1'", "A in {'1', '2'}", "A != '3'", "refused(A)", "known(A)"),
  N: oneOf("N = 0", "N >= 2", "N < 1", "N + 1 > 3", "unknown(N)", "N in {1, 3}", "0 - N < 0 - 2"),
  M: oneOf("M has '1'", "M has '2'", "M has any {'2', '3'}", "count(M) = 2", "M has '3'"),
  B: oneOf("B = '1'", "B = '2'", "given(B)", "B = A"),
  R: oneOf(
    "any(R, r => r.n > 1)",
    "all(R, r => r.n = 2)",
    "count(R, r => r.n = 0) >= 1",
    "any(R, r => r.b = '1' and r.n = 0)",
    "any(R, r => r.b = '2')",
    "sum(R, r => r.n) > 3",
    "count(R) = 2",
  ),
  k: oneOf("k = 1", "k > 1", "k < 3", "isSome", "firstKnown(k, N) = 2", "if(isSome, N > 1, A = '2')"),
  persons: oneOf("any(persons, p => p.sex = '1')", "all(persons, p => p.sex = '2')", "any(persons, p => p.sex = B)"),
} as const;

/** Conditions over these parts of the questionnaire. */
const conditionOver = (...parts: readonly (keyof typeof atomOf)[]): fc.Arbitrary<string> => {
  const atom = fc.oneof(...parts.map((part) => atomOf[part]));
  return fc.letrec<{ whole: string }>((tie) => ({
    whole: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      atom,
      fc
        .tuple(tie("whole"), oneOf("and", "and", "or"), tie("whole"))
        .map(([a, operator, b]) => `(${a}) ${operator} (${b})`),
      tie("whole").map((inner) => `not (${inner})`),
      tie("whole").map((inner) => `surely(${inner})`),
    ),
  })).whole;
};

/** A questionnaire whose questions depend on those before them. */
const questionnaire = fc.record({
  N: conditionOver("A"),
  M: conditionOver("A", "N"),
  when: conditionOver("A"),
  B: conditionOver("A", "N", "M"),
  R: conditionOver("A", "N"),
  k: conditionOver("A", "N", "M"),
  isSome: conditionOver("A", "N"),
});

type Conditions = typeof questionnaire extends fc.Arbitrary<infer T> ? T : never;

const calculations = (conditions: Conditions) => [
  { id: "isSome", expression: conditions.isSome },
  { id: "k", expression: `if(${conditions.k}, N, 3)` },
];

const questions = (conditions: Conditions) => [
  single("A", ["1", "2", "3"], { special: ["refused"] }),
  wholeNumber("N", 0, 3, { special: ["unknown"], relevant: conditions.N }),
  multi("M", ["1", { code: "2", when: conditions.when }, { code: "3", exclusive: true }], { relevant: conditions.M }),
  single("B", ["1", { code: "2", when: conditions.when }], { relevant: conditions.B }),
  roster("R", [wholeNumber("n", 0, 2), single("b", ["1", "2"], { relevant: "R.n > 0" })], {
    relevant: conditions.R,
    maxRows: 2,
  }),
];

const context = [{ id: "persons", type: "list", fields: { line: "line", sex: { type: "code", codes: ["1", "2"] } } }];

const answers: fc.Arbitrary<AnswersByPath> = fc
  .record({
    A: oneOf<Answer>(code("1"), code("2"), code("3"), refused, unanswered),
    N: oneOf<Answer>(count(0), count(1), count(2), count(3), dontKnow, unanswered),
    M: oneOf<Answer>(codes("1"), codes("2"), codes("1", "2"), codes("3"), unanswered),
    B: oneOf<Answer>(code("1"), code("2"), unanswered),
    "R[1].n": oneOf<Answer>(count(0), count(1), count(2), unanswered),
    "R[1].b": oneOf<Answer>(code("1"), code("2"), unanswered),
    "R[2].n": oneOf<Answer>(count(0), count(1), count(2), unanswered),
    "R[2].b": oneOf<Answer>(code("1"), code("2"), unanswered),
  })
  .map((all) => Object.fromEntries(Object.entries(all).filter(([, answer]) => answer !== unanswered)));

const persons = oneOf(
  [],
  [{ line: 1, sex: "1" }],
  [
    { line: 1, sex: "2" },
    { line: 2, sex: "1" },
  ],
);
const any = conditionOver("A", "N", "M", "B", "R", "k", "persons");
const at = oneOf("A", "N", "B", "R");

it(
  "[QL45] what some interview without a wrong value reaches is never called impossible",
  () => {
    let reached = 0;
    fc.assert(
      fc.property(
        questionnaire,
        any,
        at,
        fc.array(fc.record({ answers, persons }), { minLength: 30, maxLength: 30 }),
        (conditions, when, shown, interviews) => {
          const asked = questions(conditions);
          const made = compileQuestionnaire(
            [form(asked, { context, calculations: [...calculations(conditions), { id: "it", expression: when }] })],
            demoHost,
          );
          if (!made.ok) return;
          const isReached = interviews.some((start) => {
            const interview = openInterview(made.value, {
              context: { persons: start.persons },
              answers: start.answers,
            });
            if (interview.findings().length > 0 || interview.value("it") !== true) return false;
            return asking(interview).includes(shown);
          });
          if (!isReached) return;
          reached += 1;
          const withEdit = form(asked, {
            context,
            calculations: calculations(conditions),
            edits: [edit("E1", "soft", when, [shown])],
          });
          const withQuestion = form([...asked, wholeNumber("Q", 0, 1, { relevant: when })], {
            context,
            calculations: calculations(conditions),
          });
          for (const file of [withEdit, withQuestion]) {
            const result = compileQuestionnaire([file], demoHost);
            expect(result.ok ? [] : result.error).toEqual([]);
          }
        },
      ),
      { numRuns: isSlow ? 20_000 : 600 },
    );
    // Few questionnaires refuse themselves and most conditions are met by some interview: the test tests something.
    expect(reached).toBeGreaterThan(100);
  },
  isSlow ? 600_000 : 60_000,
);
