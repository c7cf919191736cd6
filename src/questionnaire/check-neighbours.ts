// What may stand beside a placeholder. A case ending follows the vowels of the word before it, which a program does not
// know: an ending written after a placeholder would be wrong for half of all words. Implements QL62, QL115, QL116.
import type { CheckRun, Where } from "./check-run.ts";
import type { Language } from "./local-text.ts";

const placeholder = String.raw`\{([a-z][A-Za-z0-9]*)\}`;

/** Closing signs that may stand between a placeholder and its ending. */
const closing = String.raw`[»”"’)]*`;

const hyphen = "[-‐‑–—]";

/** A letter after the placeholder, with a hyphen, a dash, an apostrophe or a closing quotation mark between or without. */
const joinedPattern = new RegExp(`${placeholder}(${closing}[-‐‑–—'’]?\\p{L}+)`, "gu");

/**
 * Endings in all their variants, and the particles and conjunctions that follow the word before them the same way. Left
 * out is what is a word of its own wherever it stands ("не", "біз") and the lone "м" of metres.
 */
const endings = [
  "ның нің дың дің тың тің", // ілік
  "ға ге қа ке на", // барыс
  "ны ні ды ді ты ті", // табыс
  "да де та те нда нде", // жатыс, and the particle "too"
  "дан ден тан тен нан нен", // шығыс
  "мен бен пен", // көмектес, and the conjunction "and"
  "лар лер дар дер тар тер", // көптік
  "ым ім ың ің ы і сы сі ңыз ңіз ыңыз іңіз мыз міз ымыз іміз", // тәуелдік
  "нікі дікі тікі дағы дегі тағы тегі ндағы ндегі",
  "шы ші ншы нші ыншы інші",
  "ма ме ба бе па пе",
].flatMap((row) => row.split(" "));

/** The same endings set apart by a space, or by a hyphen with a space beside it. */
const apartPattern = new RegExp(
  `${placeholder}(${closing}(?:\\s+${hyphen}?\\s*|${hyphen}\\s+)(?:${endings.join("|")}))(?![\\p{L}\\p{N}])`,
  "gu",
);

const letterBefore = new RegExp(String.raw`\p{L}+${placeholder}`, "gu");
const letterAfter = new RegExp(String.raw`${placeholder}\p{L}+`, "gu");

/** Refuses what is joined to a placeholder, and in Kazakh also the ending that stands apart from it. */
export function checkPlaceholderNeighbours(run: CheckRun, where: Where, language: Language, text: string): void {
  if (!text.includes("{")) return;
  const { file, place } = where;
  if (language === "kk") {
    for (const pattern of [joinedPattern, apartPattern]) {
      for (const [, name = "", suffix = ""] of text.matchAll(pattern)) {
        run.errors.push({ type: "placeholder-suffix", file, place, name, suffix });
      }
    }
  }
  for (const pattern of language === "kk" ? [letterBefore] : [letterBefore, letterAfter]) {
    for (const [written] of text.matchAll(pattern)) {
      run.errors.push({ type: "placeholder-glued", file, place, language, written });
    }
  }
}
