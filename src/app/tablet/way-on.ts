// Where a screen that is done leads: the next thing to do, by its own words; home where nothing is left.
import type { NextAction } from "#fieldwork";
import { m } from "../i18n/index.ts";

export interface WayOn {
  readonly words: string;
  readonly to: string;
}

export function wayOn(next: NextAction): WayOn {
  switch (next.type) {
    case "interview-next":
      return { words: m.fin_next(), to: `/start/${next.lineId}` };
    case "continue":
    case "correct":
      return { words: m.fin_next(), to: `/interview/${next.lineId}` };
    case "premises":
      return { words: m.premises_step(), to: "/premises" };
    case "send":
      return { words: m.home_send(), to: "/data" };
    default:
      return { words: m.frame_home(), to: "/" };
  }
}
