// Reads the address of Help: which question to open at, and which interview to go back to.
import { helpArticles, helpQuestionOf } from "./help-entries.ts";

interface HelpAddress {
  readonly question: string | null;
  readonly article: string | null;
  /** Where the interview stood; null where Help was opened from Home. */
  readonly back: string | null;
}

const lineIdPattern = /^[\w-]{1,64}$/u;

/** What `helpAddress` wrote; whatever does not fit is left out. */
export function parseHelpAddress(search: string): HelpAddress {
  const asked = new URLSearchParams(search);
  const path = asked.get("at");
  const lineId = asked.get("line");
  const article = helpArticles.find(({ id }) => id === asked.get("article"))?.id ?? null;
  const question = path === null ? null : helpQuestionOf(path);
  if (lineId === null || !lineIdPattern.test(lineId)) return { question, article, back: null };
  const at = path === null || question === null ? "" : `?at=${encodeURIComponent(path)}`;
  return { question, article, back: `/interview/${lineId}${at}` };
}
