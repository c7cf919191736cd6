// `status [--json]`: counts per institution and tablet, and the acceptance code of those that came by USB.
import { formatAcceptanceCode, tabletNumber } from "#protocol";
import { judgeAcceptances, type Acceptance } from "../opener/judge-acceptance.ts";
import { readBatchesOfUsbTablets } from "../store/acceptance-store.ts";
import { readStatus } from "../store/status-store.ts";
import { openWorkplace, type Workplace } from "../workplace.ts";
import { print, printDatabaseLine, type Command } from "./command.ts";

export const runStatus: Command = async (settings, { json: isJson = false }) => {
  const place = await openWorkplace(settings, printDatabaseLine);
  try {
    const acceptances = await readAcceptances(place);
    const rows = await readStatus(place.database);
    const devices = rows.map((row) => ({ ...row, acceptance: acceptances.get(row.device ?? "") ?? null }));
    if (isJson) {
      print(JSON.stringify({ collection: place.collection.col, devices }, null, 2));
      return 0;
    }
    for (const row of devices) {
      print(
        `${row.institution} ${row.device === null ? "(no tablet)" : `№ ${tabletNumber(row.device)} ${row.device}`}: lists ${row.lists}, lines ${row.lines}, forms ${row.forms}, premises ${row.premises}, ` +
          `batches ${row.batches} (accepted ${row.accepted}, waiting ${row.stored}, refused ${row.refused}, ` +
          `quarantined ${row.quarantined}), receipts ${row.receipts}${codeWords(row.acceptance)}`,
      );
    }
  } finally {
    await place.close();
  }
  return 0;
};

/** By tablet; none where this server opens no batches. */
async function readAcceptances(place: Workplace): Promise<ReadonlyMap<string, Acceptance>> {
  if (!place.settings.roles.has("opener")) return new Map();
  const batches = await readBatchesOfUsbTablets(place.database);
  return judgeAcceptances(batches);
}

function codeWords(acceptance: Acceptance | null): string {
  if (acceptance === null || acceptance.code === null) return "";
  return `, acceptance code ${formatAcceptanceCode(acceptance.code)} (batches up to ${acceptance.upTo})`;
}
