// Binding this tablet to an officer and an institution (protocol.md 4.8). The link's fingerprint decides before any key
// is made; the keys live in memory until the officer has typed the unlock code back and the Department has answered.
import {
  buildEnrolRequest,
  comparisonDigits,
  generateDataKey,
  generateSealKey,
  generateSigningKey,
  generateUnlockCode,
  newId,
  parseEnrolmentLink,
  parseUnlockCode,
  sealEscrow,
  verifyEnrolled,
  verifyHello,
  verifyKeyDocument,
  type Enrolled,
  type EnrolmentLink,
  type EscrowBox,
  type Hello,
  type KeyDocument,
  type SealKeyPair,
  type SigningKey,
} from "#protocol";
import { err, ok, type Result } from "#questionnaire";
import { createIdentityStore, createSealedWork } from "#storage";
import {
  askForJson,
  askForText,
  helloTimeoutMs,
  postJson,
  type CollectorRefusal,
  type ConnectionError,
  type TimeToken,
} from "#sync";
import { institutionOf, type EnrolledFacts } from "./enrolled-facts.ts";
import type { EnrolmentError } from "./errors.ts";
import type { TabletHost } from "./host.ts";
import { closeRecords } from "./record-cipher.ts";
import { sealKeyFor, type Sealer } from "./sealing.ts";
import type { Session } from "./session.ts";
import type { EnrolledSummary, EnrolmentOffer } from "./status-view.ts";
import { createVault, openVault, type VaultContent } from "./vault.ts";

const enrolTimeoutMs = 30_000;

/** What lies in memory between the offer and the typed code. */
interface PendingEnrolment {
  readonly link: EnrolmentLink;
  readonly document: { readonly jws: string; readonly value: KeyDocument };
  readonly device: SigningKey;
  readonly officer: SigningKey;
  readonly tab: SealKeyPair;
  readonly dataKey: CryptoKey;
  readonly escrow: EscrowBox;
  readonly unlockCode: string;
  readonly digits: string;
}

export interface Enrolment {
  readonly start: (link: string) => Promise<Result<EnrolmentOffer, EnrolmentError>>;
  readonly confirm: (typedCode: string) => Promise<Result<EnrolledSummary, EnrolmentError>>;
}

export function createEnrolment(host: TabletHost, session: Session, sealer: Sealer): Enrolment {
  const identities = createIdentityStore(host.database);
  const work = createSealedWork(host.database);
  let pending: PendingEnrolment | null = null;

  const start: Enrolment["start"] = async (text) => {
    pending = null;
    const identity = await identities.readIdentity();
    if (!identity.ok) return identity;
    if (identity.value !== null) return err({ type: "already-enrolled" });
    const link = parseEnrolmentLink(text);
    if (!link.ok) return err({ type: "enrolment-link-malformed" });
    const { host: linkHost, rootThumbprint, expiresAtS } = link.value;
    if (linkHost !== host.pageHost) return err({ type: "enrolment-link-other-host", host: linkHost });
    const document = await fetchDocument(host, rootThumbprint);
    if (!document.ok) return document;
    const hello = await askHello(host, document.value.value);
    if (!hello.ok) return hello;
    // By the server's signed clock: the tablet's own may be unset on the day it is handed over.
    const expiredAtMs = expiresAtS * 1000;
    if (hello.value.hello.at >= expiredAtMs) return err({ type: "enrolment-link-expired", expiredAtMs });
    const made = await makeKeys(host, link.value, document.value);
    if (!made.ok) return made;
    pending = made.value;
    return ok({ unlockCode: pending.unlockCode, host: linkHost, comparisonDigits: pending.digits });
  };

  const confirm: Enrolment["confirm"] = async (typedCode) => {
    if (pending === null) return err({ type: "enrolment-not-started" });
    const offered = pending;
    if (parseUnlockCode(typedCode) !== offered.unlockCode) return err({ type: "typed-code-differs" });
    const answered = await askToEnrol(host, offered);
    if (!answered.ok) return answered;
    const { enrolled, time } = answered.value;
    const facts: EnrolledFacts = {
      enrolled,
      enrolledAtMs: host.clock.nowMs(),
      tabIdentity: offered.tab.identity,
    };
    const recipient = sealKeyFor(offered.document.value, host.clock.nowMs(), time);
    if (recipient === null) return err({ type: "keys-refused", code: "key-not-valid-now" });
    const { device, officer } = offered;
    const sealed = await sealer.sealAfter(null, { facts, device, officer, recipient, time }, [
      { kind: "test", lines: [], forms: [], listRev: null, escrow: offered.escrow },
    ]);
    const made = sealed.ok ? sealed.value[0] : undefined;
    if (made === undefined) {
      const code = !sealed.ok && sealed.error.type === "seal-failed" ? sealed.error.code : "key-not-valid-now";
      return err({ type: "keys-refused", code });
    }
    const vault = await createVault(
      { code: offered.unlockCode, dataKey: offered.dataKey, officer, comparisonDigits: offered.digits },
      host.derive,
      host.random,
    );
    const written = await work.commitEnrolment({
      identity: { col: enrolled.col, dev: enrolled.dev, rootThumbprint: offered.link.rootThumbprint },
      keys: { jws: offered.document.jws, n: offered.document.value.n },
      deviceKey: device,
      vault,
      records: await closeRecords(
        offered.dataKey,
        [
          { id: newId(host.random), content: { typ: "enrolled", facts } },
          { id: newId(host.random), content: { typ: "batch-secret", seq: made.row.entry.seq, secret: made.secret } },
        ],
        host.random,
      ),
      testBatch: made.row,
    });
    if (!written.ok) {
      return err(written.error.type === "chain-moved" ? { type: "already-enrolled" } : written.error);
    }
    pending = null;
    const opened = await openSession(vault, offered.unlockCode);
    if (!opened.ok) return opened;
    return ok({
      institution: institutionOf(facts),
      officerId: enrolled.officer.id,
      officerName: enrolled.officer.name ?? null,
      comparisonDigits: offered.digits,
      testBatchSeq: made.row.entry.seq,
    });
  };

  /** Through the vault as it was stored: what works now works after the next start. */
  const openSession = async (vault: VaultContent, code: string): Promise<Result<true, EnrolmentError>> => {
    const keys = await openVault(vault, code, host.derive);
    if (!keys.ok) throw new Error("the vault that was just made does not open");
    const opened = await session.open(keys.value);
    if (opened.ok) return opened;
    const { error } = opened;
    if (error.type === "vault-damaged") throw new Error("the record that was just written does not open");
    return err(error);
  };

  return { start, confirm };
}

async function makeKeys(
  host: TabletHost,
  link: EnrolmentLink,
  document: PendingEnrolment["document"],
): Promise<Result<PendingEnrolment, EnrolmentError>> {
  const device = await generateSigningKey("dev", { extractable: false });
  const officer = await generateSigningKey("off", { extractable: true });
  const dataKey = await generateDataKey();
  const escrow = await sealEscrow({ deviceKid: device.kid, epoch: 0, dataKey }, document.value.esc);
  if (!escrow.ok) return err({ type: "keys-refused", code: escrow.error.type });
  return ok({
    link,
    document,
    device,
    officer,
    tab: await generateSealKey(),
    dataKey,
    escrow: escrow.value,
    unlockCode: generateUnlockCode(host.random),
    digits: await comparisonDigits(device.kid, officer.kid, link.rootThumbprint),
  });
}

async function fetchDocument(
  host: TabletHost,
  rootThumbprint: string,
): Promise<Result<PendingEnrolment["document"], EnrolmentError>> {
  const answer = await askForText(host.transport, {
    method: "GET",
    path: "/v1/keys",
    body: null,
    timeoutMs: helloTimeoutMs,
  });
  if (!answer.ok) return err(toEnrolmentError(answer.error));
  const document = await verifyKeyDocument(answer.value, rootThumbprint, 0);
  if (document.ok) return ok({ jws: answer.value, value: document.value });
  switch (document.error.type) {
    case "fingerprint-mismatch":
      return err({ type: "fingerprint-differs" });
    case "jws-malformed":
      return err({ type: "not-the-collector" });
    default:
      return err({ type: "keys-refused", code: document.error.type });
  }
}

async function askHello(
  host: TabletHost,
  document: KeyDocument,
): Promise<Result<{ readonly hello: Hello; readonly time: TimeToken }, EnrolmentError>> {
  const nonce = newId(host.random);
  const sentAtMs = host.clock.monotonicMs();
  const answer = await askForJson(host.transport, postJson("/v1/hello", { n: nonce }, helloTimeoutMs));
  const rttMs = Math.max(0, host.clock.monotonicMs() - sentAtMs);
  if (!answer.ok) return err(toEnrolmentError(answer.error));
  const jws = answer.value["hello"];
  if (typeof jws !== "string") return err({ type: "not-the-collector" });
  const hello = await verifyHello(jws, { document, nonce });
  if (!hello.ok) return err({ type: "enrolment-answer-refused", code: hello.error.type });
  const { at, jti } = hello.value;
  return ok({ hello: hello.value, time: { atMs: at, jti, tabletAtMs: host.clock.nowMs(), rttMs } });
}

/** A fresh hello and the request with it; the keys stay the same however often it is asked, so a lost answer costs nothing. */
async function askToEnrol(
  host: TabletHost,
  offered: PendingEnrolment,
): Promise<Result<{ readonly enrolled: Enrolled; readonly time: TimeToken }, EnrolmentError>> {
  const document = offered.document.value;
  const hello = await askHello(host, document);
  if (!hello.ok) return hello;
  const { device, officer } = offered;
  const nonce = hello.value.hello.jti;
  const request = await buildEnrolRequest({
    code: offered.link.code,
    device,
    officer,
    tab: offered.tab.recipient,
    esc: offered.escrow,
    nonce,
  });
  const answer = await askForJson(host.transport, postJson("/v1/enrol", { enrol: request }, enrolTimeoutMs));
  if (!answer.ok) return err(toEnrolmentError(answer.error));
  const jws = answer.value["enrolled"];
  if (typeof jws !== "string") return err({ type: "not-the-collector" });
  const enrolled = await verifyEnrolled(jws, { document, devKid: device.kid, offKid: officer.kid, nonce });
  if (!enrolled.ok) return err({ type: "enrolment-answer-refused", code: enrolled.error.type });
  return ok({ enrolled: enrolled.value, time: hello.value.time });
}

function toEnrolmentError(error: ConnectionError | CollectorRefusal): EnrolmentError {
  return error.type === "refused" ? { type: "enrolment-refused", code: error.code } : error;
}
