// What enrolment said of this tablet, as it is kept encrypted: institution, officer, windows, policy. A locked tablet
// names no place, so none of it lies in clear.
import { Enrolled } from "#protocol";
import { z } from "zod";
import type { InstitutionView } from "./status-view.ts";

export const EnrolledFacts = z.strictObject({
  enrolled: Enrolled,
  enrolledAtMs: z.int(),
  /** What this tablet reads downlinks with: an age identity. */
  tabIdentity: z.string().startsWith("AGE-SECRET-KEY-PQ-1"),
});
export type EnrolledFacts = z.infer<typeof EnrolledFacts>;

const PhonePolicy = z.object({ departmentPhone: z.string().max(40) });

/** What to call when help is not enough; null where the Department named no phone at enrolment. */
export function departmentPhoneOf({ enrolled }: EnrolledFacts): string | null {
  const policy = PhonePolicy.safeParse(enrolled.policy);
  return policy.success ? policy.data.departmentPhone : null;
}

export function institutionOf({ enrolled }: EnrolledFacts): InstitutionView {
  const { id, kind, kato, name, protectedMode } = enrolled.inst;
  return { id, kind, kato, name, protectedMode };
}
