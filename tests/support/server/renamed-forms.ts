// The census forms one version on, with every question that plays a part for a program under another id.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { censusHost, personQuestionnaire } from "#census";
import { compileQuestionnaire, type DefinitionFile, type Questionnaire } from "#questionnaire";

/** Questions with a role in the person form, and those that bear their ids; all else keeps its name. */
const renamed = /\bP(01|02|03|04|05|26|39)\b/g;

/** The id in the later version. */
export function renamedId(id: string): string {
  return id.replace(renamed, "B$1");
}

/** The definitions; `change` may spoil the later person form. */
export function renamedFiles(
  change: (personForm: DefinitionFile) => DefinitionFile = (file) => file,
): readonly unknown[] {
  return personQuestionnaire().files.map((file) => (file.form === "F3" ? change(withOtherIds(file)) : file));
}

export function renamedQuestionnaire(): Questionnaire {
  const compiled = compileQuestionnaire(renamedFiles(), censusHost);
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.error));
  return compiled.value;
}

/** Written as files, to be signed. */
export function writeRenamedForms(
  dataDir: string,
  change?: (personForm: DefinitionFile) => DefinitionFile,
): { readonly files: readonly string[]; readonly out: string } {
  const folder = join(dataDir, "renamed-forms");
  mkdirSync(folder, { recursive: true });
  const files = renamedFiles(change).map((file, index) => {
    const name = join(folder, `${index}.json`);
    writeFileSync(name, `${JSON.stringify(file, null, 1)}\n`);
    return name;
  });
  return { files, out: join(folder, "v2.instrument.jws") };
}

function withOtherIds(file: DefinitionFile): DefinitionFile {
  const ids = file.sections.flatMap(({ questions }) => questions.map(({ id }) => id));
  const moved = ids.filter((id) => renamedId(id) !== id).map((id) => [id, renamedId(id)] as const);
  const later: DefinitionFile = JSON.parse(renamedId(JSON.stringify(file)));
  return { ...later, version: 2, from: [{ version: 1, renamed: Object.fromEntries(moved) }] };
}
