import { isMixed } from "#fieldwork";
import type { AdministrationBasis, AdministrationReason, SourceOfAnswers, SourceShare } from "#fieldwork";
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

/** Those who answered, in short words one after another; the administration once, with all it took the data from. */
export function speakersText(shares: readonly Pick<SourceShare, "source">[]): string {
  const kinds = [...new Set(shares.map(({ source }) => source.kind))];
  return kinds
    .map((kind) => {
      if (kind !== "administration") return speakerText(kind);
      const bases = shares.flatMap(({ source }) => (source.kind === kind ? [shortBasisText(source.basis)] : []));
      return `${speakerText(kind)} (${bases.join(", ")})`;
    })
    .join(", ");
}

/** Whose the answers of a section or a form are, in the words that stand beside the source in force. */
export function sourcesText(shares: readonly SourceShare[], ofOneOther: (speaker: string) => string): string {
  const speakers = speakersText(shares);
  return isMixed(shares) ? m.int_source_mixed({ sources: speakers }) : ofOneOther(speakers);
}

function speakerText(kind: SourceOfAnswers["kind"]): string {
  switch (kind) {
    case "respondent":
      return m.int_speaker_respondent();
    case "family":
      return m.int_speaker_family();
    case "legal-representative":
      return m.int_speaker_legal();
    case "administration":
      return m.int_speaker_administration();
  }
}

/** In the middle of a sentence. */
export function shortBasisText(basis: AdministrationBasis): string {
  return basis === "document" ? m.int_speaker_document() : m.int_speaker_oral();
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
