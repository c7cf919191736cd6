// How fast the engine is: one answer in a large household, a form opened and checked, a definition compiled.
// Run: node tests/bench/questionnaire.bench.ts [--json]
import { checkFinished, compileQuestionnaire, openInterview, type Answer, type Questionnaire } from "#questionnaire";
import { code, compiled, count, demoHost } from "../support/questionnaire/conversation.ts";
import { household, householdAnswers, personAnswers } from "../support/questionnaire/household.ts";
import { percentile, type BenchRow } from "./bench-table.ts";

const context = { year: 2021 };
const rounds = 400;

/** Answers that change what is asked, what is offered and what is objected to, turn by turn. */
function turns(persons: number): readonly (readonly [string, Answer])[] {
  return Array.from({ length: rounds }, (_, turn) => {
    const row = 1 + (turn % persons);
    const options: readonly (readonly [string, Answer])[] = [
      [`H[${row}].born`, count(1950 + (turn % 70))],
      [`H[${row}].sex`, code(turn % 3 === 0 ? "1" : "2")],
      [`H[${row}].given`, { state: "answered", value: { kind: "text", text: `Name ${turn % 5}` } }],
      [`H[${row}].worked`, code(turn % 2 === 0 ? "1" : "5")],
      [`H[${row}].q${turn % 42}`, code("2")],
    ];
    return options[turn % options.length] ?? ["ROOMS", count(3)];
  });
}

function timeAnswers(questionnaire: Questionnaire, persons: number): readonly number[] {
  const interview = openInterview(questionnaire, { context, answers: householdAnswers(persons) });
  const samples: number[] = [];
  for (const [path, answer] of [...turns(persons), ...turns(persons)]) {
    const start = performance.now();
    interview.give(path, answer);
    samples.push(performance.now() - start);
  }
  // The first half warms up.
  return samples.slice(rounds);
}

function timeOf(step: () => void): number {
  const start = performance.now();
  step();
  return performance.now() - start;
}

/** Rows for the report: milliseconds, smaller is better. */
export async function runQuestionnaireBench(): Promise<BenchRow[]> {
  const questionnaire = compiled(household);
  const rows: BenchRow[] = [];
  for (const [persons, target] of [
    [20, 1],
    [100, 3],
  ] as const) {
    const samples = timeAnswers(questionnaire, persons);
    const name = `one answer, ${persons} persons × 60 questions`;
    rows.push({ name: `${name}, median`, value: percentile(samples, 50), unit: "ms", target });
    rows.push({ name: `${name}, 99 %`, value: percentile(samples, 99), unit: "ms", target });
  }
  const answers = personAnswers(4);
  const validate = (): void => {
    for (let form = 0; form < 1_000; form += 1) {
      checkFinished(openInterview(questionnaire, { context, answers }));
    }
  };
  validate();
  rows.push({ name: "1,000 finished forms opened and checked", value: timeOf(validate), unit: "ms", target: 1_500 });
  const open = timeOf(() => openInterview(questionnaire, { context, answers: householdAnswers(100) }));
  rows.push({ name: "open an interview of 100 persons", value: open, unit: "ms" });
  const compile = timeOf(() => compileQuestionnaire([household], demoHost));
  rows.push({ name: "compile a definition of 62 questions", value: compile, unit: "ms" });
  return rows;
}

if (process.argv[1] === import.meta.filename) {
  const rows = await runQuestionnaireBench();
  const lines = process.argv.includes("--json")
    ? [JSON.stringify(rows, null, 2)]
    : rows.map(
        ({ name, value, unit, target }) =>
          `${name.padEnd(56)} ${value.toFixed(3).padStart(10)} ${unit}${target === undefined ? "" : `  (target ${target})`}`,
      );
  process.stdout.write(`${lines.join("\n")}\n`);
}
