// Taking one batch, whichever way it came: check what needs no secret, make the bytes durable, commit, and only then
// sign. A copy gets the receipt of the first; a conflict is kept and quarantined; nothing is thrown away.
// Implements SY30, SY39–SY41.
import { err, ok, type Result } from "#questionnaire";
import {
  chainReach,
  judgeArrival,
  msToInstant,
  signReceipt,
  verifyBatchEnvelope,
  type KeyLookup,
  type ProtocolRefusal,
  type Receipt,
  type SigningKey,
  type VerifiedBatch,
} from "#protocol";
import type { Database } from "../store/database.ts";
import { ingestBatch, keepStoredReceipt, readBatch, readBatches, withDeviceLock } from "../store/batch-store.ts";
import { readDevice } from "../store/device-store.ts";
import type { Spool } from "./spool.ts";

export interface BatchDesk {
  readonly database: Database;
  readonly spool: Spool;
  readonly col: string;
  readonly receiptKey: SigningKey;
  readonly deviceKeys: KeyLookup;
  readonly nowMs: () => number;
}

export interface TakenBatch {
  readonly receipt: string;
  readonly isNew: boolean;
  readonly sourceId: string;
  readonly seq: number;
  /** Set where the batch is kept, but a person has to look. */
  readonly conflict: ProtocolRefusal | null;
}

export type TakeRefusal = ProtocolRefusal | { readonly type: "disk-full" };

export async function takeBatch(
  desk: BatchDesk,
  bytes: Uint8Array,
  via: "vpn" | "usb",
): Promise<Result<TakenBatch, TakeRefusal>> {
  const envelope = await verifyBatchEnvelope(bytes, desk.deviceKeys, desk.col);
  if (!envelope.ok) return envelope;
  if (!(await desk.spool.hasRoom())) return err({ type: "disk-full" });
  const { manifest, link } = envelope.value;
  const file = await desk.spool.write(manifest.dev, `${manifest.bid}-${link.slice(0, 12)}`, bytes);
  const { isNew, conflict } = await store(desk, envelope.value, file, via);
  const stored = await readBatch(desk.database, manifest.dev, link);
  if (stored === null) throw new Error("a committed batch is not there");
  const receipt =
    stored.storedReceipt ?? (await signFirstReceipt(desk, envelope.value, stored.via, stored.state, stored.why));
  return ok({ receipt, isNew, sourceId: manifest.dev, seq: manifest.seq, conflict });
}

async function store(
  desk: BatchDesk,
  { manifest, link }: VerifiedBatch,
  file: string,
  via: "vpn" | "usb",
): Promise<{ readonly isNew: boolean; readonly conflict: ProtocolRefusal | null }> {
  return withDeviceLock(desk.database, manifest.dev, async (connection) => {
    const arrival = judgeArrival({ ...manifest, link }, await readBatches(connection, manifest.dev));
    const device = await readDevice(connection, manifest.dev);
    const isRevoked = device !== null && device.revoked !== null;
    const conflict = arrival.kind === "conflict" ? arrival.error : isRevoked ? ({ type: "revoked" } as const) : null;
    const isNew = await ingestBatch(connection, {
      sourceId: manifest.dev,
      bid: manifest.bid,
      sha: manifest.sha,
      link,
      seq: manifest.seq,
      prev: manifest.prev,
      len: manifest.len,
      file,
      via,
      receivedAt: desk.nowMs(),
      state: conflict === null ? "stored" : "quarantined",
      why: conflict?.type ?? null,
    });
    return { isNew, conflict: arrival.kind === "copy" ? null : conflict };
  });
}

async function signFirstReceipt(
  desk: BatchDesk,
  { manifest, link }: VerifiedBatch,
  via: "vpn" | "usb",
  state: string,
  why: string | null,
): Promise<string> {
  const reach = chainReach(await readBatches(desk.database, manifest.dev));
  const receipt: Receipt = {
    v: 1,
    col: manifest.col,
    dev: manifest.dev,
    bid: manifest.bid,
    seq: manifest.seq,
    sha: manifest.sha,
    len: manifest.len,
    st: state === "quarantined" ? "quarantined" : "stored",
    via,
    at: msToInstant(desk.nowMs()),
    have: reach.have,
    head: reach.head,
    gaps: [...reach.gaps],
    ...(state === "quarantined" && why !== null ? { why } : {}),
  };
  const signed = await signReceipt(receipt, desk.receiptKey);
  return keepStoredReceipt(desk.database, { sourceId: manifest.dev, link }, signed);
}
