// One record of a tablet under the data key: JSON padded to 512 bytes, so that its length says little, and bound to its
// place, so that two records cannot change places. Implements SY57, SY58.
import { err, ok, type Result } from "#questionnaire";
import { bytesToText, textToBytes, type Bytes, type Random } from "../bytes.ts";
import type { ProtocolRefusal } from "../errors.ts";

/** Where a record lies. Any other place, or another schema number, and it does not open. */
export interface RecordPlace {
  readonly bucket: string;
  readonly store: string;
  readonly id: string;
  /** The schema number of what is inside. */
  readonly v: number;
}

export interface EncryptedRecord {
  /** New at each write. */
  readonly iv: Bytes;
  readonly ct: Bytes;
}

const blockBytes = 512;

/** Encrypts a JSON value for its place. */
export async function encryptRecord(
  dataKey: CryptoKey,
  place: RecordPlace,
  value: unknown,
  random: Random,
): Promise<EncryptedRecord> {
  const json = textToBytes(JSON.stringify(value));
  const padded = new Uint8Array(Math.ceil(json.length / blockBytes) * blockBytes).fill(0x20);
  padded.set(json);
  const iv = new Uint8Array(random(12));
  return { iv, ct: new Uint8Array(await crypto.subtle.encrypt(gcm(iv, place), dataKey, padded)) };
}

/** The JSON value as it was given, still to be parsed; `record-damaged` for another key, another place or changed bytes. */
export async function decryptRecord(
  dataKey: CryptoKey,
  place: RecordPlace,
  record: EncryptedRecord,
): Promise<Result<unknown, ProtocolRefusal>> {
  try {
    const padded = await crypto.subtle.decrypt(gcm(record.iv, place), dataKey, record.ct);
    return ok(JSON.parse(bytesToText(new Uint8Array(padded)) ?? ""));
  } catch {
    return err({ type: "record-damaged" });
  }
}

function gcm(iv: Bytes, { bucket, store, id, v }: RecordPlace): AesGcmParams {
  return { name: "AES-GCM", iv, additionalData: textToBytes(`census/rec/1|${bucket}|${store}|${id}|${v}`) };
}
