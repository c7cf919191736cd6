// Takes out of an example whatever it does without, asking the engine each time.
import type { InterviewStart } from "#questionnaire";
import { settingOf, turn, type Knob } from "./knobs.ts";
import { copyTrial, trialStart, type Trial } from "./trial.ts";

/** An example in which nothing can be left out any more; `isReached` holds for the given trial. */
export function shortened(trial: Trial, knobs: readonly Knob[], isReached: (start: InterviewStart) => boolean): Trial {
  const short = copyTrial(trial);
  for (const knob of knobs.toReversed()) {
    const before = settingOf(short, knob);
    for (const less of lessThan(knob, before)) {
      turn(short, knob, less);
      if (isReached(trialStart(short))) break;
      turn(short, knob, before);
    }
  }
  return short;
}

/** Nothing at all, or fewer rows. */
function lessThan(knob: Knob, setting: ReturnType<typeof settingOf>): readonly (number | undefined)[] {
  if (knob.kind === "count") return typeof setting === "number" ? Array.from({ length: setting }, (_none, n) => n) : [];
  return setting === undefined ? [] : [undefined];
}
