// Draining the outbox (protocol.md 4.5): alone under the lock, hello first, batches by rising seq, each receipt verified
// and written before the next batch goes. Any doubt stops it; what is not acknowledged stays and is tried again. The
// officer's pause is looked at before the hello with what belongs to it, each batch and each poll: what is on its way
// arrives, and nothing new is begun.
// Needs no secret but the device key, so it works while the tablet is locked.
import { msToInstant, signPoll } from "#protocol";
import { err, ok, type Result } from "#questionnaire";
import { askForJson, batchTimeoutMs, helloTimeoutMs, postJson } from "./ask-collector.ts";
import { backOffMs } from "./back-off.ts";
import type { PushProblem, StorageError } from "./errors.ts";
import { readSpeaker, refusalToProblem, sayHello, type Conversation, type ExchangePorts } from "./exchange.ts";
import { isOnlyHere, isOpen, type OutboxEntry } from "./outbox.ts";
import { readPause } from "./pause.ts";
import type { PushReport } from "./push-report.ts";
import { takeReceipt, type TakenLine } from "./take-receipt.ts";

export const pushLockName = "outbox-push";

export interface PushLimits {
  /** After so long no new request is begun: a service worker is ended soon after. */
  readonly deadlineMs: number;
}

interface Tally {
  sent: number;
  accepted: number;
}

/** One push. Never throws for what the network or the server does; a second one at the same time is `busy`. */
export async function pushOutbox(ports: ExchangePorts, limits: PushLimits): Promise<PushReport> {
  const turn = await ports.locks.runIfFree(pushLockName, async () => pushAlone(ports, limits));
  if (turn !== "busy") return turn.ran;
  const sending = await ports.sending.readSending();
  return {
    outcome: "busy",
    sent: 0,
    accepted: 0,
    left: await countOnlyHere(ports),
    problem: null,
    nextAttemptAtMs: sending.ok ? sending.value.nextAttemptAtMs : null,
  };
}

/** Why no more requests are made: the pause is on, until then at the latest. */
interface Paused {
  readonly type: "paused";
  readonly untilMs: number;
  /** What the collector would not take before that. */
  readonly refusal: PushProblem | null;
}

async function pushAlone(ports: ExchangePorts, { deadlineMs }: PushLimits): Promise<PushReport> {
  const tally: Tally = { sent: 0, accepted: 0 };
  const paused = await seePause(ports);
  // A push that begins in a pause is no attempt: nothing of it is written down.
  if (paused?.type === "paused") return reportPause(ports, tally, paused);
  const endsAtMs = ports.clock.monotonicMs() + deadlineMs;
  const end = paused ?? (await exchange(ports, endsAtMs, tally));
  if (end?.type === "paused") {
    await recordPause(ports, tally, end.refusal);
    ports.onChange();
    return reportPause(ports, tally, end);
  }
  const nextAttemptAtMs = await recordAttempt(ports, tally, end);
  const left = await countOnlyHere(ports);
  if (tally.sent + tally.accepted > 0 || end !== null) ports.onChange();
  return { outcome: end === null ? "done" : "stopped", ...tally, left, problem: end, nextAttemptAtMs };
}

/** Null = nothing holds sending back. */
async function seePause(ports: ExchangePorts): Promise<Paused | StorageError | null> {
  const untilMs = await readPause(ports);
  if (!untilMs.ok) return untilMs.error;
  return untilMs.value === null ? null : { type: "paused", untilMs: untilMs.value, refusal: null };
}

async function reportPause(ports: ExchangePorts, tally: Tally, { untilMs, refusal }: Paused): Promise<PushReport> {
  const left = await countOnlyHere(ports);
  return { outcome: "paused", ...tally, left, problem: refusal, nextAttemptAtMs: untilMs };
}

/** Null = everything that could be done was done. */
async function exchange(ports: ExchangePorts, endsAtMs: number, tally: Tally): Promise<PushProblem | Paused | null> {
  const speaker = await readSpeaker(ports);
  if (!speaker.ok) return speaker.error;
  const open = await readOpen(ports);
  if (!open.ok) return open.error;
  if (open.value.length === 0) return null;
  const conversation = await sayHello(ports, speaker.value);
  if (!conversation.ok) return conversation.error;

  let refusal: PushProblem | null = null;
  for (const entry of open.value.filter(isOnlyHere)) {
    const problem = (await seePause(ports)) ?? (await sendBatch(ports, conversation.value, entry, endsAtMs, tally));
    // Bytes that the collector calls wrong are the matter of this batch; the next one may be right.
    if (problem?.type === "batch-refused") refusal ??= problem;
    else if (problem !== null) return withRefusal(problem, refusal);
  }
  const problem = await pollReceipts(ports, conversation.value, endsAtMs, tally);
  return problem === null ? refusal : withRefusal(problem, refusal);
}

/** A pause is no answer to what was refused before it. */
function withRefusal(end: PushProblem | Paused, refusal: PushProblem | null): PushProblem | Paused {
  return end.type === "paused" ? { ...end, refusal } : end;
}

async function sendBatch(
  ports: ExchangePorts,
  conversation: Conversation,
  entry: OutboxEntry,
  endsAtMs: number,
  tally: Tally,
): Promise<PushProblem | null> {
  const { seq } = entry;
  const file = await ports.outbox.readFile(seq);
  if (!file.ok) return file.error;
  if (file.value === null) return { type: "batch-refused", seq, code: "batch-unknown" };
  const leftMs = endsAtMs - ports.clock.monotonicMs();
  if (leftMs <= 0) return { type: "deadline" };
  const answer = await askForJson(ports.transport, {
    method: "POST",
    path: "/v1/batches",
    body: { contentType: "application/vnd.census.batch", content: file.value },
    timeoutMs: Math.min(batchTimeoutMs, leftMs),
  });
  let receipt: unknown = null;
  if (answer.ok) receipt = answer.value["receipt"];
  else if (answer.error.type !== "refused") return answer.error;
  else if (answer.error.receipt !== null) receipt = answer.error.receipt;
  else return noteRefusal(ports, seq, answer.error.code);
  if (typeof receipt !== "string") return { type: "not-the-collector" };
  const taken = await takeReceipt(ports, receipt, conversation.document, conversation.identity.dev);
  if (!taken.ok) return taken.error;
  // A true receipt of another batch proves nothing for this one.
  if (taken.value.seq !== seq) return { type: "receipt-refused", code: "batch-unknown" };
  tally.sent += 1;
  tally.accepted += countAccepted(taken.value);
  ports.onChange();
  return null;
}

async function noteRefusal(ports: ExchangePorts, seq: number, code: string): Promise<PushProblem> {
  const refusedByCollector = { code, atMs: ports.clock.nowMs() };
  const kept = await ports.outbox.updateEntries([seq], (entry) => ({ ...entry, refusedByCollector }));
  return kept.ok ? { type: "batch-refused", seq, code } : kept.error;
}

/** More answers than a tablet's whole work can fill: a server that never says less is not waited for. */
const pollsLimit = 40;

/** Asks for the word on everything that is not decided, page by page: an answer holds only as many receipts as fit it. */
async function pollReceipts(
  ports: ExchangePorts,
  conversation: Conversation,
  endsAtMs: number,
  tally: Tally,
): Promise<PushProblem | Paused | null> {
  const open = await readOpen(ports);
  if (!open.ok) return open.error;
  const waiting = open.value.filter((entry) => !isOnlyHere(entry));
  const [oldest] = waiting;
  const last = waiting.at(-1)?.seq ?? 0;
  let have = (oldest?.seq ?? 1) - 1;
  for (let polls = 0; have < last && polls < pollsLimit; polls += 1) {
    const paused = await seePause(ports);
    if (paused !== null) return paused;
    if (ports.clock.monotonicMs() >= endsAtMs) return { type: "deadline" };
    const page = await pollAfter(ports, conversation, have, tally);
    if (!page.ok) return page.error;
    if (page.value <= have) return null;
    have = page.value;
  }
  return null;
}

/** One answer's receipts; the value is the highest number it spoke of. Lines that prove nothing are passed over: each is checked by itself. */
async function pollAfter(
  ports: ExchangePorts,
  { identity, device, document, helloId }: Conversation,
  have: number,
  tally: Tally,
): Promise<Result<number, PushProblem>> {
  const iat = msToInstant(ports.clock.nowMs());
  const poll = await signPoll({ dev: identity.dev, have, n: helloId, iat }, device);
  const answer = await askForJson(ports.transport, postJson("/v1/receipts", { poll }, helloTimeoutMs));
  if (!answer.ok) return err(refusalToProblem(answer.error));
  const { receipts } = answer.value;
  if (!Array.isArray(receipts)) return err({ type: "not-the-collector" });
  let highest = 0;
  for (const jws of receipts) {
    if (typeof jws !== "string") continue;
    const taken = await takeReceipt(ports, jws, document, identity.dev);
    if (taken.ok) {
      tally.accepted += countAccepted(taken.value);
      highest = Math.max(highest, taken.value.seq ?? 0);
    } else if (taken.error.type !== "receipt-refused") return err(taken.error);
  }
  return ok(highest);
}

function countAccepted({ moved }: TakenLine): number {
  return moved.filter(({ state }) => state === "accepted").length;
}

async function readOpen(ports: ExchangePorts): Promise<Result<readonly OutboxEntry[], StorageError>> {
  const entries = await ports.outbox.readEntries();
  return entries.ok ? ok(entries.value.filter(isOpen)) : entries;
}

/** Writes down how it went and when to try again: null when nothing is open. Progress starts the back-off anew. */
async function recordAttempt(ports: ExchangePorts, tally: Tally, problem: PushProblem | null): Promise<number | null> {
  const nowMs = ports.clock.nowMs();
  const open = await readOpen(ports);
  const sending = await ports.sending.readSending();
  const before = sending.ok ? sending.value.attemptsInARow : 0;
  const isAnythingOpen = !open.ok || open.value.length > 0;
  const attempts = tally.sent + tally.accepted === 0 ? before + 1 : problem === null ? 0 : 1;
  const restMs = problem?.type === "try-later" ? problem.retryAfterMs : null;
  const nextAttemptAtMs = isAnythingOpen ? nowMs + backOffMs(attempts, ports.random, restMs) : null;
  // Where even this cannot be written, the report still says what happened.
  await ports.sending.writeSending({
    lastAttemptAtMs: nowMs,
    attemptsInARow: isAnythingOpen ? attempts : 0,
    nextAttemptAtMs,
    problem,
  });
  return nextAttemptAtMs;
}

/** A pause is no failure: nothing is counted against the next try, which comes as soon as the pause is over. */
async function recordPause(ports: ExchangePorts, tally: Tally, refusal: PushProblem | null): Promise<void> {
  const nowMs = ports.clock.nowMs();
  await ports.sending.writeSending({
    lastAttemptAtMs: nowMs,
    nextAttemptAtMs: nowMs,
    problem: refusal,
    ...(tally.sent + tally.accepted > 0 ? { attemptsInARow: 0 } : {}),
  });
}

async function countOnlyHere(ports: ExchangePorts): Promise<number> {
  const entries = await ports.outbox.readEntries();
  return entries.ok ? entries.value.filter(isOnlyHere).length : 0;
}
