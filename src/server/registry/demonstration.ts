// The demonstration census: two institutions of different kinds in Kyzylorda region, one officer each, lists of invented
// residents to import, windows that are open today. The census moment stays what it is.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { institutionKind } from "#census";
import { enrolmentCodeId, formatEnrolmentLink, newId, type Random } from "#protocol";
import type { Connection } from "../store/database.ts";
import {
  addEnrolmentCode,
  addInstitution,
  addOfficer,
  readDevices,
  readOfficers,
  readOpenCodes,
  type Institution,
} from "../store/device-store.ts";
import { inventResidents, residentsToCsv } from "./residents.ts";

interface DemonstrationInstitution extends Omit<Institution, "isProtected"> {
  readonly officer: string;
  readonly order: string;
  readonly residents: number;
  readonly years: { readonly first: number; readonly last: number };
}

const institutions: readonly DemonstrationInstitution[] = [
  {
    id: "inst-0431",
    kind: "I-03",
    kato: "431010000",
    nameKk: "№ 3 балалар үйі (көрсетілім)",
    nameRu: "Детский дом № 3 (демонстрация)",
    headcountPlaces: 60,
    officer: "off-0431-1",
    order: "№ 118, 14.06.2021",
    residents: 40,
    years: { first: 2003, last: 2017 },
  },
  {
    id: "inst-0432",
    kind: "I-11",
    kato: "434030100",
    nameKk: "Дағдарыс орталығы (көрсетілім)",
    nameRu: "Кризисный центр (демонстрация)",
    headcountPlaces: 20,
    officer: "off-0432-1",
    order: "№ 42, 16.06.2021",
    residents: 12,
    years: { first: 1968, last: 2019 },
  },
];

/** Writes the register's rows and the list files. */
export async function createDemonstration(connection: Connection, dataDir: string): Promise<void> {
  const folder = join(dataDir, "demo");
  mkdirSync(folder, { recursive: true });
  for (const [index, institution] of institutions.entries()) {
    const { protectedMode } = institutionKind(institution.kind);
    await addInstitution(connection, { ...institution, isProtected: protectedMode });
    await addOfficer(connection, {
      id: institution.officer,
      institutionId: institution.id,
      appointedBy: institution.order,
      appointedOn: "2021-06-16",
      trainedOn: "2021-06-22",
    });
    const residents = inventResidents(institution.residents, institution.years, index + 1);
    writeFileSync(join(folder, `list-${institution.id}.csv`), residentsToCsv(residents));
  }
}

/** Where the demonstration's list file of an institution is. */
export function demonstrationList(dataDir: string, institutionId: string): string {
  return join(dataDir, "demo", `list-${institutionId}.csv`);
}

export interface OfferedLink {
  readonly institutionId: string;
  readonly officerId: string;
  readonly link: string;
}

const codeLifeMs = 24 * 3600 * 1000;

/** A new one-time link for an officer; it lives a day. */
export async function offerLink(
  connection: Connection,
  officer: { readonly id: string; readonly institutionId: string },
  facts: { readonly origin: string; readonly rootThumbprint: string; readonly nowMs: number; readonly random: Random },
): Promise<OfferedLink> {
  const code = newId(facts.random);
  const expiresAt = facts.nowMs + codeLifeMs;
  await addEnrolmentCode(connection, {
    codeId: await enrolmentCodeId(code),
    code,
    institutionId: officer.institutionId,
    officerId: officer.id,
    expiresAt,
  });
  return linkOf(officer, code, expiresAt, facts);
}

function linkOf(
  officer: { readonly id: string; readonly institutionId: string },
  code: string,
  expiresAtMs: number,
  { origin, rootThumbprint }: { readonly origin: string; readonly rootThumbprint: string },
): OfferedLink {
  const link = formatEnrolmentLink({ origin, rootThumbprint, code, expiresAtS: Math.floor(expiresAtMs / 1000) });
  return { institutionId: officer.institutionId, officerId: officer.id, link };
}

/** One link for every officer without a tablet: the open one, or a new one when it expired. */
export async function openLinks(
  connection: Connection,
  facts: { readonly origin: string; readonly rootThumbprint: string; readonly nowMs: number; readonly random: Random },
): Promise<readonly OfferedLink[]> {
  const [officers, devices, codes] = await Promise.all([
    readOfficers(connection),
    readDevices(connection),
    readOpenCodes(connection, facts.nowMs),
  ]);
  const links: OfferedLink[] = [];
  for (const officer of officers.filter(({ id }) => !devices.some(({ officerId }) => officerId === id))) {
    const open = codes.find(({ officerId, code }) => officerId === officer.id && code !== null);
    links.push(
      open === undefined || open.code === null
        ? await offerLink(connection, officer, facts)
        : linkOf(officer, open.code, open.expiresAt, facts),
    );
  }
  return links;
}
