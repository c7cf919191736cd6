// The number of the certificate for one line: the series that the Department reserved for this tablet at enrolment, and
// the line's own number, which is never given twice. The same in every revision of the form. It is proposed: what stands
// on the sheet that was handed over is the officer's word (certificate-operations.ts).
import { certificateNumber } from "#census";
import { z } from "zod";
import type { EnrolledFacts } from "./enrolled-facts.ts";

const CertificatePolicy = z.object({ certificateSeries: z.int().min(0).max(99_999) });

/** Null where the policy names no series: two tablets must never give one number. */
export function certificateOf({ enrolled }: EnrolledFacts, lineNumber: number): string | null {
  const policy = CertificatePolicy.safeParse(enrolled.policy);
  return policy.success ? certificateNumber({ series: policy.data.certificateSeries, counter: lineNumber }) : null;
}
