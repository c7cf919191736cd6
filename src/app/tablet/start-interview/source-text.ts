import type { AdministrationBasis, AdministrationReason, SourceOfAnswers } from "#fieldwork";
import { m } from "../../i18n/index.ts";

/** Who answers, in a word for the chip. */
export function sourceText(source: SourceOfAnswers): string {
  switch (source.kind) {
    case "respondent":
      return m.int_respondent();
    case "family":
      return m.int_family();
    case "legal-representative":
      return m.int_legal();
    case "administration":
      return m.int_administration();
  }
}

export function basisText(basis: AdministrationBasis): string {
  return basis === "document" ? m.int_basis_document() : m.int_basis_oral();
}

export function reasonText(reason: AdministrationReason): string {
  switch (reason) {
    case "health":
      return m.int_reason_health();
    case "cannot-communicate":
      return m.int_reason_cannot();
    case "small-child":
      return m.int_reason_child();
    case "absent":
      return m.int_reason_absent();
    case "other":
      return m.int_reason_other();
  }
}
