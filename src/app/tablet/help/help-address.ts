// Reads the address of Help: which question to open at, and which interview to go back to.
import { helpQuestionOf } from "./help-entries.ts";

interface HelpAddress {
  readonly question: string | null;
  /** Where the interview stood; null where Help was opened from Home. */
  readonly back: string | null;
}

const lineIdPattern = /^[\w-]{1,64}$/u;

/** What `helpAddress` wrote; whatever does not fit is left out. */
export function parseHelpAddress(search: string): HelpAddress {
  const asked = new URLSearchParams(search);
  const path = asked.get("at");
  const lineId = asked.get("line");
  const question = path === null ? null : helpQuestionOf(path);
  if (lineId === null || !lineIdPattern.test(lineId)) return { question, back: null };
  const at = path === null || question === null ? "" : `?at=${encodeURIComponent(path)}`;
  return { question, back: `/interview/${lineId}${at}` };
}
