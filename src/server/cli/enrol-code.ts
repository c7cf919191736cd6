// `enrol-code INSTITUTION`: a new one-time link for the institution's officer.
import { offerLink } from "../registry/demonstration.ts";
import { readOfficers } from "../store/device-store.ts";
import { openWorkplace, random } from "../workplace.ts";
import { print, printDatabaseLine, Refusal, type Command } from "./command.ts";

export const runEnrolCode: Command = async (settings, { words: [institutionId] }) => {
  if (institutionId === undefined) throw new Refusal("no-institution", "name the institution's id");
  const place = await openWorkplace(settings, printDatabaseLine);
  try {
    const officer = (await readOfficers(place.database)).find((found) => found.institutionId === institutionId);
    if (officer === undefined)
      throw new Refusal("institution-unknown", `no officer is registered for ${institutionId}`);
    const offered = await offerLink(place.database, officer, {
      origin: `http://${settings.host}:${settings.port}`,
      rootThumbprint: place.collection.rootThumbprint,
      nowMs: place.nowMs(),
      random,
    });
    print(offered.link);
  } finally {
    await place.close();
  }
  return 0;
};
