// When answers are collected: configuration, because in 2021 the dates were moved twice (instrument 2, 5.3). A window
// never refuses anything. What comes outside it is taken and marked as late.
import { z } from "zod";

const Instant = z.iso.datetime({ offset: true });

/** From `opens` to just before `closes`, RFC 3339 with an offset. */
export const CollectionWindow = z
  .strictObject({ opens: Instant, closes: Instant })
  .refine(({ opens, closes }) => Date.parse(opens) < Date.parse(closes), "a window closes after it opens");
export type CollectionWindow = z.infer<typeof CollectionWindow>;

/** The windows of a collection; several in a row where one was closed and opened again. */
export const CollectionWindows = z.strictObject({
  v: z.literal(1),
  /** Respondents fill the form themselves. */
  selfCompletion: z.array(CollectionWindow).min(1).max(20),
  /** Officers interview on tablets. */
  interviewing: z.array(CollectionWindow).min(1).max(20),
});
export type CollectionWindows = z.infer<typeof CollectionWindows>;

export type WindowKind = "selfCompletion" | "interviewing";

/** Where an instant stands: ahead of the first window, in one, between two, or after the last. */
export type WindowState = "early" | "open" | "between" | "late";

/** Where `atMs` stands among the windows of a kind. Everything but `open` is a flag (E122), never a refusal. */
export function windowStateAt(windows: CollectionWindows, kind: WindowKind, atMs: number): WindowState {
  const spans = windows[kind].map(({ opens, closes }) => ({ from: Date.parse(opens), to: Date.parse(closes) }));
  if (spans.some(({ from, to }) => atMs >= from && atMs < to)) return "open";
  if (spans.every(({ from }) => atMs < from)) return "early";
  return spans.every(({ to }) => atMs >= to) ? "late" : "between";
}
