// Placeholders in texts: every brace is one, each names something that has words, and nothing is joined to it.
// Implements QL60, QL110.
import type { CheckedFill } from "./checked-definition.ts";
import { checkAt, type CheckRun, type Where } from "./check-run.ts";
import { checkExpression } from "./check-expression.ts";
import { checkPlaceholderNeighbours } from "./check-neighbours.ts";
import { plainFill } from "./fill-words.ts";
import type { NamedFill } from "./lay-out.ts";
import { isWithin, type Layout } from "./layout.ts";
import { languages, type LocalText } from "./local-text.ts";
import { nearestName } from "./nearest-name.ts";
import { placeholderPattern } from "./question-text.ts";

const fillTypes: ReadonlySet<string> = new Set(["text", "number", "date", "name"]);

/** The placeholders of some texts that stand in one layout, each once. */
export function checkTexts(
  run: CheckRun,
  where: Where,
  texts: readonly (LocalText | undefined)[],
  layout: Layout,
): readonly CheckedFill[] {
  const fills = new Map<string, CheckedFill>();
  const seen = new Set<string>();
  for (const text of texts) {
    if (text === undefined) continue;
    checkBraces(run, where, text);
    for (const name of namesIn(text)) {
      if (seen.has(name)) continue;
      seen.add(name);
      const fill = checkFill(run, where, name, layout);
      if (fill !== null) fills.set(name, fill);
    }
  }
  return [...fills.values()];
}

/** The names between the braces of a text, in any of its languages. */
export function namesIn(text: LocalText): readonly string[] {
  return languages.flatMap((language) =>
    [...text[language].matchAll(placeholderPattern)].map(([, name]) => name ?? ""),
  );
}

/** Every brace must be part of a placeholder, so that a slip of the pen cannot reach a screen. */
function checkBraces(run: CheckRun, where: Where, text: LocalText): void {
  for (const language of languages) {
    if (/[{}]/.test(text[language].replaceAll(placeholderPattern, ""))) {
      run.errors.push({ type: "placeholder-broken", ...where, language });
    }
    checkPlaceholderNeighbours(run, where, language, text[language]);
  }
}

function checkFill(run: CheckRun, where: Where, name: string, layout: Layout): CheckedFill | null {
  const named = run.laidOut.fills.get(name);
  if (named !== undefined) return checkNamedFill(run, where, named, layout);
  const { calculations, context } = run.laidOut.names;
  if (!calculations.has(name) && !context.has(name)) {
    const nearest = nearestName(name, [...run.laidOut.fills.keys(), ...calculations.keys(), ...context.keys()]);
    run.errors.push({ type: "placeholder-unknown", ...where, name, nearest });
    return null;
  }
  const expression = checkAt(run, where, name, checkExpression(name, run.surroundings(layout), null));
  if (expression === null) return null;
  const { type } = expression.typed.type;
  if (fillTypes.has(type)) return { name, expression, write: plainFill };
  run.errors.push({ type: "placeholder-type", ...where, name, found: type });
  return null;
}

/** Its value is read from where the text stands; what is wrong with it was said at its own place. */
function checkNamedFill(
  run: CheckRun,
  where: Where,
  { fill: { id, of, forEach = "" } }: NamedFill,
  layout: Layout,
): CheckedFill | null {
  const checked = run.fills.get(id) ?? null;
  if (checked === null) return null;
  if (!isWithin(layout, checked.layout)) {
    run.errors.push({ type: "reference-wrong", ...where, to: forEach, reason: "in-another-roster" });
    return null;
  }
  const expression = checkExpression(of, run.surroundings(layout), null);
  return expression.ok ? { name: id, expression: expression.value, write: checked.write } : null;
}
