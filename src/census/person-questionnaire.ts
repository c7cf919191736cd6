// The questionnaire of one person: the person's part of form F1, form F3, and F4 for those who stay here for a while
// from abroad. The answer L04 decides which of the two is asked. Compiled once in a program's life.
import { compiledOnce } from "./compile-forms.ts";
import listPart from "./forms/f1.json" with { type: "json" };
import personForm from "./forms/f3.json" with { type: "json" };
import visitorForm from "./forms/f4.json" with { type: "json" };

/** F1 (person), F3 and F4 together. */
export const personQuestionnaire = compiledOnce([listPart, personForm, visitorForm]);
