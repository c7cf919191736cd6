// `open`: the opener once, on a machine of its own or after a pause.
import { openWaiting } from "../opener/opener.ts";
import { openOpener, openWorkplace } from "../workplace.ts";
import { print, printDatabaseLine, printFailure, type Command } from "./command.ts";

export const runOpen: Command = async (settings) => {
  const place = await openWorkplace(settings, printDatabaseLine);
  const opener = await openOpener(place, printFailure);
  try {
    print(`${await openWaiting(opener)} batches opened`);
  } finally {
    opener.worker.stop();
    await place.close();
  }
  return 0;
};
