// The census forms one version on: the person form asks one question more, with its map from the version before.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { personQuestionnaire } from "#census";
import type { DefinitionFile } from "#questionnaire";
import { words } from "../questionnaire/form.ts";

export interface LaterForms {
  /** The definition files, in the order of asking. */
  readonly files: readonly string[];
  /** Where a signed questionnaire may be written. */
  readonly out: string;
}

type Change = (personForm: DefinitionFile) => Readonly<Record<string, unknown>>;

/** The definitions themselves; `change` may take anything of the later person form away again. */
export function laterFiles(change: Change = (file) => ({ ...file }), version = 2): readonly { readonly id: string }[] {
  return personQuestionnaire().files.map((file) =>
    file.form === "F3" ? { ...change(withOneMore(file, version)), id: file.id } : file,
  );
}

/** Written as files, to be signed. */
export function writeLaterForms(dataDir: string, change?: Change, version = 2): LaterForms {
  const folder = join(dataDir, "later-forms");
  mkdirSync(folder, { recursive: true });
  const files = laterFiles(change, version).map((file) => {
    const name = join(folder, `${file.id}.json`);
    writeFileSync(name, `${JSON.stringify(file, null, 1)}\n`);
    return name;
  });
  return { files, out: join(folder, `v${version}.instrument.jws`) };
}

function withOneMore(file: DefinitionFile, version: number): DefinitionFile {
  const options = ["1", "2"].map((code) => ({ code, text: words(`option ${code}`) }));
  const asked = { type: "single" as const, id: "P99", text: words("one more"), options };
  const from = [{ version: 1, added: ["P99"] }, ...(version > 2 ? [{ version: 2 }] : [])];
  return { ...file, version, from, sections: [...file.sections, { id: "Z", title: words("Z"), questions: [asked] }] };
}
