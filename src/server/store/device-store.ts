// Institutions, officers, one-time codes and tablets.
import { z } from "zod";
import { EscrowBox, PublicJwk } from "#protocol";
import type { Connection } from "./database.ts";

export const Institution = z.object({
  id: z.string(),
  kind: z.string(),
  kato: z.string(),
  nameKk: z.string(),
  nameRu: z.string(),
  isProtected: z.boolean(),
  headcountPlaces: z.number().nullable(),
});
export type Institution = z.infer<typeof Institution>;

const institutionColumns = `id, kind, kato, name_kk AS "nameKk", name_ru AS "nameRu", is_protected AS "isProtected",
  headcount_places AS "headcountPlaces"`;

export async function readInstitution(connection: Connection, id: string): Promise<Institution | null> {
  const [found] = await connection.rows(Institution, `SELECT ${institutionColumns} FROM institution WHERE id = $1`, [
    id,
  ]);
  return found ?? null;
}

export function readInstitutions(connection: Connection): Promise<readonly Institution[]> {
  return connection.rows(Institution, `SELECT ${institutionColumns} FROM institution ORDER BY id`);
}

export async function addInstitution(connection: Connection, institution: Institution): Promise<void> {
  const { id, kind, kato, nameKk, nameRu, isProtected, headcountPlaces } = institution;
  await connection.run("INSERT INTO institution VALUES ($1, $2, $3, $4, $5, $6, $7)", [
    id,
    kind,
    kato,
    nameKk,
    nameRu,
    isProtected,
    headcountPlaces,
  ]);
}

/** Appointed by order of the head of the institution (order, par. 5), trained at the Department's seminar (par. 6). */
export const Officer = z.object({
  id: z.string(),
  institutionId: z.string(),
  appointedBy: z.string(),
  appointedOn: z.string(),
  trainedOn: z.string().nullable(),
});
export type Officer = z.infer<typeof Officer>;

export async function addOfficer(connection: Connection, officer: Officer): Promise<void> {
  await connection.run("INSERT INTO officer VALUES ($1, $2, $3, $4, $5)", [
    officer.id,
    officer.institutionId,
    officer.appointedBy,
    officer.appointedOn,
    officer.trainedOn,
  ]);
}

export function readOfficers(connection: Connection): Promise<readonly Officer[]> {
  return connection.rows(
    Officer,
    `SELECT id, institution_id AS "institutionId", appointed_by AS "appointedBy", appointed_on AS "appointedOn",
       trained_on AS "trainedOn" FROM officer ORDER BY id`,
  );
}

export const EnrolmentCodeRow = z.object({
  codeId: z.string(),
  code: z.string().nullable(),
  institutionId: z.string(),
  officerId: z.string(),
  expiresAt: z.number(),
  usedAt: z.number().nullable(),
  wrongProofs: z.number(),
});
export type EnrolmentCodeRow = z.infer<typeof EnrolmentCodeRow>;

const codeColumns = `code_id AS "codeId", code, institution_id AS "institutionId", officer_id AS "officerId",
  expires_at AS "expiresAt", used_at AS "usedAt", wrong_proofs AS "wrongProofs"`;

export async function addEnrolmentCode(
  connection: Connection,
  row: Pick<EnrolmentCodeRow, "codeId" | "institutionId" | "officerId" | "expiresAt"> & { readonly code: string },
): Promise<void> {
  await connection.run(
    `INSERT INTO enrolment_code (code_id, code, institution_id, officer_id, expires_at)
     VALUES ($1, $2, $3, $4, to_timestamp($5 / 1000.0))`,
    [row.codeId, row.code, row.institutionId, row.officerId, row.expiresAt],
  );
}

/** Locked for the transaction, so that two tablets with one code come one after the other. */
export async function readEnrolmentCode(connection: Connection, codeId: string): Promise<EnrolmentCodeRow | null> {
  const [found] = await connection.rows(
    EnrolmentCodeRow,
    `SELECT ${codeColumns} FROM enrolment_code WHERE code_id = $1 FOR UPDATE`,
    [codeId],
  );
  return found ?? null;
}

/** Codes that can still enrol a tablet, newest last. */
export function readOpenCodes(connection: Connection, nowMs: number): Promise<readonly EnrolmentCodeRow[]> {
  return connection.rows(
    EnrolmentCodeRow,
    `SELECT ${codeColumns} FROM enrolment_code WHERE used_at IS NULL AND expires_at > to_timestamp($1 / 1000.0)
     ORDER BY officer_id, expires_at`,
    [nowMs],
  );
}

export async function markCodeUsed(connection: Connection, codeId: string, atMs: number): Promise<void> {
  await connection.run("UPDATE enrolment_code SET used_at = to_timestamp($2 / 1000.0) WHERE code_id = $1", [
    codeId,
    atMs,
  ]);
}

/** A second tablet held a code that was used: an alarm for a person. */
export async function markCodeUsedAgain(connection: Connection, codeId: string, atMs: number): Promise<void> {
  await connection.run("UPDATE enrolment_code SET used_again_at = to_timestamp($2 / 1000.0) WHERE code_id = $1", [
    codeId,
    atMs,
  ]);
}

export async function countWrongProof(connection: Connection, codeId: string): Promise<void> {
  await connection.run("UPDATE enrolment_code SET wrong_proofs = wrong_proofs + 1 WHERE code_id = $1", [codeId]);
}

export const Device = z.object({
  sourceId: z.string(),
  institutionId: z.string(),
  officerId: z.string(),
  codeId: z.string(),
  devKid: z.string(),
  devJwk: PublicJwk,
  offKid: z.string(),
  offJwk: PublicJwk,
  comparison: z.string(),
  enrolledAt: z.number(),
  revoked: z.enum(["lost", "returned", "replaced"]).nullable(),
  /** 1 to 99999, of this tablet alone: the middle of its certificate numbers. */
  certificateSeries: z.number(),
});
export type Device = z.infer<typeof Device>;

const deviceColumns = `source_id AS "sourceId", institution_id AS "institutionId", officer_id AS "officerId",
  code_id AS "codeId", dev_kid AS "devKid", dev_jwk AS "devJwk", off_kid AS "offKid", off_jwk AS "offJwk", comparison,
  enrolled_at AS "enrolledAt", revoked, certificate_series AS "certificateSeries"`;

export async function addDevice(
  connection: Connection,
  device: Omit<Device, "revoked" | "certificateSeries"> & { readonly tab: string; readonly escrow: EscrowBox },
): Promise<void> {
  await connection.run(
    `INSERT INTO device (source_id, institution_id, officer_id, code_id, dev_kid, dev_jwk, off_kid, off_jwk, tab, escrow,
       comparison, enrolled_at)
     VALUES ($1, $2, $3, $4, $5, $6::text::jsonb, $7, $8::text::jsonb, $9, $10::text::jsonb, $11, to_timestamp($12 / 1000.0))`,
    [
      device.sourceId,
      device.institutionId,
      device.officerId,
      device.codeId,
      device.devKid,
      JSON.stringify(device.devJwk),
      device.offKid,
      JSON.stringify(device.offJwk),
      device.tab,
      JSON.stringify(device.escrow),
      device.comparison,
      device.enrolledAt,
    ],
  );
}

async function readDeviceWhere(connection: Connection, condition: string, value: string): Promise<Device | null> {
  const [found] = await connection.rows(Device, `SELECT ${deviceColumns} FROM device WHERE ${condition} = $1`, [value]);
  return found ?? null;
}

export const readDevice = (connection: Connection, sourceId: string): Promise<Device | null> =>
  readDeviceWhere(connection, "source_id", sourceId);

/** By the thumbprint of the device key or of the officer key. */
export const readDeviceByKey = (
  connection: Connection,
  key: "dev_kid" | "off_kid",
  kid: string,
): Promise<Device | null> => readDeviceWhere(connection, key, kid);

export function readDevices(connection: Connection): Promise<readonly Device[]> {
  return connection.rows(Device, `SELECT ${deviceColumns} FROM device ORDER BY enrolled_at`);
}
