import { createContext } from "react";
import { builtInShelf, type QuestionnaireShelf } from "#census";

/** The versions of the questionnaire that the page paints with: the same as the worker's. */
export const ShelfContext = createContext<QuestionnaireShelf>(builtInShelf);
