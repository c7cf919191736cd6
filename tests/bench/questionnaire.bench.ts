// How fast the engine is: one answer in a large household, a form opened and checked, a definition compiled; with a
// made-up household form, and with the census forms as they are.
// Run: node tests/bench/questionnaire.bench.ts [--json]
import { checkFinished, compileQuestionnaire, openInterview, type Answer, type Questionnaire } from "#questionnaire";
import { code, compiled, count, demoHost } from "../support/questionnaire/conversation.ts";
import { household, householdAnswers, personAnswers } from "../support/questionnaire/household.ts";
import { percentile, type BenchRow } from "./bench-table.ts";
import { censusTurn, finishedForms, interviewInHousehold, judgeLine, loadInstrument } from "./census-forms.ts";

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

/** The real instrument: read, judged by the server's code, and answered in a household. */
function censusRows(): readonly BenchRow[] {
  // The first time, as a program that starts; everything after it is warm.
  const firstMs = timeOf(loadInstrument);
  const loads = Array.from({ length: 20 }, () => timeOf(loadInstrument));
  const rows: BenchRow[] = [
    { name: "the whole instrument read and checked, the first time", value: firstMs, unit: "ms", target: 150 },
    { name: "the whole instrument read and checked, median", value: percentile(loads, 50), unit: "ms", target: 150 },
  ];
  const lines = finishedForms(1_000);
  lines.slice(0, 100).forEach(judgeLine);
  const before = process.cpuUsage();
  lines.forEach(judgeLine);
  const { user, system } = process.cpuUsage(before);
  rows.push({ name: "1,000 finished F3 forms judged, CPU", value: (user + system) / 1_000, unit: "ms", target: 1_500 });
  for (const [persons, target] of householdTargets) {
    const interview = interviewInHousehold(persons);
    const samples = Array.from({ length: 2 * rounds }, (_none, turn) => {
      const [path, answer] = censusTurn(turn);
      return timeOf(() => {
        interview.give(path, answer);
        // What the screen reads after each answer.
        interview.findings();
        interview.remaining();
      });
    }).slice(rounds);
    const name = `one answer in the person form, ${persons} persons`;
    rows.push({ name: `${name}, median`, value: percentile(samples, 50), unit: "ms", target });
    rows.push({ name: `${name}, 99 %`, value: percentile(samples, 99), unit: "ms", target });
  }
  return rows;
}

/** Persons of a household, and the milliseconds that one answer may take. */
const householdTargets = [
  [20, 1],
  [100, 3],
] as const;

/** Rows for the report: milliseconds, smaller is better. */
export async function runQuestionnaireBench(): Promise<BenchRow[]> {
  const rows: BenchRow[] = [...censusRows()];
  const questionnaire = compiled(household);
  for (const [persons, target] of householdTargets) {
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
