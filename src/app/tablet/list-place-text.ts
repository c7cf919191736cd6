import { m } from "../i18n/index.ts";
import type { BatchState } from "../wiring/index.ts";

/** Where the signed list is, in words. */
export function listPlaceText(state: BatchState): string {
  switch (state) {
    case "sealed":
      return m.home_list_signed();
    case "exported":
      return m.home_list_on_usb();
    case "stored":
    case "quarantined":
      return m.home_list_stored();
    case "accepted":
      return m.home_list_accepted();
    case "refused":
      return m.home_list_refused();
  }
}
