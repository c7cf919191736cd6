// Placeholders in texts. In Kazakh a case ending follows the vowels of the word before it, which a program does not know:
// an ending written after a placeholder would be wrong for half of all names, so it is refused. Implements QL60, QL62.
import type { CheckedFill } from "./checked-definition.ts";
import { checkAt, type CheckRun, type Where } from "./check-run.ts";
import { checkExpression } from "./check-expression.ts";
import { languages, type LocalText } from "./definition.ts";
import type { Layout } from "./layout.ts";
import { nearestName } from "./nearest-name.ts";
import { placeholderPattern } from "./question-text.ts";

/** A letter after the placeholder, with a hyphen, a dash, an apostrophe or a closing quotation mark between or without. */
const suffixPattern = /\{([a-z][A-Za-z0-9]*)\}([»”"’)]*[-‐‑–—'’]?\p{L}+)/gu;

const fillTypes: ReadonlySet<string> = new Set(["text", "number", "date", "name"]);

/** The placeholders of some texts that stand in one layout, each once. */
export function checkTexts(
  run: CheckRun,
  where: Where,
  texts: readonly (LocalText | undefined)[],
  layout: Layout,
): readonly CheckedFill[] {
  const fills = new Map<string, CheckedFill>();
  for (const text of texts) {
    if (text === undefined) continue;
    checkBraces(run, where, text);
    for (const name of namesIn(text)) {
      if (fills.has(name)) continue;
      const fill = checkFill(run, where, name, layout);
      if (fill !== null) fills.set(name, fill);
    }
  }
  return [...fills.values()];
}

function namesIn(text: LocalText): readonly string[] {
  return languages.flatMap((language) =>
    [...text[language].matchAll(placeholderPattern)].map(([, name]) => name ?? ""),
  );
}

/** Every brace must be part of a placeholder, so that a slip of the pen cannot reach a screen. */
function checkBraces(run: CheckRun, { file, place }: Where, text: LocalText): void {
  for (const language of languages) {
    if (/[{}]/.test(text[language].replaceAll(placeholderPattern, ""))) {
      run.errors.push({ type: "placeholder-broken", file, place, language });
    }
  }
  for (const [, name = "", suffix = ""] of text.kk.matchAll(suffixPattern)) {
    run.errors.push({ type: "placeholder-suffix", file, place, name, suffix });
  }
}

/** Lists, codes and truths have no words of their own. */
function checkFill(run: CheckRun, where: Where, name: string, layout: Layout): CheckedFill | null {
  const { file, place } = where;
  const { calculations, context } = run.laidOut.names;
  if (!calculations.has(name) && !context.has(name)) {
    const nearest = nearestName(name, [...calculations.keys(), ...context.keys()]);
    run.errors.push({ type: "placeholder-unknown", file, place, name, nearest });
    return null;
  }
  const expression = checkAt(run, where, name, checkExpression(name, run.surroundings(layout), null));
  if (expression === null) return null;
  const { type } = expression.typed.type;
  if (fillTypes.has(type)) return { name, expression };
  run.errors.push({ type: "placeholder-type", file, place, name, found: type });
  return null;
}
