import { describe, expect, it } from "vitest";
import { explainDefinitionError, type DefinitionError } from "#questionnaire";
import { refusals } from "../../support/questionnaire/conversation.ts";
import { form, single, textLine } from "../../support/questionnaire/form.ts";

const where = { file: "f3", place: "section A › P08" };
const inside = { ...where, expression: "P08 = 1", at: 6 };
const errors: readonly [DefinitionError, RegExp][] = [
  [{ type: "shape-wrong", ...where, reason: "it is missing" }, /not as it should be here: it is missing/],
  [{ type: "text-missing", ...where, language: "kk" }, /the Kazakh text is missing/],
  [{ type: "key-unknown", ...where, key: "relevent" }, /"relevent" is not known here/],
  [{ type: "key-unknown", ...where, key: "foreach", nearest: "forEach" }, /Did you mean "forEach"\?/],
  [{ type: "too-big", ...where, limit: "edits", max: 1000 }, /at most 1000 edits/],
  [{ type: "too-big", ...where, limit: "looks", max: 10 }, /at most 10 looks at items of lists/],
  [{ type: "id-duplicate", ...where, id: "P1", firstPlace: "f1: P1" }, /"P1" is already used at f1: P1/],
  [{ type: "unit-different", ...where, unit: "dwelling", first: "person" }, /"dwelling".*"person"/],
  [{ type: "code-set-unknown", ...where, set: "x" }, /no set of options "x"/],
  [{ type: "list-unknown", ...where, list: "x" }, /no code list "x"/],
  [{ type: "list-code-unknown", ...where, list: "x", code: "y" }, /"x" has no code "y"/],
  [{ type: "range-empty", ...where, min: "9", max: "1" }, /nothing lies between 9 and 1/],
  [{ type: "date-impossible", ...where, date: "2021-02-30" }, /the calendar has no 2021-02-30/],
  [{ type: "more-errors", ...where, count: 7 }, /and 7 more errors/],
  [{ type: "cycle", ...where, names: ["P1", "P2", "P1"] }, /P1 → P2 → P1/],
  [
    { type: "never-asked", ...where, question: "P1", because: [] },
    /P1 can never be asked: its condition contradicts itself/,
  ],
  [{ type: "never-asked", ...where, question: "P1", because: ["A2", "N"] }, /the conditions or limits of A2, N/],
  [{ type: "never-fires", ...where, edit: "E1", because: [] }, /edit E1 can never fire/],
  [{ type: "never-offered", ...where, code: "2", because: [] }, /"2" can never be chosen/],
  [{ type: "prefill-reads-answer", ...where, question: "P1" }, /reads the answer to P1/],
  [{ type: "prefill-source", ...where, sources: [] }, /at least one context value with a "source"/],
  [{ type: "prefill-source", ...where, sources: ["list", "register"] }, /reads list and register/],
  [{ type: "known-beforehand", ...where, name: "born", reader: "P1" }, /"born" is known before.*and P1 does/],
  [{ type: "proposal-unfit", ...where, question: "P1" }, /P1 would not take this value/],
  [{ type: "role-code", ...where, role: "sex", to: "P1", code: "2" }, /P1 has no option "2".*role "sex"/],
  [{ type: "role-unknown", ...where, role: "sax", nearest: "sex" }, /role "sax"\. Did you mean "sex"\?/],
  [{ type: "role-type", ...where, role: "sex", to: "P1", expected: "single", found: "date" }, /P1 is.*date.*single/],
  [
    { type: "role-missing", ...where, role: "sex", unit: "person", expected: "single" },
    /no question has the role "sex", which a questionnaire about a person needs/,
  ],
  [{ type: "placeholder-unknown", ...where, name: "agee", nearest: "age" }, /Did you mean "age"\?/],
  [{ type: "placeholder-type", ...where, name: "flag", found: "boolean" }, /\{flag\} is a boolean/],
  [{ type: "placeholder-broken", ...where, language: "ru" }, /the Russian text/],
  [{ type: "placeholder-suffix", ...where, name: "n", suffix: "-ден" }, /"\{n\}-ден"/],
  [{ type: "syntax-error", ...inside, found: "the end", expected: "a value" }, /found the end where a value/],
  [{ type: "expression-too-big", ...inside, limit: "depth", max: 40 }, /at most 40 levels/],
  [
    { type: "expression-too-big", ...inside, limit: "quantifier-depth", max: 2 },
    /at most 2 levels of any, all, count and sum/,
  ],
  [{ type: "name-unknown", ...inside, name: "P9", nearest: null }, /no question, calculation or context value "P9"\./],
  [{ type: "name-in-roster", ...inside, name: "R.age", roster: "R" }, /any\(R, row => …\)/],
  [
    { type: "function-unknown", ...inside, name: "cont", nearest: "count" },
    /no function "cont"\. Did you mean "count"\?/,
  ],
  [{ type: "arguments-wrong", ...inside, name: "if", expected: "2 or 3", found: 1 }, /"if" takes 2 or 3/],
  [{ type: "type-wrong", ...inside, expected: "number", found: "text" }, /number is needed here, and this is text/],
  [{ type: "code-unknown", ...inside, code: "7", known: ["1", "2"] }, /"7" is not one of the codes \(1, 2\)/],
  [{ type: "code-unknown", ...inside, code: "7", known: [] }, /"7" is not one of the codes\./],
  [{ type: "number-for-code", ...inside, number: "1" }, /codes are written in quotes: "1"/],
  [{ type: "codes-never-equal", ...inside }, /no code in common/],
  [{ type: "dates-never-equal", ...inside, instead: "year(D) = 2010" }, /Write: year\(D\) = 2010\./],
  ...(
    [
      "unknown",
      "not-a-multi",
      "not-a-list",
      "list-without-lines",
      "not-a-roster",
      "in-another-roster",
      "later-than-this",
    ] as const
  ).map((reason): [DefinitionError, RegExp] => [
    { type: "reference-wrong", ...where, to: "P1", reason },
    /"P1" cannot be meant here: .+\./,
  ]),
];

describe("sentences about errors", () => {
  it.each(errors.map(([error, words]) => ({ error, words })))("[QL1] $error.type", ({ error, words }) => {
    const sentence = explainDefinitionError(error);
    expect(sentence.startsWith("f3, section A › P08: ")).toBe(true);
    expect(sentence).toMatch(words);
    expect(sentence).not.toMatch(/undefined|\[object|\bnull\b/);
  });

  it("[QL1] an error in an expression shows it and where in it", () => {
    const [error] = refusals(form([single("P1", ["1", "2"]), textLine("T", { relevant: "P1 = 1" })]));
    expect(error && explainDefinitionError(error)).toBe(
      'demo-form, section A › T › relevant: codes are written in quotes: "1", not 1. In `P1 = 1`, at character 6.',
    );
  });
});
