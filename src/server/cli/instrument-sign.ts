// `instrument sign FILE… --out FILE`: definition files become one signed questionnaire. Done where the root key is; needs
// no database and no server.
import { readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { msToInstant, signInstrument } from "#protocol";
import { approvalOf, compileTexts } from "../registry/compile-instrument.ts";
import { hasKeys, readCollection, readRootKey } from "../registry/key-files.ts";
import { faultLines } from "./instrument-fault-words.ts";
import { authoringLanguage } from "./instrument-files.ts";
import { questionnaireFiles } from "./instrument-together.ts";
import { print, Refusal, type Command } from "./command.ts";

/** `words` are the files; those of a questionnaire that names its files may be any of them. */
export const runInstrumentSign: Command = async (settings, { words, out, lang }) => {
  const language = authoringLanguage(lang, process.env["LANG"]);
  if (words.length === 0) throw new Refusal("no-file", "name the definition files, in the order of asking");
  if (!hasKeys(settings.dataDir)) throw new Refusal("not-initialised", "run `npm run sanaq -- init` first");
  const root = await readRootKey(settings.dataDir);
  if (root === null)
    throw new Refusal("root-key-absent", "the root key is not in this data folder: sign where it is kept");
  const texts = questionnaireFiles(words, language).map(readText);
  const compiled = compileTexts(texts);
  if (!compiled.ok) {
    const lines = compiled.error.flatMap((fault) => faultLines(fault, language));
    for (const line of lines) process.stderr.write(`${line}\n`);
    throw new Refusal("definition-wrong", `${compiled.error.length} errors; nothing was signed`);
  }
  const { id, version, files } = compiled.value;
  const approval = approvalOf(files);
  if (approval === null)
    throw new Refusal("approval-without-name", "an approved form says who approved it (approval › by)");
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
function readText(name: string): string {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(name);
  } catch {
    throw new Refusal("file-unreadable", `cannot read ${name}`);
  }
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new Refusal("not-utf-8", `${name} is not UTF-8`);
  }
}
