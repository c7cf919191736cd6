// `serve`: runs until Ctrl-C or SIGTERM, then ends everything it started. Prints where everything is and, for a
// demonstration, one enrolment link and its QR for each tablet that is not enrolled yet.
import encodeQr from "qr";
import { institutionKind } from "#census";
import { demonstrationList, openLinks } from "../registry/demonstration.ts";
import { readInstitutions } from "../store/device-store.ts";
import { serve } from "../serve.ts";
import { openWorkplace, random, type Workplace } from "../workplace.ts";
import { print, printDatabaseLine, Refusal, type Command } from "./command.ts";

export const runServe: Command = async (settings) => {
  const place = await openWorkplace(settings, printDatabaseLine);
  if (place.file.isDemonstration && settings.isProduction) {
    await place.close();
    throw new Refusal("production", "a production server does not start with demonstration data");
  }
  const serving = await serve(place, (line) => {
    if (process.env["SANAQ_LOG"] !== undefined) process.stderr.write(`${line}\n`);
  });
  const ended = new Promise<void>((resolve) => {
    // Heard as often as they come: a terminal's Ctrl-C arrives twice, from itself and through npm, and a second one must
    // not end us before PostgreSQL is ended.
    process.on("SIGINT", () => resolve());
    process.on("SIGTERM", () => resolve());
  });
  await printAddresses(place, serving.origin);
  print(`Sanaq is ready at ${serving.origin}`);
  await ended;
  await serving.stop();
  await place.close();
  return 0;
};

async function printAddresses(place: Workplace, origin: string): Promise<void> {
  print(`Tablet    ${origin}/`);
  print(`Console   ${origin}/console`);
  if (!place.file.isDemonstration) return;
  const institutions = await readInstitutions(place.database);
  const links = await openLinks(place.database, {
    origin,
    rootThumbprint: place.collection.rootThumbprint,
    nowMs: place.nowMs(),
    random,
  });
  for (const { institutionId, link } of links) {
    const institution = institutions.find(({ id }) => id === institutionId);
    const kind = institution === undefined ? null : institutionKind(institution.kind);
    print("");
    print(`Tablet of ${institution?.nameRu ?? institutionId}${kind === null ? "" : ` (${kind.code})`}`);
    print(`  list to import  ${demonstrationList(place.settings.dataDir, institutionId)}`);
    print(`  enrolment link  ${link}`);
    print(encodeQr(link, "ascii", { ecc: "medium", border: 1 }));
  }
}
