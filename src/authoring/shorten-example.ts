// Takes out of an example whatever it does without, asking the engine each time.
import type { InterviewStart } from "#questionnaire";
import { settingOf, turn, type Knob } from "./knobs.ts";
import { copyTrial, trialStart, withoutRecord, type Trial } from "./trial.ts";

/** An example in which nothing can be left out any more; `isReached` holds for the given trial. */
export function shortened(trial: Trial, knobs: readonly Knob[], isReached: (start: InterviewStart) => boolean): Trial {
  let short = copyTrial(trial);
  // What is taken out late may have been all that an earlier answer was needed for.
  for (let before = Infinity; sizeOf(short) < before;) {
    before = sizeOf(short);
    for (const knob of knobs.toReversed()) {
      const less = lessBy(short, knob).find((one) => isReached(trialStart(one)));
      if (less !== undefined) short = less;
    }
  }
  return short;
}

function sizeOf({ answers, counts, context }: Trial): number {
  return [...counts.values()].reduce((sum, count) => sum + count, answers.size + context.size);
}

/** The trial with nothing at this knob, or with fewer records, the fewest first. */
function lessBy(trial: Trial, knob: Knob): readonly Trial[] {
  const setting = settingOf(trial, knob);
  if (knob.kind === "count") {
    const count = typeof setting === "number" ? setting : 0;
    const shorter = Array.from({ length: count }, (_none, rows) => turned(trial, knob, rows));
    return [...shorter, ...Array.from({ length: count }, (_none, at) => withoutRecord(trial, knob.list, at + 1))];
  }
  return setting === undefined ? [] : [turned(trial, knob, undefined)];
}

function turned(trial: Trial, knob: Knob, setting: number | undefined): Trial {
  const less = copyTrial(trial);
  turn(less, knob, setting);
  return less;
}
