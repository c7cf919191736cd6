// Records between memory and disk: encrypted under the data key, bound to their id and schema number.
import { decryptRecord, encryptRecord, type Random } from "#protocol";
import type { EncryptedRecord } from "#storage";
import { RecordContent, recordVersion, type OpenRecord } from "./record.ts";

/** One bucket and one store for now; both names are part of what the ciphertext is bound to. */
function placeOf(id: string, v: number) {
  return { bucket: "default", store: "records", id, v };
}

export async function closeRecords(
  dataKey: CryptoKey,
  records: readonly OpenRecord[],
  random: Random,
): Promise<readonly EncryptedRecord[]> {
  return Promise.all(
    records.map(async ({ id, content }) => ({
      id,
      v: recordVersion,
      ...(await encryptRecord(dataKey, placeOf(id, recordVersion), content, random)),
    })),
  );
}

export interface OpenedRecords {
  readonly records: readonly OpenRecord[];
  /** Those that did not decrypt, or whose content is not of a shape this release reads. They are kept as they are. */
  readonly damaged: number;
  /** Those written by a newer release. */
  readonly newer: number;
}

/** Opens all records; one that cannot be opened stops none of the others. */
export async function openRecords(
  dataKey: CryptoKey,
  encrypted: readonly EncryptedRecord[],
  onOpened: () => void = () => undefined,
): Promise<OpenedRecords> {
  const opened = await Promise.all(encrypted.map(async (record) => openRecord(dataKey, record).finally(onOpened)));
  return {
    records: opened.filter((one) => typeof one === "object"),
    damaged: opened.filter((one) => one === "damaged").length,
    newer: opened.filter((one) => one === "newer").length,
  };
}

async function openRecord(dataKey: CryptoKey, record: EncryptedRecord): Promise<OpenRecord | "damaged" | "newer"> {
  if (record.v > recordVersion) return "newer";
  const plain = await decryptRecord(dataKey, placeOf(record.id, record.v), {
    iv: new Uint8Array(record.iv),
    ct: new Uint8Array(record.ct),
  });
  if (!plain.ok) return "damaged";
  const content = RecordContent.safeParse(plain.value);
  return content.success ? { id: record.id, content: content.data } : "damaged";
}
