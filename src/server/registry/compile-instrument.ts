// A signed questionnaire's files as the engine's questionnaire, or everything that is wrong with them.
import { findJsonBreak, type JsonBreak } from "#authoring";
import { censusHost } from "#census";
import type { SignedInstrument } from "#protocol";
import {
  compileQuestionnaire,
  countErrors,
  err,
  missingRoles,
  type DefinitionError,
  type DefinitionFile,
  type Questionnaire,
  type Result,
} from "#questionnaire";

/** Why texts are no questionnaire. */
export type InstrumentFault =
  | { readonly type: "no-json"; readonly file: number; readonly at: JsonBreak | null }
  | { readonly type: "not-as-signed" }
  | { readonly type: "definition"; readonly error: DefinitionError };

/** Texts of definition files, in the order of asking. Refuses with everything that is wrong. */
export function compileTexts(texts: readonly string[]): Result<Questionnaire, readonly InstrumentFault[]> {
  const files: unknown[] = [];
  const faults: InstrumentFault[] = [];
  for (const [index, text] of texts.entries()) {
    try {
      files.push(JSON.parse(text));
    } catch {
      faults.push({ type: "no-json", file: index + 1, at: findJsonBreak(text) });
    }
  }
  if (faults.length > 0) return err(faults);
  const compiled = compileQuestionnaire(files, censusHost);
  return compiled.ok ? compiled : err(compiled.error.map((error) => ({ type: "definition", error })));
}

/**
 * Refuses a questionnaire without a role that programs of the census need. For what is to be signed or installed: what
 * is installed already stays readable.
 */
export function withRoles(
  compiled: Result<Questionnaire, readonly InstrumentFault[]>,
): Result<Questionnaire, readonly InstrumentFault[]> {
  if (!compiled.ok) return compiled;
  const missing = missingRoles(compiled.value, censusHost);
  return missing.length === 0 ? compiled : err(missing.map((error) => ({ type: "definition", error })));
}

/** How many there are, those that are not named one by one included. */
export function countFaults(faults: readonly InstrumentFault[]): number {
  return faults.reduce((count, fault) => count + (fault.type === "definition" ? countErrors([fault.error]) : 1), 0);
}

/** Compiles, and holds what was signed about the files against what they say themselves. */
export function compileInstrument(instrument: SignedInstrument): Result<Questionnaire, readonly InstrumentFault[]> {
  const compiled = compileTexts(instrument.files.map(({ text }) => text));
  if (!compiled.ok) return compiled;
  const { files } = compiled.value;
  const isAsSigned =
    instrument.files.every(({ id, version }, index) => files[index]?.id === id && files[index].version === version) &&
    JSON.stringify(approvalOf(files)) === JSON.stringify(instrument.approval);
  return isAsSigned ? compiled : err([{ type: "not-as-signed" }]);
}

const byDoubt = ["reconstruction", "draft", "approved"] as const;

/** The mark of the whole: that of its least approved file; `by` and `on` are those of the files that say so. */
export function approvalOf(files: readonly DefinitionFile[]): SignedInstrument["approval"] | null {
  const state = byDoubt.find((one) => files.some(({ approval }) => approval.state === one)) ?? "draft";
  const names = [...new Set(files.flatMap(({ approval }) => approval.by ?? []))];
  const by = names.length === 0 ? null : names.join("; ").slice(0, 200);
  const on =
    files
      .flatMap(({ approval }) => approval.on ?? [])
      .toSorted((a, b) => (a < b ? -1 : 1))
      .at(-1) ?? null;
  if (state !== "approved") return { state, by, on };
  const isNamed = files.every(({ approval }) => approval.by !== undefined);
  return by === null || !isNamed ? null : { state, by, on };
}
