// `status [--json]`: counts per institution and tablet.
import { tabletNumber } from "#protocol";
import { readStatus } from "../store/status-store.ts";
import { openWorkplace } from "../workplace.ts";
import { print, printDatabaseLine, type Command } from "./command.ts";

export const runStatus: Command = async (settings, { json: isJson = false }) => {
  const place = await openWorkplace(settings, printDatabaseLine);
  try {
    const devices = await readStatus(place.database);
    if (isJson) {
      print(JSON.stringify({ collection: place.collection.col, devices }, null, 2));
      return 0;
    }
    for (const row of devices) {
      print(
        `${row.institution} ${row.device === null ? "(no tablet)" : `№ ${tabletNumber(row.device)} ${row.device}`}: lists ${row.lists}, lines ${row.lines}, forms ${row.forms}, premises ${row.premises}, ` +
          `batches ${row.batches} (accepted ${row.accepted}, waiting ${row.stored}, refused ${row.refused}, ` +
          `quarantined ${row.quarantined}), receipts ${row.receipts}`,
      );
    }
  } finally {
    await place.close();
  }
  return 0;
};
