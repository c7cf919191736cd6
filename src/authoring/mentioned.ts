// Everything a condition rests on: the names it uses, the conditions of what those name, and so on; and the literals
// in all of them, which are where values begin to make a difference.
import type { ContextEntry, PartialDate, Syntax } from "#questionnaire";
import { meaningInRow, meaningOf, type ConditionModel, type ModelQuestion } from "./condition-model.ts";

export interface Mentioned {
  readonly questions: ReadonlySet<ModelQuestion>;
  readonly context: ReadonlySet<ContextEntry>;
  readonly numbers: ReadonlySet<number>;
  readonly texts: ReadonlySet<string>;
  readonly dates: readonly PartialDate[];
  /** What values are compared with that is worked out from others; an answer can be made equal to it. */
  readonly computed: readonly Syntax[];
}

interface Gathering {
  readonly model: ConditionModel;
  readonly questions: Set<ModelQuestion>;
  readonly context: Set<ContextEntry>;
  readonly calculations: Set<string>;
  readonly numbers: Set<number>;
  readonly texts: Set<string>;
  readonly dates: Map<string, PartialDate>;
  readonly computed: Syntax[];
}

/** `questions` are those that must be asked as well. */
export function mentionedBy(
  model: ConditionModel,
  conditions: readonly Syntax[],
  questions: readonly ModelQuestion[],
): Mentioned {
  const gathering: Gathering = {
    model,
    questions: new Set(),
    context: new Set(),
    calculations: new Set(),
    numbers: new Set(),
    texts: new Set(),
    dates: new Map(),
    computed: [],
  };
  for (const condition of conditions) gather(condition, new Map(), gathering);
  for (const question of questions) gatherQuestion(question, gathering);
  return { ...gathering, dates: [...gathering.dates.values()] };
}

/** `items` say which roster a quantifier's item is a row of; null for a record. */
function gather(syntax: Syntax, items: ReadonlyMap<string, string | null>, to: Gathering): void {
  switch (syntax.type) {
    case "text":
      to.texts.add(syntax.value);
      return;
    case "number":
      to.numbers.add(syntax.value);
      return;
    case "date":
      to.dates.set(JSON.stringify(syntax.value), syntax.value);
      return;
    case "boolean":
      return;
    case "name":
      gatherName(syntax.name, items, to);
      return;
    case "not":
    case "minus":
      gather(syntax.operand, items, to);
      return;
    case "in":
    case "has-any":
      gather(syntax.operand, items, to);
      for (const member of syntax.members) gather(member, items, to);
      return;
    case "has":
      gather(syntax.operand, items, to);
      gather(syntax.member, items, to);
      return;
    case "call":
      gatherCall(syntax, items, to);
      return;
    case "lambda":
      gather(syntax.body, items, to);
      return;
    default:
      for (const side of [syntax.left, syntax.right]) {
        gather(side, items, to);
        const isComputed = side.type === "call" || side.type === "arithmetic";
        if (syntax.type === "compare" && isComputed && items.size === 0) to.computed.push(side);
      }
  }
}

function gatherCall(
  call: Extract<Syntax, { type: "call" }>,
  items: ReadonlyMap<string, string | null>,
  to: Gathering,
): void {
  const [list] = call.arguments;
  for (const argument of call.arguments) {
    if (argument.type !== "lambda" || list?.type !== "name") gather(argument, items, to);
    else {
      const roster = to.model.questions.has(list.name) ? list.name : null;
      gather(argument.body, new Map([...items, [argument.parameter, roster]]), to);
    }
  }
}

function gatherName(name: string, items: ReadonlyMap<string, string | null>, to: Gathering): void {
  const [first = name, ...rest] = name.split(".");
  const roster = items.get(first);
  if (roster === null) return;
  const own = rest.join(".");
  const meaning = roster === undefined ? meaningOf(to.model, name) : meaningInRow(to.model, roster, own);
  if (meaning === null || meaning.kind === "row-number") return;
  if (meaning.kind === "question") gatherQuestion(meaning.question, to);
  else if (meaning.kind === "context") to.context.add(meaning.entry);
  else if (!to.calculations.has(meaning.id)) {
    to.calculations.add(meaning.id);
    const calculation = to.model.calculations.get(meaning.id);
    if (calculation !== undefined) gather(calculation.syntax, new Map(), to);
  }
}

function gatherQuestion(question: ModelQuestion, to: Gathering): void {
  if (to.questions.has(question)) return;
  to.questions.add(question);
  if (question.relevant !== null) gather(question.relevant, new Map(), to);
  if (question.section !== null) gather(question.section, new Map(), to);
  if (question.parent !== null) gatherQuestion(question.parent, to);
  if (question.definition.type !== "roster") return;
  // A row comes into being with an answer in it.
  const [field] = question.definition.fields;
  const first = field === undefined ? undefined : to.model.questions.get(`${question.id}.${field.id}`);
  if (first !== undefined) gatherQuestion(first, to);
}
