// `instrument install FILE`: a signed questionnaire is put beside those that are there, after everything about it was
// checked: signature, collection, definitions, and how it follows from the newest. A running opener takes it from then on.
import { readFileSync, statSync } from "node:fs";
import { batchLimits, verifyInstrument } from "#protocol";
import { compareVersions, explainVersionError, type Questionnaire } from "#questionnaire";
import { compileInstrument, withRoles } from "../registry/compile-instrument.ts";
import {
  installedFiles,
  readInstruments,
  readKeyDocument,
  storeInstrument,
  type InstalledInstrument,
} from "../registry/instruments.ts";
import { builtInQuestionnaires } from "../registry/form-questionnaire.ts";
import { hasKeys, readCollection } from "../registry/key-files.ts";
import { faultLines } from "./instrument-fault-words.ts";
import { print, Refusal, type Command } from "./command.ts";
import { importLanguage } from "./import-words.ts";
import { alreadyThereSentence, approvalSentence, installedSentence, moveSentence } from "./instrument-words.ts";

export const runInstrumentInstall: Command = async (settings, { words: [name, ...others], lang }) => {
  const language = importLanguage(lang);
  if (name === undefined || others.length > 0) throw new Refusal("no-file", "name one signed questionnaire");
  if (!hasKeys(settings.dataDir)) throw new Refusal("not-initialised", "run `npm run sanaq -- init` first");
  const line = readLine(name);
  const document = await readKeyDocument(readCollection(settings.dataDir));
  const { instruments, faulty } = await readInstruments(settings.dataDir, document);
  for (const file of faulty) process.stderr.write(`instrument-damaged: ${file} in the data folder is not used\n`);
  const verified = await verifyInstrument(line, { document, installed: await installedFiles(instruments) });
  if (!verified.ok) throw new Refusal(verified.error.type, `${name} was not installed`);
  const compiled = withRoles(compileInstrument(verified.value));
  if (!compiled.ok)
    refuse(
      "definition-wrong",
      compiled.error.flatMap((fault) => faultLines(fault, language)),
    );
  const questionnaires = [...builtInQuestionnaires(), ...compiledOf(instruments)];
  if (questionnaires.some((known) => hasSameFiles(known, compiled.value))) {
    print(alreadyThereSentence(language));
    return 0;
  }
  const newest = newestBefore(compiled.value, questionnaires);
  const move = newest === null ? null : compareVersions(newest, compiled.value);
  if (move !== null && !move.ok) refuse("version-map-wrong", move.error.map(explainVersionError));
  print(await storeInstrument(settings.dataDir, line, verified.value.version));
  print(installedSentence(verified.value, language));
  print(approvalSentence(verified.value, language));
  if (move !== null) print(moveSentence(move.value, language));
  return 0;
};

function readLine(name: string): string {
  try {
    // The line feed at its end comes on top.
    if (statSync(name).size > batchLimits.instrumentBytes + 1)
      throw new Refusal("jws-too-long", `${name} is too large`);
    return readFileSync(name, "utf8").replace(/\n$/, "");
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal("file-unreadable", `cannot read ${name}`);
  }
}

function refuse(code: string, sentences: readonly string[]): never {
  for (const sentence of sentences) process.stderr.write(`${sentence}\n`);
  throw new Refusal(code, `${sentences.length} errors; nothing was installed`);
}

function compiledOf(instruments: readonly InstalledInstrument[]): readonly Questionnaire[] {
  return instruments.flatMap(({ instrument }) => {
    const compiled = compileInstrument(instrument);
    return compiled.ok ? [compiled.value] : [];
  });
}

function hasSameFiles(a: Questionnaire, b: Questionnaire): boolean {
  return JSON.stringify(a.files) === JSON.stringify(b.files);
}

/** Of those that ask about the same forms the newest: versions only rise, so their sum tells. */
function newestBefore(questionnaire: Questionnaire, known: readonly Questionnaire[]): Questionnaire | null {
  const ids = new Set(questionnaire.files.map(({ id }) => id));
  const age = ({ files }: Questionnaire): number => files.reduce((sum, { version }) => sum + version, 0);
  const related = known.filter(({ files }) => files.some(({ id }) => ids.has(id)));
  return related.toSorted((a, b) => age(b) - age(a))[0] ?? null;
}
