// From payload lines to batches that continue the chain. Runs under the Web Lock `seal`; numbers and links are used once,
// because the very transaction that keeps the batches checks them again.
import {
  currentSealKey,
  newId,
  sealBatch,
  verifyKeyDocument,
  type EscrowBox,
  type KeyDocument,
  type SealRecipient,
  type SendMark,
  type SigningKey,
} from "#protocol";
import type { PayloadLine } from "#fieldwork";
import { err, ok, type Result } from "#questionnaire";
import {
  createChain,
  createDeviceKeyStore,
  createIdentityStore,
  createJournal,
  createKeyDocumentStore,
  createSendingStore,
  type SealedBatchRow,
} from "#storage";
import { isClockJump, type ChainLink, type OutboxEntry, type StorageError, type TimeToken } from "#sync";
import type { EnrolledFacts } from "./enrolled-facts.ts";
import type { SealError } from "./errors.ts";
import type { TabletHost } from "./host.ts";

export const sealLockName = "seal";

/** Names what the payload lines are; the opener knows it. */
const payloadSchema = "sanaq-payload/1";

interface SealJob {
  readonly kind: OutboxEntry["kind"];
  readonly lines: readonly PayloadLine[];
  readonly forms: OutboxEntry["forms"];
  readonly listRev: number | null;
  readonly escrow?: EscrowBox;
}

/** What stays the same for all batches sealed in one go. */
interface SealSetting {
  readonly facts: EnrolledFacts;
  readonly device: SigningKey;
  readonly officer: SigningKey;
  readonly recipient: SealRecipient;
  readonly time: TimeToken | null;
}

/** A batch to be written, and what an acceptance code for it is checked with: the one lies in clear, the other must not. */
export interface MadeBatch {
  readonly row: SealedBatchRow;
  readonly secret: string;
}

export interface Sealer {
  /** The jobs as batches after the present head of the chain, in their order. */
  readonly seal: (
    facts: EnrolledFacts,
    officer: SigningKey,
    jobs: readonly SealJob[],
  ) => Promise<Result<readonly MadeBatch[], StorageError | SealError>>;
  /** The same from settings at hand: at enrolment nothing is stored yet. */
  readonly sealAfter: (
    head: ChainLink | null,
    setting: SealSetting,
    jobs: readonly SealJob[],
  ) => Promise<Result<readonly MadeBatch[], SealError>>;
}

/** One per program start: the marks' monotonic clock is counted from here. */
export function createSealer(host: TabletHost): Sealer {
  const { clock, random, database } = host;
  const run = newId(random);
  const started = { wallMs: clock.nowMs(), monotonicMs: clock.monotonicMs() };
  const journal = createJournal(database);
  let hasJumped = false;
  const identityStore = createIdentityStore(database);
  const keyStore = createKeyDocumentStore(database);
  const deviceStore = createDeviceKeyStore(database);
  const sendingStore = createSendingStore(database);
  const chain = createChain(database);

  const markNow = (time: TimeToken | null): SendMark => {
    const now = { wallMs: clock.nowMs(), monotonicMs: clock.monotonicMs() };
    if (!hasJumped && isClockJump(started, now)) {
      hasJumped = true;
      // Advisory: a seal does not fail for the journal's sake.
      void journal.writeJournal({ atMs: now.wallMs, type: "clock-jump" });
    }
    return {
      w: now.wallMs,
      off: clock.offsetMinutes(),
      mono: Math.max(0, now.monotonicMs - started.monotonicMs),
      run,
      srv: time === null ? null : { at: time.atMs, w: time.tabletAtMs, rtt: time.rttMs, jti: time.jti },
      skew: now.wallMs < earliestClockMs ? "unset" : hasJumped ? "jump" : "ok",
    };
  };

  const sealAfter: Sealer["sealAfter"] = async (head, setting, jobs) => {
    const made: MadeBatch[] = [];
    let last = head;
    for (const job of jobs) {
      const mark = markNow(setting.time);
      const { enrolled } = setting.facts;
      const sealed = await sealBatch({
        header: {
          col: enrolled.col,
          dev: enrolled.dev,
          inst: enrolled.inst.id,
          off: enrolled.officer.id,
          schema: payloadSchema,
        },
        seq: (last?.seq ?? 0) + 1,
        prev: last?.link ?? null,
        lines: job.lines,
        ...(job.escrow === undefined ? {} : { escrow: job.escrow }),
        recipient: setting.recipient.recipient,
        sealId: setting.recipient.id,
        device: setting.device,
        officer: setting.officer,
        mark,
        release: host.release,
        random,
      });
      if (!sealed.ok) return err({ type: "seal-failed", code: sealed.error.type });
      const { manifest, bytes, bid, sha, len, link, secret } = sealed.value;
      const entry: OutboxEntry = {
        seq: manifest.seq,
        bid,
        sha,
        len,
        link,
        kind: job.kind,
        forms: job.forms,
        listRev: job.listRev,
        fileBytes: bytes.length,
        sealedAtMs: mark.w,
        sealedOffsetMinutes: mark.off,
        state: "sealed",
        exportedAtMs: null,
        receipts: [],
        refusedByCollector: null,
      };
      made.push({ row: { entry, file: bytes, prev: manifest.prev }, secret });
      last = { seq: manifest.seq, link };
    }
    return ok(made);
  };

  const readDocument = async (): Promise<Result<KeyDocument | null, StorageError>> => {
    const identity = await identityStore.readIdentity();
    if (!identity.ok) return identity;
    const keys = await keyStore.readKeys();
    if (!keys.ok) return keys;
    if (identity.value === null || keys.value === null) return ok(null);
    const document = await verifyKeyDocument(keys.value.jws, identity.value.rootThumbprint, keys.value.n);
    return ok(document.ok ? document.value : null);
  };

  return {
    sealAfter,
    seal: async (facts, officer, jobs) => {
      const document = await readDocument();
      if (!document.ok) return document;
      const device = await deviceStore.readDeviceKey();
      if (!device.ok) return device;
      const sending = await sendingStore.readSending();
      if (!sending.ok) return sending;
      const head = await chain.readHead();
      if (!head.ok) return head;
      if (document.value === null || device.value === null) return err({ type: "no-seal-key" });
      const { time } = sending.value;
      const recipient = sealKeyFor(document.value, clock.nowMs(), time);
      if (recipient === null) return err({ type: "no-seal-key" });
      return sealAfter(head.value, { facts, device: device.value, officer, recipient, time }, jobs);
    },
  };
}

const earliestClockMs = Date.UTC(2021, 0, 1);

/**
 * The seal key by the tablet's clock or, where that is wrong, by the last server time: a form that is finished must not
 * wait for a clock. The opener judges by its own.
 */
export function sealKeyFor(document: KeyDocument, nowMs: number, time: TimeToken | null): SealRecipient | null {
  const byTablet = currentSealKey(document, nowMs);
  return byTablet ?? (time === null ? null : currentSealKey(document, time.atMs));
}
