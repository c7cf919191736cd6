// What `status` prints of a tablet or of an institution without one: one line in English, counts and no name.
import { formatAcceptanceCode, tabletNumber } from "#protocol";
import { noCodeSentence } from "../opener/acceptance-words.ts";
import type { Acceptance } from "../opener/judge-acceptance.ts";
import type { DeviceStatus } from "../store/status-store.ts";

/** `acceptance` is null where no code is waited for or none is given. */
export function statusLine(row: DeviceStatus, acceptance: Acceptance | null): string {
  return (
    `${row.institution} ${row.device === null ? "(no tablet)" : `№ ${tabletNumber(row.device)} ${row.device}`}: lists ${row.lists}, lines ${row.lines}, forms ${row.forms}, premises ${row.premises}, ` +
    `batches ${row.batches} (accepted ${row.accepted}, waiting ${row.stored}, refused ${row.refused}, ` +
    `quarantined ${row.quarantined}), receipts ${row.receipts}${acceptance === null ? "" : codeWords(acceptance)}`
  );
}

/** The digits with the batches they speak for, and what stands in the way of more. */
function codeWords(acceptance: Acceptance): string {
  const { code, upTo } = acceptance;
  const digits = code === null ? "" : `, acceptance code ${formatAcceptanceCode(code)} (batches up to ${upTo})`;
  const none = noCodeSentence(acceptance, "en");
  return none === null ? digits : `${digits}. ${none}`;
}
