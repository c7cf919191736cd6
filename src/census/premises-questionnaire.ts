// The questionnaire of a place: what form F1 asks once for it (L01 to L03), and form F2 about the living quarters. On the
// tablet the list stands for L03. Its centre edits look over all lines of the institution; the Department gives them as
// the context `lines`.
import { compiledOnce } from "./compile-forms.ts";
import housingForm from "./forms/f2.json" with { type: "json" };
import premisesPart from "./forms/f1-premises.json" with { type: "json" };

/** F1 (premises) and F2 together: asked once in an institution, beside the interviews of persons. */
export const premisesQuestionnaire = compiledOnce([premisesPart, housingForm]);
