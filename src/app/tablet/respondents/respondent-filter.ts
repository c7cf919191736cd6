// Which respondents a chip of T-07 shows. A line taken off the list shows only while its finished form matters.
import type { ListRow } from "../../wiring/index.ts";

export const respondentFilters = [
  "all",
  "left",
  "filling",
  "postponed",
  "ready",
  "accepted",
  "returned",
  "without-certificate",
] as const;
export type RespondentFilter = (typeof respondentFilters)[number];

export function parseRespondentFilter(text: string | null): RespondentFilter {
  return respondentFilters.find((filter) => filter === text) ?? "all";
}

/** Whether the row is a respondent at all: on the list, or taken off after the form was finished. */
export function isRespondent({ removed, form }: Pick<ListRow, "removed" | "form">): boolean {
  return removed === null || (form.state !== "not-started" && form.state !== "being-filled");
}

/** Whether the form is finished and no certificate was handed over for it. */
function isWithoutCertificate({ form, outcome, certificate }: ShownRow): boolean {
  return form.finishedAtMs !== null && outcome === null && certificate === null;
}

type ShownRow = Pick<ListRow, "form" | "postponed" | "outcome" | "certificate">;

export function isShown(row: ShownRow, filter: RespondentFilter): boolean {
  const { form, postponed } = row;
  switch (filter) {
    case "all":
      return true;
    case "left":
      return form.state === "not-started" || form.state === "being-filled" || form.state === "refused";
    case "filling":
      return form.state === "being-filled";
    case "postponed":
      return postponed !== null;
    case "ready":
      return (
        form.state === "ready" || form.state === "on-usb" || form.state === "stored" || form.state === "quarantined"
      );
    case "accepted":
      return form.state === "accepted";
    case "returned":
      return form.state === "refused";
    case "without-certificate":
      return isWithoutCertificate(row);
  }
}
