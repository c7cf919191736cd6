// That a certificate was handed over, and that it was not after all: events of the line, encrypted with it. They stay on
// this tablet: neither the form nor the list says them to the Department before it keeps a register of certificates.
import { planCertificate } from "#fieldwork";
import { ok } from "#questionnaire";
import type { TabletApi } from "./api.ts";
import { interviewOf, linesOf } from "./book.ts";
import { certificateOf } from "./certificate.ts";
import type { TabletHost } from "./host.ts";
import { createLineChange } from "./line-change.ts";
import type { Session } from "./session.ts";

type CertificateOperations = Pick<TabletApi, "giveCertificate" | "takeBackCertificate">;

export function createCertificateOperations(host: TabletHost, session: Session): CertificateOperations {
  const changeLine = createLineChange(host, session);
  return {
    giveCertificate: async (lineId, number) =>
      changeLine(lineId, ({ state }, facts, book) => {
        const interview = interviewOf(book, lineId)?.state ?? null;
        const hasSeries = certificateOf(book.facts, state.number) !== null;
        return planCertificate(state, number, { interview, lines: linesOf(book), hasSeries }, facts);
      }),
    takeBackCertificate: async (lineId) =>
      changeLine(lineId, (_line, facts) => ok({ type: "certificate-taken-back", ...facts })),
  };
}
