// `permit FORM --edit E --by NAME [--refuse] [--remark TEXT]`: the Department's decision on a critical edit that a form
// was finished with. Which forms wait, and the officers' reasons, stand in awaiting-permission.csv of the export.
import { decidePermission, type PermissionRefusal } from "../centre/decide-permission.ts";
import { openWorkplace, readInstrumentTexts } from "../workplace.ts";
import { print, printDatabaseLine, Refusal, type Command } from "./command.ts";

const longestWords = 500;

const refusals: Readonly<Record<PermissionRefusal, string>> = {
  "form-unknown": "no accepted form has this id",
  "version-unknown": "the form's version of the questionnaire is not installed",
  "nothing-asked": "the form asks for no permission of this edit",
};

export const runPermit: Command = async (settings, { words, edit, by, refuse, remark }) => {
  const [formId] = words;
  if (formId === undefined) throw new Refusal("no-form", "name the form by its id, as awaiting-permission.csv does");
  if (edit === undefined) throw new Refusal("no-edit", "name the edit with --edit");
  const byWhom = by?.trim() ?? "";
  if (byWhom === "") throw new Refusal("no-name", "say with --by who decides");
  if (Math.max(byWhom.length, remark?.length ?? 0) > longestWords) {
    throw new Refusal("too-long", `a name or remark has at most ${longestWords} characters`);
  }
  const isGranted = refuse !== true;
  const place = await openWorkplace(settings, printDatabaseLine);
  try {
    const decided = await decidePermission(place.database, await readInstrumentTexts(place), {
      formId,
      edit,
      isGranted,
      byWhom,
      remark: remark ?? null,
      atMs: place.nowMs(),
    });
    if (!decided.ok) throw new Refusal(decided.error.type, refusals[decided.error.type]);
    print(isGranted ? `${edit} is permitted` : `${edit} is refused: the form does not count as it is`);
  } finally {
    await place.close();
  }
  return 0;
};
