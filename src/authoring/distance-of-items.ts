// Distances over the items of a list: rows of a roster, records of the context. How far a condition is from true in one
// item is asked of `distance.ts`, which hands itself in.
import type { Syntax } from "#questionnaire";
import type { Scope } from "./trial-scope.ts";
import { bodyOf, itemsOf, missing, sumOf, type Call } from "./trial-questions.ts";

/** How far a condition is from being `want`; 0 is there. */
type Distance = (syntax: Syntax, want: boolean, scope: Scope) => number;

interface ItemDistances {
  readonly distanceTo: Distance;
  /** 0 if it is known how many items there are. */
  readonly lackOfList: (call: Call, scope: Scope) => number;
}

/** How near the next item is to being counted; so a count grows item by item and not by luck. */
export function countGap(syntax: Syntax, scope: Scope, distanceTo: Distance): number {
  const body = syntax.type === "call" && syntax.name === "count" ? bodyOf(syntax) : null;
  if (syntax.type !== "call" || body === null) return 0;
  const { items, next } = itemsOf(syntax, scope);
  const distances = items.map((item) => distanceTo(body, true, item)).filter((distance) => distance > 0);
  const least = Math.min(...distances, next === null ? Infinity : 1 + distanceTo(body, true, next));
  return Number.isFinite(least) ? least / (least + 10) : 0;
}

/** A true `any` needs one item, a false one all of them; `all` the other way round. */
export function ofItems(call: Call, want: boolean, scope: Scope, { distanceTo, lackOfList }: ItemDistances): number {
  const { items, next } = itemsOf(call, scope);
  const body = bodyOf(call);
  const distances = body === null ? [] : items.map((item) => distanceTo(body, want, item));
  const isOneEnough = (call.name === "any") === want;
  const unknown = lackOfList(call, scope);
  if (unknown > 0 && !isOneEnough) return missing + unknown;
  if (!isOneEnough) return sumOf(distances, (distance) => distance);
  // One more item is a way too: without it, opening a record would look like going uphill.
  const added = body === null || next === null ? missing : distanceTo(body, want, next) + 1;
  return Math.min(added, ...distances);
}
