// `status [--json]`: counts per institution and tablet, and for those that came by USB the acceptance code and what
// stands in the way of more.
import { judgeAcceptances, type Acceptance } from "../opener/judge-acceptance.ts";
import { readBatchesOfUsbTablets } from "../store/acceptance-store.ts";
import { readStatus } from "../store/status-store.ts";
import { openWorkplace, type Workplace } from "../workplace.ts";
import { print, printDatabaseLine, type Command } from "./command.ts";
import { statusLine } from "./status-words.ts";

export const runStatus: Command = async (settings, { json: isJson = false }) => {
  const place = await openWorkplace(settings, printDatabaseLine);
  try {
    const acceptances = await readAcceptances(place);
    const rows = await readStatus(place.database);
    const devices = rows.map((row) => ({
      ...row,
      acceptance: row.device === null ? null : (acceptances.get(row.device) ?? null),
    }));
    if (isJson) {
      print(JSON.stringify({ collection: place.collection.col, devices }, null, 2));
      return 0;
    }
    for (const row of devices) print(statusLine(row, row.acceptance));
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
