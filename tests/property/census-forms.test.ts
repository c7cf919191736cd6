// Properties of the census forms themselves, in a household, over answers of every type that come as they come.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openInterview, type Interview, type InterviewStart } from "#questionnaire";
import { personsNamedIn } from "#census";
import { judgeForm } from "../../src/server/opener/opening.ts";
import { asked } from "../support/questionnaire/conversation.ts";
import { everythingSaid } from "../support/questionnaire/everything-said.ts";
import {
  answerAlong,
  anySteps,
  finish,
  opened,
  personCase,
  premisesCase,
  questionnaireOf,
  type CensusCase,
  type Step,
} from "../support/questionnaire/census-interviews.ts";

const isSlow = process.env.SLOW === "1";
/** Of a failure the smallest case found in that time is told: there are a hundred answers to leave out. */
const runs = (few: number): { numRuns: number; interruptAfterTimeLimit: number } => ({
  numRuns: isSlow ? few * 40 : few,
  interruptAfterTimeLimit: isSlow ? 300_000 : 15_000,
});
const patience = isSlow ? 900_000 : 60_000;

const forms = [
  { form: "the person's forms", cases: personCase },
  { form: "the forms of the premises", cases: premisesCase },
] as const;

/** A case and what disturbs it: steps over its questionnaire. */
const disturbed = (
  cases: fc.Arbitrary<CensusCase>,
  maxLength: number,
  at?: "gates",
): fc.Arbitrary<readonly [CensusCase, readonly Step[]]> =>
  cases.chain((made) => anySteps(made, maxLength, at).map((steps) => [made, steps] as const));

/** Answered along the way, then disturbed. */
function interviewOf(made: CensusCase, steps: readonly Step[]): Interview {
  const interview = opened(made);
  answerAlong(interview, made);
  for (const [path, answer] of steps) interview.give(path, answer);
  return interview;
}

/** As it is after a night in storage. */
function reopened(made: CensusCase, interview: Interview): Interview {
  const saved = {
    context: made.context,
    answers: interview.answers(),
    confirmations: interview.confirmations(),
    removedRows: interview.removedRows(),
  };
  // What was written as JSON has the type that was written.
  return openInterview(questionnaireOf(made), JSON.parse(JSON.stringify(saved)) as InterviewStart);
}

function proposes(interview: Interview, path: string): boolean {
  const { definition } = interview.question(path);
  return definition.type !== "composite" && definition.type !== "roster"
    ? definition.default !== undefined || definition.prefill !== undefined
    : false;
}

describe.each(forms)("$form", ({ cases }) => {
  it(
    "[QL40] end: answering what remains leaves nothing, after no more answers than there are paths",
    () => {
      fc.assert(
        fc.property(cases, (made) => {
          const interview = opened(made);
          expect(answerAlong(interview, made)).toBeLessThanOrEqual(made.answers.size + 20);
          expect(interview.remaining()).toEqual([]);
        }),
        runs(100),
      );
    },
    patience,
  );

  it(
    "[QL42] say the same in whichever order they are answered",
    () => {
      fc.assert(
        fc.property(disturbed(cases, 10), fc.infiniteStream(fc.nat()), ([made, steps], numbers) => {
          const interview = interviewOf(made, steps);
          const other = opened(made);
          const shuffled = Object.entries(interview.answers())
            .map((one) => [numbers.next().value, one] as const)
            .toSorted(([a], [b]) => a - b);
          for (const [, [path, answer]] of shuffled) other.give(path, answer);
          expect(everythingSaid(other)).toEqual(everythingSaid(interview));
        }),
        runs(50),
      );
    },
    patience,
  );

  it(
    "[QL42] say the same when they were saved and opened again",
    () => {
      fc.assert(
        fc.property(disturbed(cases, 10), ([made, steps]) => {
          const interview = interviewOf(made, steps);
          for (const { edit, level, paths } of interview.findings()) {
            if (level === "soft") interview.confirm(edit, paths[0] ?? "", null);
          }
          expect(everythingSaid(reopened(made, interview))).toEqual(everythingSaid(interview));
        }),
        runs(50),
      );
    },
    patience,
  );

  it(
    "[QL46] are as before when steps are taken back, the last one first",
    () => {
      fc.assert(
        fc.property(disturbed(cases, 8), ([made, steps]) => {
          const interview = interviewOf(made, []);
          // A row's number is spent once it was opened; only what stands can be restored to the letter.
          // Nor is a proposal: what somebody cleared is not proposed again (QL91).
          const given = interview.answers();
          const standing = steps.filter(
            ([path]) =>
              (!path.includes("[") || asked(interview).includes(path)) && (path in given || !proposes(interview, path)),
          );
          const before = everythingSaid(interview);
          const kept = standing.map(([path, answer]): Step => {
            const { answer: old } = interview.question(path);
            interview.give(path, answer);
            return [path, old];
          });
          for (const [path, answer] of kept.toReversed()) interview.give(path, answer);
          expect(everythingSaid(interview)).toEqual(before);
        }),
        runs(50),
      );
    },
    patience,
  );

  it(
    "[QL46] keep what is no longer asked, do not export it, and have it again when it is asked again",
    () => {
      let setAside = 0;
      fc.assert(
        fc.property(disturbed(cases, 6, "gates"), ([made, steps]) => {
          const interview = interviewOf(made, []);
          for (const [path, answer] of steps.filter(([one]) => !one.includes("["))) {
            const before = interview.exported();
            const old = interview.question(path).answer;
            const { vanished } = interview.give(path, answer);
            const gone = vanished.filter((one) => one !== path && before[one] !== undefined);
            setAside += gone.length;
            for (const one of gone) {
              expect(interview.answers()[one]).toEqual(before[one]);
              expect(interview.exported()).not.toHaveProperty([one]);
            }
            interview.give(path, old);
            expect(interview.exported()).toEqual(before);
          }
        }),
        runs(60),
      );
      expect(setAside).toBeGreaterThan(0);
    },
    patience,
  );

  it(
    "[QL46] export what is asked and answered, and nothing else",
    () => {
      fc.assert(
        fc.property(disturbed(cases, 15), ([made, steps]) => {
          const interview = interviewOf(made, steps);
          const answered = asked(interview).filter((path) => {
            const { state } = interview.question(path).answer;
            return state !== "unanswered" && state !== "proposed";
          });
          expect(Object.keys(interview.exported()).toSorted()).toEqual(answered.toSorted());
        }),
        runs(50),
      );
    },
    patience,
  );

  it(
    "[QL56] can be finished, and the server finds nothing against what the tablet finished",
    () => {
      fc.assert(
        fc.property(cases, (made) => {
          const interview = opened(made);
          finish(interview, made);
          expect(verdict(made, interview)).toBeNull();
        }),
        runs(80),
      );
    },
    patience,
  );

  it(
    "[QL56] are judged by the server as by the tablet that knows of the others what the server knows",
    () => {
      let refusals = 0;
      fc.assert(
        fc.property(disturbed(cases, 8), ([made, steps]) => {
          const interview = opened(made);
          finish(interview, made);
          for (const [path, answer] of steps) interview.give(path, answer);
          const { persons: _others, ...scalars } = made.context;
          const context = { ...scalars, persons: personsNamedIn(questionnaireOf(made), interview.exported()) };
          const alone = reopened({ ...made, context }, interview);
          const blocks = everythingSaid(alone).obstacles;
          refusals += blocks.length;
          expect(verdict(made, interview) === null).toBe(blocks.length === 0);
        }),
        runs(60),
      );
      expect(refusals).toBeGreaterThan(0);
    },
    patience,
  );
});

/** What the server says of the form as it was sealed: the answers exported, the confirmations, the scalars of the context. */
function verdict(made: CensusCase, interview: Interview): string | null {
  const { persons: _others, ...scalars } = made.context;
  const line = JSON.stringify({
    answers: interview.exported(),
    confirmations: interview.confirmations().map((one) => ({ ...one, atMs: 0 })),
    context: scalars,
  });
  // What was written as JSON has the type that was written.
  return judgeForm(JSON.parse(line) as Parameters<typeof judgeForm>[0], questionnaireOf(made));
}
