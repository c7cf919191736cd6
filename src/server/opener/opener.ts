// Takes stored batches one by one, has them opened, writes what they hold and decides them in one transaction, and signs
// the decision before it commits: whoever reads the row has the receipt. Several openers may run: rows are locked.
import { windowStateAt, type CollectionWindows } from "#census";
import type { FormLine, PayloadLine } from "#fieldwork";
import { chainReach, instantToMs, msToInstant, signReceipt, type Receipt } from "#protocol";
import type { Spool } from "../collector/spool.ts";
import type { OpenerKeys } from "../registry/key-files.ts";
import { decideBatch, readBatches, takeBatchToOpen, type StoredBatch } from "../store/batch-store.ts";
import { writeForm, writeListHead, writeListLine, writeOutcome, type Origin } from "../store/census-store.ts";
import type { Connection, Database } from "../store/database.ts";
import { readDevice, type Device } from "../store/device-store.ts";
import type { InstrumentTexts } from "../registry/form-questionnaire.ts";
import type { LineError, Opening } from "./opening.ts";
import type { OpeningWorker } from "./opening-worker.ts";

export interface OpenerFacts {
  readonly database: Database;
  readonly spool: Pick<Spool, "read">;
  readonly col: string;
  readonly keys: OpenerKeys;
  readonly sealIds: readonly string[];
  readonly windows: CollectionWindows;
  readonly worker: OpeningWorker;
  /** The questionnaires installed now; asked for each time the opener sets to work. */
  readonly instruments: () => Promise<readonly InstrumentTexts[]>;
  /** Batches with a form of a version that is not here, by link, with the versions that were: opened again only when those change. */
  readonly waiting: Map<string, string>;
  readonly nowMs: () => number;
  /** A batch could not be decided now; it stays stored. */
  readonly onFailure: (error: unknown) => void;
}

/** Opens until nothing waits; returns how many were decided. */
export async function openWaiting(facts: OpenerFacts): Promise<number> {
  let decided = 0;
  // A batch that cannot be written down now is left for the next look and holds up no other.
  const instruments = await facts.instruments();
  const here = versionsHere(instruments);
  const leftAside = new Set([...facts.waiting].flatMap(([link, versions]) => (versions === here ? [link] : [])));
  for (;;) {
    const step = await openNext(facts, instruments, leftAside);
    if (step === "nothing") return decided;
    if (step === "decided") decided += 1;
  }
}

function versionsHere(instruments: readonly InstrumentTexts[]): string {
  return instruments
    .map(({ sha }) => sha)
    .toSorted((a, b) => (a < b ? -1 : 1))
    .join(" ");
}

/** For the log: a questionnaire has to be installed before the batch can be decided. */
class InstrumentMissing extends Error {
  override readonly name = "InstrumentMissing";
}

async function openNext(
  facts: OpenerFacts,
  instruments: readonly InstrumentTexts[],
  leftAside: Set<string>,
): Promise<"decided" | "left" | "nothing"> {
  let taken: string | null = null;
  try {
    return await facts.database.transaction((connection) =>
      openOne(facts, connection, instruments, leftAside, (link) => (taken = link)),
    );
  } catch (failure) {
    if (taken === null) throw failure;
    leftAside.add(taken);
    facts.onFailure(failure);
    return "left";
  }
}

async function openOne(
  facts: OpenerFacts,
  connection: Connection,
  instruments: readonly InstrumentTexts[],
  leftAside: Set<string>,
  onTaken: (link: string) => void,
): Promise<"decided" | "left" | "nothing"> {
  const batch = await takeBatchToOpen(connection, [...leftAside]);
  if (batch === null) return "nothing";
  onTaken(batch.link);
  const device = await readDevice(connection, batch.sourceId);
  if (device === null) throw new Error("a stored batch of no device");
  const opening = await facts.worker.open({
    bytes: await facts.spool.read(batch.file),
    col: facts.col,
    device,
    identitiesBySealId: identities(facts),
    instruments,
  });
  // Sealed to a key that is not here, it waits for the opener that has it; of a version that is not here, for the version.
  if (opening.type === "not-ours" || opening.type === "instrument-unknown") {
    leftAside.add(batch.link);
    if (opening.type === "instrument-unknown") {
      facts.waiting.set(batch.link, versionsHere(instruments));
      facts.onFailure(new InstrumentMissing());
    }
    return "left";
  }
  facts.waiting.delete(batch.link);
  await decide(facts, connection, batch, device, opening);
  return "decided";
}

function identities({ keys, sealIds }: OpenerFacts): Readonly<Record<string, string>> {
  const held = sealIds.map((id) => [id, keys.identityOf(id)] as const);
  return Object.fromEntries(held.filter((pair): pair is readonly [string, string] => pair[1] !== null));
}

async function decide(
  facts: OpenerFacts,
  connection: Connection,
  batch: StoredBatch,
  device: Device,
  opening: Exclude<Opening, { readonly type: "not-ours" | "instrument-unknown" }>,
): Promise<void> {
  const atMs = facts.nowMs();
  if (opening.type === "refused") {
    const why = opening.code;
    return signAndDecide(facts, connection, batch, { state: "refused", why, atMs, errors: [], linesOk: 0, code: null });
  }
  const origin: Origin = {
    sourceId: batch.sourceId,
    bid: batch.bid,
    institutionId: device.institutionId,
    officerId: device.officerId,
  };
  for (const line of opening.lines) {
    await writeLine(connection, origin, line);
  }
  const errors: LineError[] = [...opening.errors];
  for (const { line, contentSha } of opening.forms) {
    const isLate = windowStateAt(facts.windows, "interviewing", line.finishedAtMs) !== "open";
    const written = await writeForm(connection, origin, line, { contentSha, acceptedAtMs: atMs, isLate });
    if (written === "rev-conflict") errors.push({ id: line.id, rev: line.rev, code: "rev-conflict" });
  }
  const linesBad = errors.length;
  const linesOk = opening.lines.length + opening.forms.length - (linesBad - opening.errors.length);
  // Good lines of a batch count whatever the others are; a batch without a good one is refused.
  const state = linesOk === 0 && linesBad > 0 ? "refused" : "accepted";
  return signAndDecide(facts, connection, batch, {
    state,
    why: state === "refused" ? "form-invalid" : null,
    atMs,
    errors,
    linesOk,
    // A tablet that hears "accepted" must not miss a refusal: where there is one, only the receipt speaks.
    code: linesBad === 0 ? opening.acceptanceCode : null,
  });
}

function writeLine(connection: Connection, origin: Origin, line: Exclude<PayloadLine, FormLine>): Promise<void> {
  switch (line.typ) {
    case "list-head":
      return writeListHead(connection, origin, line);
    case "list-line":
      return writeListLine(connection, origin, line);
    case "outcome":
      return writeOutcome(connection, origin, line);
  }
}

/** A receipt is at most 8 kB; the count beside them is of all. */
const errorsShown = 40;

interface Verdict {
  readonly state: "accepted" | "refused";
  readonly why: string | null;
  readonly atMs: number;
  readonly errors: readonly LineError[];
  readonly linesOk: number;
  /** The acceptance code. */
  readonly code: string | null;
}

async function signAndDecide(
  facts: OpenerFacts,
  connection: Connection,
  batch: StoredBatch,
  verdict: Verdict,
): Promise<void> {
  const reach = chainReach(await readBatches(connection, batch.sourceId));
  const receipt: Receipt = {
    v: 1,
    col: facts.col,
    dev: batch.sourceId,
    bid: batch.bid,
    seq: batch.seq,
    sha: batch.sha,
    len: batch.len,
    st: verdict.state,
    via: batch.via,
    at: msToInstant(verdict.atMs),
    have: reach.have,
    head: reach.head,
    gaps: [...reach.gaps],
    n: { ok: verdict.linesOk, bad: verdict.errors.length },
    ...(verdict.errors.length > 0 ? { errs: verdict.errors.slice(0, errorsShown).map((error) => ({ ...error })) } : {}),
    ...(verdict.why === null ? {} : { why: verdict.why }),
  };
  await decideBatch(connection, batch, {
    state: verdict.state,
    why: verdict.why,
    receipt: await signReceipt(receipt, facts.keys.open),
    atMs: instantToMs(receipt.at),
    linesOk: verdict.linesOk,
    linesBad: verdict.errors.length,
    acceptanceCode: verdict.code,
  });
}
