// What a value can be before anything is demanded of it: the range, options and lengths its question allows. An answer
// beyond them blocks finishing (QL53), so no condition is judged by it.
import { anything, type MarkRules, type ValueSpan } from "./demands.ts";
import type { ExpressionType } from "./expression-type.ts";
import type { QuestionSlot } from "./layout.ts";
import { earliestDay, latestDay, parseDateText } from "./partial-date.ts";
import type { Typed } from "./typed-tree.ts";

/** Tells whether the bounds of a question may be used, and remembers that they were. */
export type UsesBounds = (slot: QuestionSlot) => boolean;

/** The span of an expression's value. */
export function spanOf(typed: Typed, usesBounds: UsesBounds): ValueSpan {
  switch (typed.node) {
    case "read":
      if (typed.slot.kind === "question") return spanOfQuestion(typed.slot, typed.type, usesBounds);
      return ofDomain(typed.type);
    case "plain":
      return spanOfPlain(typed, usesBounds);
    case "size":
      return { ...anything, min: 0, isWhole: true };
    case "quantifier":
      return typed.quantifier === "count" ? { ...anything, min: 0, isWhole: true } : anything;
    case "minus":
      return opposite(spanOf(typed.operand, usesBounds));
    case "arithmetic": {
      const left = spanOf(typed.left, usesBounds);
      const right = spanOf(typed.right, usesBounds);
      if (typed.operator === "+") return sum(left, right);
      return typed.operator === "-" ? sum(left, opposite(right)) : anything;
    }
    case "constant":
      return typeof typed.value === "number"
        ? { ...anything, min: typed.value, max: typed.value, isWhole: Number.isInteger(typed.value) }
        : anything;
    default:
      return ofDomain(typed.type);
  }
}

function ofDomain(type: ExpressionType): ValueSpan {
  return type.type === "code" && type.domain.from === "options"
    ? { ...anything, members: type.domain.codes }
    : anything;
}

function spanOfQuestion(slot: QuestionSlot, type: ExpressionType, usesBounds: UsesBounds): ValueSpan {
  const { definition } = slot;
  switch (definition.type) {
    case "number": {
      const isWhole = (definition.decimals ?? 0) === 0;
      return usesBounds(slot) ? { ...anything, min: definition.min, max: definition.max, isWhole } : anything;
    }
    case "date":
    case "month": {
      const min = definition.min === undefined ? null : parseDateText(definition.min);
      const max = definition.max === undefined ? null : parseDateText(definition.max);
      if ((min === null && max === null) || !usesBounds(slot)) return { ...anything, isWhole: true };
      return {
        ...anything,
        min: min === null ? anything.min : earliestDay(min),
        max: max === null ? anything.max : latestDay(max),
        isWhole: true,
      };
    }
    default:
      return ofDomain(type);
  }
}

function spanOfPlain(typed: Extract<Typed, { node: "plain" }>, usesBounds: UsesBounds): ValueSpan {
  const [of] = typed.arguments;
  const whole = { ...anything, isWhole: true };
  switch (typed.name) {
    case "completedYears":
      return { ...whole, min: 0 };
    case "year": {
      const { min, max } = of === undefined ? anything : spanOf(of, usesBounds);
      return { ...whole, min: Math.floor(min / 10_000), max: Math.floor(max / 10_000) };
    }
    case "month":
      return { ...whole, min: 1, max: 12 };
    case "day":
      return { ...whole, min: 1, max: 31 };
    case "length": {
      const slot = of?.node === "read" && of.slot.kind === "question" ? of.slot : null;
      if (slot?.definition.type !== "text" || !usesBounds(slot)) return { ...whole, min: 0 };
      const { minLength = 1, maxLength, digits } = slot.definition;
      return { ...whole, min: digits ?? minLength, max: digits ?? maxLength };
    }
    default:
      return anything;
  }
}

function opposite({ min, max, isWhole }: ValueSpan): ValueSpan {
  return { ...anything, min: -max, max: -min, isWhole };
}

function sum(a: ValueSpan, b: ValueSpan): ValueSpan {
  return { ...anything, min: a.min + b.min, max: a.max + b.max, isWhole: a.isWhole && b.isWhole };
}

/** Which marks can stand together; for the marks of anything but a question, all can. */
export function markRulesOf(typed: Typed, usesBounds: UsesBounds): MarkRules {
  const slot = typed.node === "read" && typed.slot.kind === "question" ? typed.slot : null;
  if (slot?.definition.type !== "multi" || !usesBounds(slot)) {
    return { codes: null, exclusive: new Set(), maxChosen: Number.POSITIVE_INFINITY, needsOne: false };
  }
  const exclusive = slot.options.filter((option) => option.exclusive === true).map((option) => option.code);
  return {
    codes: new Set(slot.options.map((option) => option.code)),
    exclusive: new Set(exclusive),
    maxChosen: slot.definition.maxChosen ?? Number.POSITIVE_INFINITY,
    needsOne: true,
  };
}
