// Every interview of a practice begins and ends with the newest version.
import { builtInShelf, personQuestionnaire } from "#census";
import type { AskedWith } from "../engine.ts";

/** What a practice is asked with. */
export function practiceVersion(): AskedWith {
  return { questionnaire: personQuestionnaire(), shelf: builtInShelf };
}
