import type { LineOutcome } from "#fieldwork";
import { m } from "../../i18n/index.ts";

/** How a line is closed without a form, in a word. */
export function outcomeText(outcome: LineOutcome): string {
  switch (outcome) {
    case "refused":
      return m.out_refused();
    case "absent":
      return m.out_absent();
    case "unable":
      return m.out_unable();
  }
}
