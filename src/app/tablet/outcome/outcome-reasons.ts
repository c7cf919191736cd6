// Why a respondent is not interviewed (T-15), and what follows from each reason: the administration answers (order,
// par. 9), the list changes, or the line is closed without a form.
import type { AdministrationReason, LineOutcome, RemovalReason } from "#fieldwork";
import { m } from "../../i18n/index.ts";

export interface NotInterviewedReason {
  readonly id: string;
  readonly title: () => string;
  /** Where it leads, in a line that stands before one chooses. */
  readonly leads: () => string;
  /** What follows, with its conditions. */
  readonly follows: () => string;
  /** The administration may answer, with this reason. */
  readonly administration: AdministrationReason | null;
  readonly removal: RemovalReason | null;
  readonly outcome: LineOutcome | null;
  readonly canPostpone: boolean;
}

function reason(
  id: string,
  title: () => string,
  leads: () => string,
  follows: () => string,
  what: Partial<Pick<NotInterviewedReason, "administration" | "removal" | "outcome" | "canPostpone">>,
): NotInterviewedReason {
  return { id, title, leads, follows, administration: null, removal: null, outcome: null, canPostpone: false, ...what };
}

export const notInterviewedReasons: readonly NotInterviewedReason[] = [
  reason("health", m.int_reason_health, m.out_leads_administration, m.out_follows_administration, {
    administration: "health",
    canPostpone: true,
  }),
  reason("cannot-communicate", m.int_reason_cannot, m.out_leads_administration, m.out_follows_administration, {
    administration: "cannot-communicate",
  }),
  reason("small-child", m.int_reason_child, m.out_leads_administration, m.out_follows_administration, {
    administration: "small-child",
  }),
  reason("absent", m.int_reason_absent, m.out_leads_absent, m.out_follows_absent, {
    administration: "absent",
    outcome: "absent",
    canPostpone: true,
  }),
  reason("left", m.out_left, m.out_leads_list, m.out_follows_left, { administration: "absent", removal: "left" }),
  reason("died", m.out_died, m.out_leads_list, m.out_follows_died, { administration: "other", removal: "died" }),
  reason("refused", m.out_refused, m.out_leads_outcome, m.out_follows_refused, {
    outcome: "refused",
    canPostpone: true,
  }),
  reason("unable", m.out_unable, m.out_leads_outcome, m.out_follows_unable, { outcome: "unable" }),
];
