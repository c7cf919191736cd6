// Typed trees as JavaScript closures: no text is ever evaluated, so the page's content security policy holds.
// Each closure narrows what it reads by a plain test, which costs less than it saves in trust.
import { compareAgesClosure } from "./compare-ages.ts";
import { compareClosure, inClosure } from "./compare-closure.ts";
import { isCodes, type Evaluate, type NodeOf, type Value } from "./evaluate.ts";
import { frameUp, type Frame } from "./frame.ts";
import { hostClosure, memberClosure, plainClosure } from "./function-closure.ts";
import { countOrSum, someOrEvery } from "./quantifier-closure.ts";
import { unreachable } from "./result.ts";
import { and, not, or, type Truth } from "./three-valued.ts";
import type { FrameBase, Typed } from "./typed-tree.ts";

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
      return plainClosure(typed.name, typed.arguments.map(toClosure));
    case "host":
      return hostClosure(typed.function, typed.arguments.map(toClosure));
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
      return typed.quantifier === "any" || typed.quantifier === "all"
        ? toTruth(typed)
        : countOrSum(typed, toClosure(typed.list), toClosure(typed.body));
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
      return (
        compareAgesClosure(typed, toClosure) ?? compareClosure(typed, toClosure(typed.left), toClosure(typed.right))
      );
    case "in":
      return inClosure(typed, toClosure(typed.operand));
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
      return someOrEvery(typed, toClosure(typed.list), toTruth(typed.body));
    default: {
      const value = toClosure(typed);
      return (frame, locals) => {
        const found = value(frame, locals);
        return typeof found === "boolean" ? found : null;
      };
    }
  }
}

/** How to get to the frame a slot is read from. Most reads are in the frame itself and cost nothing here. */
function frameClosure(base: FrameBase): Evaluate<Frame> {
  if (base.from === "item") {
    const { local } = base;
    return (frame, locals) => locals.rows[local] ?? frame;
  }
  const { levels } = base;
  return levels === 0 ? (frame) => frame : (frame) => frameUp(frame, levels);
}

/** The commonest closure of all: one look into an array. */
function readClosure(base: FrameBase, index: number): Value {
  if (base.from === "up" && base.levels === 0) return (frame) => frame.values[index] ?? null;
  const find = frameClosure(base);
  return (frame, locals) => find(frame, locals).values[index] ?? null;
}

/** Narrows once more although the checker knows the type: a value comes from outside in the end. */
function toNumber(typed: Typed): Evaluate<number | null> {
  const value = toClosure(typed);
  return (frame, locals) => {
    const found = value(frame, locals);
    return typeof found === "number" ? found : null;
  };
}

function numberClosure(typed: NodeOf<"minus"> | NodeOf<"arithmetic"> | NodeOf<"size">): Evaluate<number | null> {
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
