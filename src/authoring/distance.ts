// How far a trial is from making a condition true or false: 0 is there, and each answer that brings it nearer makes the
// number smaller. This turns the search for an example into going downhill. Follows QL25–QL38; where it errs, the engine,
// which checks every example, has the last word.
import { type ScalarValue, type Syntax } from "#questionnaire";
import type { ModelQuestion } from "./condition-model.ts";
import { agesHold } from "./distance-of-ages.ts";
import { precisionOfPair } from "./distance-of-dates.ts";
import { countGap, ofItems } from "./distance-of-items.ts";
import { arithmetic, compareValues, gapBetween, resultOf } from "./plain-functions.ts";
import { answerValueAt, calculationOf, find, memberOfValue, pathIn, type Scope } from "./trial-scope.ts";
import {
  bodyOf,
  hasMark,
  isInState,
  isRowThere,
  isTakenAsWhole,
  itemsOf,
  literal,
  memberHit,
  missing,
  sumOf,
  type Call,
} from "./trial-questions.ts";
import { rowsAt } from "./trial.ts";

/** 0 exactly if the condition is `want`; an unknown condition is neither. */
export function distanceTo(syntax: Syntax, want: boolean, scope: Scope): number {
  switch (syntax.type) {
    case "not":
      return distanceTo(syntax.operand, !want, scope);
    case "and":
    case "or": {
      const left = distanceTo(syntax.left, want, scope);
      const right = distanceTo(syntax.right, want, scope);
      return (syntax.type === "and") === want ? left + right : Math.min(left, right);
    }
    case "boolean":
      return syntax.value === want ? 0 : 1;
    case "compare":
      return ofComparison(syntax, want, scope);
    case "in":
      return ofKnown([syntax.operand], scope, ([value = null]) => memberHit(value, syntax.members) === want);
    case "has":
      return ofKnown(
        [syntax.operand, syntax.member],
        scope,
        ([marks = null, mark = null]) => hasMark(marks, [mark]) === want,
      );
    case "has-any":
      return ofKnown([syntax.operand], scope, ([marks = null]) => hasMark(marks, syntax.members.map(literal)) === want);
    case "name":
      return ofName(syntax.name, want, scope);
    case "call":
      return ofCall(syntax, want, scope);
    default:
      return missing;
  }
}

/** All values must be known, and then the test must hold. */
function ofKnown(
  parts: readonly Syntax[],
  scope: Scope,
  holds: (values: readonly ScalarValue[]) => boolean | null,
  gap: (values: readonly ScalarValue[]) => number = () => 0,
): number {
  const values = parts.map((part) => valueOf(part, scope));
  if (values.includes(null)) return missing + sumOf(parts, (part) => lackOf(part, scope));
  return holds(values) === true ? 0 : 1 + gap(values);
}

function ofComparison(syntax: Extract<Syntax, { type: "compare" }>, want: boolean, scope: Scope): number {
  if (agesHold(syntax, scope, valueOf) === want) return 0;
  return ofKnown(
    [syntax.left, syntax.right],
    scope,
    ([left = null, right = null]) =>
      compareValues(syntax.operator, left, right, precisionOfPair(syntax.left, syntax.right, scope)) === want,
    ([left = null, right = null]) =>
      gapBetween(left, right) + countGap(syntax.left, scope, distanceTo) + countGap(syntax.right, scope, distanceTo),
  );
}

function ofName(name: string, want: boolean, scope: Scope): number {
  const found = find(scope, name);
  if (found?.kind === "meaning" && found.meaning.kind === "calculation") {
    const { syntax } = calculationOf(found.scope, found.meaning.id);
    return distanceTo(syntax, want, found.scope);
  }
  return ofKnown([{ type: "name", at: 0, name }], scope, ([value]) => value === want);
}

function ofCall(call: Call, want: boolean, scope: Scope): number {
  const [first, second, third] = call.arguments;
  if (first === undefined) return missing;
  switch (call.name) {
    case "answered":
    case "refused":
    case "unknown":
    case "given":
    case "chose":
      return ofState(call, want, scope);
    case "known":
      return want ? lackOf(first, scope) : valueOf(first, scope) === null ? 0 : 1;
    case "surely":
      return want ? distanceTo(first, true, scope) : distanceTo(first, true, scope) === 0 ? 1 : 0;
    case "if":
      return Math.min(
        second === undefined ? missing : distanceTo(first, true, scope) + distanceTo(second, want, scope),
        third === undefined ? missing : distanceTo(first, false, scope) + distanceTo(third, want, scope),
      );
    case "any":
    case "all":
      return ofItems(call, want, scope, { distanceTo, lackOfList });
    default: {
      const value = valueOf(call, scope);
      return value === want ? 0 : value === null ? missing + lackOf(call, scope) : 1;
    }
  }
}

/** 0 if it is known how many items there are: a roster that needs rows and has none is not answered yet (QL52). */
function lackOfList(call: Call, scope: Scope): number {
  const [list] = call.arguments;
  const found = list?.type === "name" ? find(scope, list.name) : null;
  if (found?.kind !== "meaning") return 1;
  const { meaning } = found;
  if (meaning.kind === "context") return scope.trial.counts.has(meaning.entry.id) ? 0 : 1;
  const path = meaning.kind === "question" ? pathIn(found.scope, meaning.question) : null;
  if (path === null || meaning.kind !== "question") return 1;
  const state = scope.trial.answers.get(path)?.state;
  const { definition } = meaning.question;
  const needsRows = definition.type !== "roster" || definition.minRows !== 0;
  const isSettled = state === "refused" || state === "unknown";
  const isOpen = isSettled || (state !== "alternative" && needsRows && rowsAt(scope.trial, path).length === 0);
  return distanceToAsked(meaning.question, found.scope) + (isOpen ? 1 : 0);
}

function ofState(call: Call, want: boolean, scope: Scope): number {
  const [first] = call.arguments;
  const found = first?.type === "name" ? find(scope, first.name) : null;
  if (found?.kind !== "meaning" || found.meaning.kind !== "question") return missing;
  const path = pathIn(found.scope, found.meaning.question);
  if (path === null) return missing;
  const unasked = distanceToAsked(found.meaning.question, found.scope);
  const answer = found.scope.trial.answers.get(path) ?? { state: "unanswered" };
  const isSo = isInState(call, answer);
  if (want) return unasked + (isSo ? 0 : 1);
  return isSo && unasked === 0 ? 1 : 0;
}

/** 0 if the question is asked: its own condition, its section's and those of all it stands in hold. */
export function distanceToAsked(question: ModelQuestion, scope: Scope): number {
  const own = pathIn(scope, question) ?? "";
  const known = scope.worked.askedByPath.get(own);
  if (known !== undefined) return known;
  const distance = distanceWorkedOut(question, { ...scope, items: new Map() });
  scope.worked.askedByPath.set(own, distance);
  return distance;
}

function distanceWorkedOut(question: ModelQuestion, scope: Scope): number {
  let distance = question.section === null ? 0 : distanceTo(question.section, true, scope);
  for (let one: ModelQuestion | null = question; one !== null; one = one.parent) {
    if (one.relevant !== null) distance += distanceTo(one.relevant, true, scope);
    if (one === question) continue;
    const path = pathIn(scope, one);
    if (path === null || isTakenAsWhole(scope, path)) distance += 1;
    if (one.definition.type === "roster" && !isRowThere(scope, one)) distance += 1;
  }
  return distance;
}

/** What is missing until the value is known; 0 if it is. */
function lackOf(syntax: Syntax, scope: Scope): number {
  if (valueOf(syntax, scope) !== null) return 0;
  if (syntax.type === "name") return lackOfName(syntax.name, scope);
  if (syntax.type === "minus" || syntax.type === "not") return lackOf(syntax.operand, scope);
  if (syntax.type === "arithmetic") return 1 + lackOf(syntax.left, scope) + lackOf(syntax.right, scope);
  if (syntax.type === "call") {
    const values = syntax.arguments.filter((argument) => argument.type !== "lambda");
    if (syntax.name === "firstKnown") return Math.min(...values.map((value) => lackOf(value, scope)));
    return 1 + sumOf(values, (value) => lackOf(value, scope));
  }
  return Math.min(distanceTo(syntax, true, scope), distanceTo(syntax, false, scope));
}

function lackOfName(name: string, scope: Scope): number {
  const found = find(scope, name);
  if (found?.kind !== "meaning") return 1;
  if (found.meaning.kind === "calculation")
    return lackOf(calculationOf(found.scope, found.meaning.id).syntax, found.scope);
  if (found.meaning.kind !== "question") return 1;
  const path = pathIn(found.scope, found.meaning.question);
  const value = path === null ? null : answerValueAt(found.scope, path);
  return distanceToAsked(found.meaning.question, found.scope) + (value === null ? 1 : 0);
}

/** The value of an expression in the trial, null if it is unknown. */
export function valueOf(syntax: Syntax, scope: Scope): ScalarValue {
  switch (syntax.type) {
    case "text":
    case "number":
    case "date":
    case "boolean":
      return syntax.value;
    case "name":
      return valueOfName(syntax.name, scope);
    case "minus":
      return arithmetic("-", 0, valueOf(syntax.operand, scope));
    case "arithmetic":
      return arithmetic(syntax.operator, valueOf(syntax.left, scope), valueOf(syntax.right, scope));
    case "call":
      return valueOfCall(syntax, scope);
    default:
      return truthOf(syntax, scope);
  }
}

function truthOf(syntax: Syntax, scope: Scope): boolean | null {
  if (distanceTo(syntax, true, scope) === 0) return true;
  return distanceTo(syntax, false, scope) === 0 ? false : null;
}

function valueOfName(name: string, scope: Scope): ScalarValue {
  const found = find(scope, name);
  if (found === null) return null;
  if (found.kind === "number") return found.number;
  if (found.kind === "record-member") return memberOfValue(scope.trial.context.get(found.key) ?? null, found.members);
  const { meaning } = found;
  switch (meaning.kind) {
    case "calculation":
      return memberOfValue(valueOfCalculation(found.scope, meaning.id), meaning.members);
    case "context":
      return memberOfValue(scope.trial.context.get(meaning.entry.id) ?? null, meaning.members);
    case "question": {
      const path = pathIn(found.scope, meaning.question);
      if (path === null || distanceToAsked(meaning.question, found.scope) > 0) return null;
      return memberOfValue(answerValueAt(found.scope, path), meaning.members);
    }
    default:
      return null;
  }
}

/** A roster's calculations differ by row and are worked out anew. */
function valueOfCalculation(scope: Scope, id: string): ScalarValue {
  const { syntax, roster } = calculationOf(scope, id);
  if (roster !== null) return valueOf(syntax, scope);
  const known = scope.worked.valuesById.get(id);
  if (known !== undefined) return known;
  const value = valueOf(syntax, scope);
  scope.worked.valuesById.set(id, value);
  return value;
}

function valueOfCall(call: Call, scope: Scope): ScalarValue {
  const [first, second, third] = call.arguments;
  if (first === undefined) return null;
  switch (call.name) {
    case "if": {
      const holds = truthOf(first, scope);
      const chosen = holds === true ? second : third;
      return holds === null || chosen === undefined ? null : valueOf(chosen, scope);
    }
    case "firstKnown":
      return call.arguments.reduce<ScalarValue>((known, part) => known ?? valueOf(part, scope), null);
    case "count":
    case "sum":
      return totalOf(call, scope);
    case "answered":
    case "refused":
    case "unknown":
    case "given":
    case "chose":
    case "known":
    case "surely":
    case "any":
    case "all":
      return truthOf(call, scope);
    default: {
      const values = call.arguments.map((argument) => valueOf(argument, scope));
      return values.includes(null) ? null : resultOf(call.name, values, scope.host);
    }
  }
}

function totalOf(call: Call, scope: Scope): ScalarValue {
  const [list] = call.arguments;
  const body = bodyOf(call);
  const marks = list === undefined || body !== null ? null : valueOf(list, scope);
  if (Array.isArray(marks)) return marks.length;
  const { items } = itemsOf(call, scope);
  if (lackOfList(call, scope) > 0) return null;
  if (body === null) return items.length;
  const values = items.map((item) => (call.name === "sum" ? valueOf(body, item) : truthOf(body, item)));
  if (values.includes(null)) return null;
  return sumOf(values, Number);
}
