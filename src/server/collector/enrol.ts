// Binding a tablet to an officer and an institution: the code is used in the same transaction that makes the device.
// An answer that was lost on the way can be asked for again by the same keys.
import { err, ok, type Result } from "#questionnaire";
import {
  comparisonDigits,
  msToInstant,
  newId,
  signEnrolled,
  verifyEnrolRequest,
  type Enrolled,
  type ProtocolRefusal,
  type Random,
  type SigningKey,
  type VerifiedEnrolRequest,
} from "#protocol";
import type { CollectionWindows } from "#census";
import type { CollectionKeys } from "../registry/key-files.ts";
import type { Connection, Database } from "../store/database.ts";
import {
  addDevice,
  countWrongProof,
  markCodeUsed,
  markCodeUsedAgain,
  readDevice,
  readDeviceByKey,
  readEnrolmentCode,
  readInstitution,
  type Device,
  type EnrolmentCodeRow,
} from "../store/device-store.ts";

export interface EnrolDesk {
  readonly database: Database;
  readonly collection: CollectionKeys;
  readonly receiptKey: SigningKey;
  readonly windows: CollectionWindows;
  /** Null where the collection names none. */
  readonly departmentPhone: string | null;
  readonly isKnownHello: (jti: string) => boolean;
  readonly nowMs: () => number;
  readonly random: Random;
}

/** After so many wrong proofs for one code it is spent: somebody is guessing. */
const wrongProofsAllowed = 10;

export async function enrolDevice(desk: EnrolDesk, jws: string): Promise<Result<string, ProtocolRefusal>> {
  return desk.database.transaction(async (connection) => {
    let row: EnrolmentCodeRow | null = null;
    const check = {
      nowMs: desk.nowMs(),
      isKnownHello: desk.isKnownHello,
      codeOf: async (codeId: string) => {
        row = await readEnrolmentCode(connection, codeId);
        if (row === null || row.code === null || row.wrongProofs >= wrongProofsAllowed) return null;
        return { code: row.code, expiresAtMs: row.expiresAt, isUsed: row.usedAt !== null };
      },
    };
    const verified = await verifyEnrolRequest(jws, check);
    // Assigned inside a callback, which the compiler does not follow.
    const found = row as EnrolmentCodeRow | null;
    if (!verified.ok) return refuse(desk, connection, jws, found, verified.error);
    if (found === null) return err({ type: "enrol-code-unknown" });
    // A tablet's keys belong to one enrolment; with a new code come new keys.
    const { devKid, offKid } = verified.value;
    const isKnownKey =
      (await readDeviceByKey(connection, "dev_kid", devKid)) ?? (await readDeviceByKey(connection, "off_kid", offKid));
    if (isKnownKey !== null) return err({ type: "enrol-proof-bad" });
    const device = await createDevice(desk, connection, found, verified.value);
    return answer(desk, connection, device, verified.value.request.n);
  });
}

async function refuse(
  desk: EnrolDesk,
  connection: Connection,
  jws: string,
  row: EnrolmentCodeRow | null,
  error: ProtocolRefusal,
): Promise<Result<string, ProtocolRefusal>> {
  if (row === null) return err(error);
  if (error.type === "enrol-mac-wrong") await countWrongProof(connection, row.codeId);
  if (error.type !== "enrol-code-used") return err(error);
  // The proof held. The same keys ask because the first answer was lost; other keys are a second tablet.
  const again = await verifyEnrolRequest(jws, {
    nowMs: desk.nowMs(),
    isKnownHello: desk.isKnownHello,
    codeOf: () => ({ code: row.code ?? "", expiresAtMs: row.expiresAt, isUsed: false }),
  });
  if (!again.ok) return err(error);
  const device = await readDeviceByKey(connection, "dev_kid", again.value.devKid);
  if (device !== null && device.offKid === again.value.offKid && device.codeId === row.codeId) {
    return answer(desk, connection, device, again.value.request.n);
  }
  await markCodeUsedAgain(connection, row.codeId, desk.nowMs());
  return err(error);
}

async function createDevice(
  desk: EnrolDesk,
  connection: Connection,
  row: EnrolmentCodeRow,
  { request, devKid, offKid }: VerifiedEnrolRequest,
): Promise<Device> {
  const sourceId = newId(desk.random);
  await addDevice(connection, {
    sourceId,
    institutionId: row.institutionId,
    officerId: row.officerId,
    codeId: row.codeId,
    devKid,
    devJwk: request.dev,
    offKid,
    offJwk: request.off,
    comparison: await comparisonDigits(devKid, offKid, desk.collection.rootThumbprint),
    enrolledAt: desk.nowMs(),
    tab: request.tab,
    escrow: request.esc,
  });
  await markCodeUsed(connection, row.codeId, desk.nowMs());
  const device = await readDevice(connection, sourceId);
  if (device === null) throw new Error("a device that was added is not there");
  return device;
}

async function answer(
  desk: EnrolDesk,
  connection: Connection,
  device: Device,
  nonce: string,
): Promise<Result<string, ProtocolRefusal>> {
  const institution = await readInstitution(connection, device.institutionId);
  if (institution === null) throw new Error("a device of no institution");
  const enrolled: Enrolled = {
    v: 1,
    col: desk.collection.col,
    dev: device.sourceId,
    devKid: device.devKid,
    offKid: device.offKid,
    n: nonce,
    at: msToInstant(desk.nowMs()),
    inst: {
      id: institution.id,
      kind: institution.kind,
      kato: institution.kato,
      name: { kk: institution.nameKk, ru: institution.nameRu },
      protectedMode: institution.isProtected,
      ...(institution.headcountPlaces === null ? {} : { headcountPlaces: institution.headcountPlaces }),
    },
    officer: { id: device.officerId },
    collectionWindows: desk.windows,
    policy: {
      certificateSeries: device.certificateSeries,
      ...(desk.departmentPhone === null ? {} : { departmentPhone: desk.departmentPhone }),
    },
    keysN: desk.collection.keysN,
  };
  return ok(await signEnrolled(enrolled, desk.receiptKey));
}
