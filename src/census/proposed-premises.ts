// What enrolment already says of the institution, proposed to the premises' form (L01, L02): confirmed, not retyped.
import type { Answer, AnswersByPath, AnswerValue } from "#questionnaire";
import type { InstitutionKindCode } from "./institution-kinds.ts";

export interface PremisesFacts {
  readonly institutionKind: InstitutionKindCode;
  readonly kato: string;
  readonly nameKk: string;
  readonly nameRu: string;
}

/** Persons of no fixed abode; all other institutions are collective households (L02). */
const ofNoAbode: InstitutionKindCode = "I-10";

/** The settlement, both names and the kind of household. */
export function proposedPremises({ institutionKind, kato, nameKk, nameRu }: PremisesFacts): AnswersByPath {
  return {
    "L01.kato": proposal({ kind: "code", code: kato }, "register"),
    "L01.nameKk": proposal({ kind: "text", text: nameKk }, "register"),
    "L01.nameRu": proposal({ kind: "text", text: nameRu }, "register"),
    L02: proposal({ kind: "code", code: institutionKind === ofNoAbode ? "3" : "2" }, "default"),
  };
}

function proposal(value: AnswerValue, origin: "register" | "default"): Answer {
  return { state: "proposed", value, origin };
}
