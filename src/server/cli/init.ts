// `init [--demo]`: keys, configuration, first login, and for a demonstration two institutions. Run again it changes nothing.
import { createDemonstration } from "../registry/demonstration.ts";
import { hasCollectionFile, windowsFor, writeCollectionFile } from "../registry/collection-file.ts";
import { createKeys, hasKeys } from "../registry/key-files.ts";
import { createStaffLogin } from "../console/staff-password.ts";
import { openDatabase, random } from "../workplace.ts";
import { print, printDatabaseLine, Refusal, type Command } from "./command.ts";

export const runInit: Command = async (settings, { demo: isDemonstration = false }) => {
  if (isDemonstration && settings.isProduction) {
    throw new Refusal("production", "a production server does not start with demonstration data");
  }
  if (hasKeys(settings.dataDir) && hasCollectionFile(settings.dataDir)) {
    print("Already initialised; nothing was changed.");
    return 0;
  }
  const { database, stop } = await openDatabase(settings, printDatabaseLine);
  try {
    const nowMs = Date.now();
    if (isDemonstration) await database.transaction((connection) => createDemonstration(connection, settings.dataDir));
    writeCollectionFile(settings.dataDir, {
      v: 1,
      isDemonstration,
      windows: windowsFor(isDemonstration, nowMs),
      ...(isDemonstration ? { departmentPhone: "+7 7242 00 00 00" } : {}),
    });
    const login = await createStaffLogin(settings.dataDir);
    if (login !== null) {
      print(`Console login (shown once): ${login.user} / ${login.password}`);
    }
    // Last: keys say that the folder is whole.
    await createKeys(settings.dataDir, nowMs, random);
  } finally {
    await stop();
  }
  print(isDemonstration ? "A demonstration census is ready." : "Initialised.");
  return 0;
};
