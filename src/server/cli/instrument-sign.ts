// `instrument sign FILE… --out FILE`: definition files become one signed questionnaire. Done where the root key is; needs
// no database and no server.
import { readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { withCalendarDays } from "#census";
import { msToInstant, signInstrument } from "#protocol";
import type { Language } from "#questionnaire";
import { approvalOf, compileTexts, countFaults, withRoles } from "../registry/compile-instrument.ts";
import { hasKeys, readCollection, readRootKey } from "../registry/key-files.ts";
import { readingWords } from "./instrument-authoring-words.ts";
import { faultLines } from "./instrument-fault-words.ts";
import { authoringLanguage } from "./instrument-files.ts";
import { questionnaireFiles } from "./instrument-together.ts";
import { print, Refusal, type Command } from "./command.ts";

/** `words` are the files; those of a questionnaire that names its files may be any of them. */
export const runInstrumentSign: Command = async (settings, { words, out, lang }) => {
  const language = authoringLanguage(lang, process.env["LANG"]);
  const say = readingWords[language];
  if (words.length === 0) throw new Refusal("no-file", say.noFile);
  if (!hasKeys(settings.dataDir)) throw new Refusal("not-initialised", say.notInitialised);
  const root = await readRootKey(settings.dataDir);
  if (root === null) throw new Refusal("root-key-absent", say.noRootKey);
  // The days of the calendar are written in: what is signed stands alone.
  const texts = questionnaireFiles(words, language).map((name) => withCalendarDays(readText(name, language)));
  const compiled = withRoles(compileTexts(texts));
  if (!compiled.ok) {
    const lines = compiled.error.flatMap((fault) => faultLines(fault, language));
    for (const line of lines) process.stderr.write(`${line}\n`);
    throw new Refusal("definition-wrong", say.notSigned(countFaults(compiled.error)));
  }
  const { id, version, files } = compiled.value;
  const approval = approvalOf(files);
  if (approval === null) throw new Refusal("approval-without-name", say.approvedByNobody);
  const line = await signInstrument(
    {
      v: 1,
      col: readCollection(settings.dataDir).col,
      id,
      version,
      approval,
      at: msToInstant(Date.now()),
      files: files.map((file, index) => ({ id: file.id, version: file.version, text: texts[index] ?? "" })),
    },
    root,
  );
  const file = resolve(out ?? `${id}-v${version}.instrument.jws`);
  writeFileSync(file, `${line}\n`);
  print(`${file}: ${files.map((one) => `${one.id} v${one.version}`).join(", ")}, ${approval.state}`);
  return 0;
};

/** Strict UTF-8: what is signed must come back byte for byte. */
function readText(name: string, language: Language): string {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(name);
  } catch {
    throw new Refusal("file-unreadable", `${resolve(name)}: ${readingWords[language].unreadable}`);
  }
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new Refusal("not-utf-8", `${name}: ${readingWords[language].notUtf8}`);
  }
}
