// What a page may write into an interview's log. The tablet writes the rest itself, each with its own checks.
import { InterviewEvent } from "#fieldwork";
import { err, ok, type Result } from "#questionnaire";

const ownEvents: ReadonlySet<InterviewEvent["type"]> = new Set([
  "interview-started",
  "interview-moved",
  "interview-finished",
  "interview-reopened",
  "interview-cancelled",
  "interview-restored",
]);

/** The given events as those of this officer: who holds the tablet is known here and nowhere else. Refuses all where one is malformed, or the tablet's own. */
export function parsePageEvents(
  given: readonly InterviewEvent[],
  by: string,
): Result<readonly InterviewEvent[], { readonly type: "event-refused" }> {
  const parsed = InterviewEvent.array().min(1).safeParse(given);
  if (!parsed.success || parsed.data.some(({ type }) => ownEvents.has(type))) return err({ type: "event-refused" });
  return ok(parsed.data.map((event) => ({ ...event, by })));
}
