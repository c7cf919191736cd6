// Typed trees as JavaScript closures: no text is ever evaluated, so the page's content security policy holds.
// Each closure narrows what it reads by a plain test, which costs less than it saves in trust.
import type { PartialDate } from "./answer.ts";
import { compareDates, compareNumbers, isSameName } from "./compare-values.ts";
import type { ContextRecord, NameValue, ScalarValue } from "./expression-value.ts";
import { frameUp, isList, type Frame, type SlotValue } from "./frame.ts";
import { completedYears, isCompleteDate } from "./partial-date.ts";
import { unreachable } from "./result.ts";
import { textLength } from "./text-length.ts";
import { and, not, or, type Truth } from "./three-valued.ts";
import type { FrameBase, Typed, TypedNode } from "./typed-tree.ts";

/** The items of the quantifiers around an expression, by their local numbers. */
export interface Locals {
  readonly rows: Frame[];
  readonly records: ContextRecord[];
}

export type Evaluate<T> = (frame: Frame, locals: Locals) => T;

type Value = Evaluate<SlotValue>;

/** The closure of any expression. */
export function toClosure(typed: Typed): Value {
  switch (typed.node) {
    case "constant": {
      const { value } = typed;
      return () => value;
    }
    case "read":
      return readClosure(typed.base, typed.slot.index);
    case "row-number": {
      const find = frameClosure(typed.base);
      return (frame, locals) => find(frame, locals).row;
    }
    case "member":
      return memberClosure(toClosure(typed.of), typed.member);
    case "record-member": {
      const { local, member } = typed;
      return (_frame, locals) => locals.records[local]?.[member] ?? null;
    }
    case "minus":
    case "arithmetic":
    case "size":
      return numberClosure(typed);
    case "plain":
      return plainClosure(typed);
    case "host":
      return hostClosure(typed);
    case "if": {
      const condition = toTruth(typed.condition);
      const whenTrue = toClosure(typed.whenTrue);
      const whenFalse = toClosure(typed.whenFalse);
      return (frame, locals) => {
        const truth = condition(frame, locals);
        if (truth === null) return null;
        return truth ? whenTrue(frame, locals) : whenFalse(frame, locals);
      };
    }
    case "first-known": {
      const values = typed.values.map(toClosure);
      return (frame, locals) => {
        for (const value of values) {
          const found = value(frame, locals);
          if (found !== null) return found;
        }
        return null;
      };
    }
    case "quantifier":
      return typed.quantifier === "any" || typed.quantifier === "all" ? someOrEvery(typed) : countOrSum(typed);
    default:
      return toTruth(typed);
  }
}

/** The closure of a condition. */
export function toTruth(typed: Typed): Evaluate<Truth> {
  switch (typed.node) {
    case "not": {
      const operand = toTruth(typed.operand);
      return (frame, locals) => not(operand(frame, locals));
    }
    case "and": {
      const left = toTruth(typed.left);
      const right = toTruth(typed.right);
      return (frame, locals) => {
        const first = left(frame, locals);
        return first === false ? false : and(first, right(frame, locals));
      };
    }
    case "or": {
      const left = toTruth(typed.left);
      const right = toTruth(typed.right);
      return (frame, locals) => {
        const first = left(frame, locals);
        return first === true ? true : or(first, right(frame, locals));
      };
    }
    case "compare":
      return compareClosure(typed);
    case "in":
      return inClosure(typed);
    case "has": {
      const operand = toClosure(typed.operand);
      const member = toClosure(typed.member);
      return (frame, locals) => {
        const codes = operand(frame, locals);
        const code = member(frame, locals);
        return isCodes(codes) && typeof code === "string" ? codes.includes(code) : null;
      };
    }
    case "has-any": {
      const operand = toClosure(typed.operand);
      const { members } = typed;
      return (frame, locals) => {
        const codes = operand(frame, locals);
        return isCodes(codes) ? members.some((member) => codes.includes(member)) : null;
      };
    }
    case "state": {
      const find = frameClosure(typed.base);
      const { test } = typed;
      const { index } = typed.slot;
      if (test === "given") return (frame, locals) => find(frame, locals).states[index] !== "unanswered";
      return (frame, locals) => find(frame, locals).states[index] === test;
    }
    case "chose": {
      const find = frameClosure(typed.base);
      const { code } = typed;
      const { index } = typed.slot;
      return (frame, locals) => {
        const found = find(frame, locals);
        const answer = found.answers[index];
        return found.states[index] === "alternative" && answer?.state === "alternative" && answer.code === code;
      };
    }
    case "known": {
      const operand = toClosure(typed.operand);
      return (frame, locals) => operand(frame, locals) !== null;
    }
    case "surely": {
      const operand = toTruth(typed.operand);
      return (frame, locals) => operand(frame, locals) === true;
    }
    case "quantifier":
      return typed.quantifier === "any" || typed.quantifier === "all" ? someOrEvery(typed) : () => null;
    default: {
      const value = toClosure(typed);
      return (frame, locals) => {
        const found = value(frame, locals);
        return typeof found === "boolean" ? found : null;
      };
    }
  }
}

type Of<K extends TypedNode["node"]> = Extract<TypedNode, { node: K }>;

function frameClosure(base: FrameBase): Evaluate<Frame> {
  if (base.from === "item") {
    const { local } = base;
    return (frame, locals) => locals.rows[local] ?? frame;
  }
  const { levels } = base;
  return levels === 0 ? (frame) => frame : (frame) => frameUp(frame, levels);
}

function readClosure(base: FrameBase, index: number): Value {
  if (base.from === "up" && base.levels === 0) return (frame) => frame.values[index] ?? null;
  const find = frameClosure(base);
  return (frame, locals) => find(frame, locals).values[index] ?? null;
}

function isCodes(value: SlotValue): value is readonly string[] {
  return Array.isArray(value);
}

function isDate(value: SlotValue): value is PartialDate {
  return typeof value === "object" && value !== null && "year" in value;
}

function isName(value: SlotValue): value is NameValue {
  return typeof value === "object" && value !== null && "surname" in value;
}

function memberClosure(of: Value, member: string): Value {
  return (frame, locals) => {
    const whole = of(frame, locals);
    if (isName(whole)) {
      if (member === "surname") return whole.surname;
      return member === "given" ? whole.given : whole.patronymic;
    }
    if (typeof whole !== "object" || whole === null || !("country" in whole)) return null;
    switch (member) {
      case "country":
        return whole.country;
      case "kato":
        return whole.kato;
      case "settlement":
        return whole.settlement;
      default:
        return whole.text;
    }
  };
}

function toNumber(typed: Typed): Evaluate<number | null> {
  const value = toClosure(typed);
  return (frame, locals) => {
    const found = value(frame, locals);
    return typeof found === "number" ? found : null;
  };
}

function numberClosure(typed: Of<"minus"> | Of<"arithmetic"> | Of<"size">): Evaluate<number | null> {
  if (typed.node === "size") {
    const operand = toClosure(typed.operand);
    return (frame, locals) => {
      const found = operand(frame, locals);
      return Array.isArray(found) ? found.length : null;
    };
  }
  if (typed.node === "minus") {
    const operand = toNumber(typed.operand);
    return (frame, locals) => {
      const found = operand(frame, locals);
      return found === null ? null : -found;
    };
  }
  const left = toNumber(typed.left);
  const right = toNumber(typed.right);
  const { operator } = typed;
  return (frame, locals) => {
    const a = left(frame, locals);
    const b = right(frame, locals);
    if (a === null || b === null) return null;
    const result = calculate(operator, a, b);
    // A division by zero, or a number beyond all numbers, is nothing anybody knows.
    return Number.isFinite(result) ? result : null;
  };
}

function calculate(operator: "+" | "-" | "*" | "/", a: number, b: number): number {
  switch (operator) {
    case "+":
      return a + b;
    case "-":
      return a - b;
    case "*":
      return a * b;
    case "/":
      return a / b;
    default:
      return unreachable(operator);
  }
}

function compareClosure(typed: Of<"compare">): Evaluate<Truth> {
  const left = toClosure(typed.left);
  const right = toClosure(typed.right);
  const { operator } = typed;
  const isEquality = operator === "=" || operator === "!=";
  const type = typed.left.type.type;
  if (isEquality && type !== "date" && type !== "name") {
    const whenSame = operator === "=";
    return (frame, locals) => {
      const a = left(frame, locals);
      const b = right(frame, locals);
      return a === null || b === null ? null : (a === b) === whenSame;
    };
  }
  return (frame, locals) => {
    const a = left(frame, locals);
    const b = right(frame, locals);
    if (typeof a === "number" && typeof b === "number") return compareNumbers(operator, a, b);
    if (isDate(a) && isDate(b)) return compareDates(operator, a, b);
    if (isName(a) && isName(b)) return isSameName(a, b) === (operator === "=");
    return null;
  };
}

function inClosure(typed: Of<"in">): Evaluate<Truth> {
  const operand = toClosure(typed.operand);
  if (typed.operand.type.type === "date") {
    const dates = typed.members.filter(isDate);
    return (frame, locals) => {
      const found = operand(frame, locals);
      if (!isDate(found)) return null;
      return dates.reduce<Truth>((truth, date) => or(truth, compareDates("=", found, date)), false);
    };
  }
  const members = new Set<SlotValue>(typed.members);
  return (frame, locals) => {
    const found = operand(frame, locals);
    return found === null ? null : members.has(found);
  };
}

function plainClosure(typed: Of<"plain">): Value {
  const [first, second] = typed.arguments.map(toClosure);
  if (first === undefined) throw new Error("a function without its argument");
  if (typed.name === "completedYears") {
    if (second === undefined) throw new Error("completedYears without its second date");
    return (frame, locals) => {
      const from = first(frame, locals);
      const to = second(frame, locals);
      return isDate(from) && isDate(to) ? completedYears(from, to) : null;
    };
  }
  if (typed.name === "length") {
    return (frame, locals) => {
      const text = first(frame, locals);
      return typeof text === "string" ? textLength(text) : null;
    };
  }
  const part = datePart(typed.name);
  return (frame, locals) => {
    const date = first(frame, locals);
    return isDate(date) ? part(date) : null;
  };
}

function datePart(name: "year" | "month" | "day" | "isComplete"): (date: PartialDate) => ScalarValue {
  switch (name) {
    case "year":
      return (date) => date.year;
    case "month":
      return (date) => date.month;
    case "day":
      return (date) => date.day;
    case "isComplete":
      return isCompleteDate;
    default:
      return unreachable(name);
  }
}

function hostClosure(typed: Of<"host">): Value {
  const values = typed.arguments.map(toClosure);
  const host = typed.function;
  return (frame, locals) => {
    const known: ScalarValue[] = [];
    for (const value of values) {
      const found = value(frame, locals);
      if (found === null || isList(found)) return null;
      known.push(found);
    }
    return host.apply(...known);
  };
}

/** Calls `visit` with each item in its place; unknown lists are not visited. Stops when `visit` returns true. */
function visitItems(typed: Of<"quantifier">): (frame: Frame, locals: Locals, visit: () => boolean) => boolean {
  const list = toClosure(typed.list);
  const { local } = typed;
  const isRows = typed.list.node === "read" && typed.list.slot.kind === "question";
  return (frame, locals, visit) => {
    const items = list(frame, locals);
    if (!Array.isArray(items)) return false;
    for (const item of items) {
      if (isRows) locals.rows[local] = item;
      else locals.records[local] = item;
      if (visit()) break;
    }
    return true;
  };
}

function someOrEvery(typed: Of<"quantifier">): Evaluate<Truth> {
  const visitAll = visitItems(typed);
  const body = toTruth(typed.body);
  const deciding = typed.quantifier === "any";
  const join = deciding ? or : and;
  return (frame, locals) => {
    let truth: Truth = !deciding;
    const isKnown = visitAll(frame, locals, () => {
      truth = join(truth, body(frame, locals));
      return truth === deciding;
    });
    return isKnown ? truth : null;
  };
}

function countOrSum(typed: Of<"quantifier">): Evaluate<number | null> {
  const visitAll = visitItems(typed);
  const body = toClosure(typed.body);
  return (frame, locals) => {
    let total: number | null = 0;
    const isKnown = visitAll(frame, locals, () => {
      const found = body(frame, locals);
      if (total === null || found === null) total = null;
      else total += typeof found === "number" ? found : Number(found === true);
      return total === null;
    });
    return isKnown ? total : null;
  };
}
