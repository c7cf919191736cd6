import type { CancelReason } from "#fieldwork";
import { m } from "../../i18n/index.ts";

/** Why a begun form was cancelled, in a few words. */
export function cancelReasonText(reason: CancelReason): string {
  switch (reason) {
    case "wrong-person":
      return m.canc_reason_person();
    case "begun-twice":
      return m.canc_reason_twice();
    case "other":
      return m.post_reason_other();
  }
}
