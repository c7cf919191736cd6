// Hosts whose lists can be gone through: the small one of the demonstrations.
import type { AuthoringHost } from "#authoring";
import { demoHost } from "../questionnaire/conversation.ts";
import { words } from "../questionnaire/form.ts";

const codesByList: Readonly<Record<string, readonly string[]>> = {
  language: ["kaz", "rus", "eng", "uzb"],
  country: ["KZ", "UZ", "DE"],
  kato: ["433230100", "431010000"],
};

export const demoAuthoringHost: AuthoringHost = {
  ...demoHost,
  codesOf: (list) => (codesByList[list] ?? []).map((code) => ({ code, text: words(`name of ${code}`) })),
};
