// A Department in memory, made of #protocol's own functions: it signs real hellos, receipts and enrolments, keeps the
// bytes it was given and opens them when told. Beside it a network that can lose, repeat and falsify answers.
import {
  bytesToBase64Url,
  chainReach,
  formatEnrolmentLink,
  generateSealKey,
  generateSigningKey,
  httpStatusOf,
  importVerifyKey,
  judgeArrival,
  msToInstant,
  newId,
  openBatch,
  signEnrolled,
  signHello,
  signKeyDocument,
  signReceipt,
  verifyBatchEnvelope,
  verifyEnrolRequest,
  verifyPoll,
  type ChainedBatch,
  type Enrolled,
  type KeyDocument,
  type OpenedBatch,
  type ProtocolErrorCode,
  type Random,
  type Receipt,
  type SigningKey,
  type VerifyKey,
} from "#protocol";
import { err, ok, type Result } from "#questionnaire";
import type { Clock, Transport, TransportAnswer, TransportError, TransportRequest } from "#sync";

type Answer = Result<TransportAnswer, TransportError>;

/** Stands between tablet and collector for one request; `real` asks the collector. */
export type Fault = (request: TransportRequest, real: () => Promise<Answer>) => Promise<Answer>;

interface StoredBatch extends ChainedBatch {
  readonly dev: string;
  readonly len: number;
  readonly bytes: Uint8Array;
  copies: number;
  /** In the order they were signed. */
  readonly receipts: string[];
}

interface EnrolledTablet {
  readonly dev: string;
  readonly device: VerifyKey;
  readonly officer: VerifyKey;
}

export interface TestCollector {
  readonly transport: Transport;
  /** Paths that were asked, in order. */
  readonly asked: string[];
  /** Taken from the front, one for each request; none left = the plain way. */
  readonly faults: Fault[];
  readonly stored: readonly StoredBatch[];
  readonly link: () => string;
  readonly rootThumbprint: string;
  readonly receiptKey: SigningKey;
  readonly openerKey: SigningKey;
  readonly document: () => KeyDocument;
  /** Opens everything that has no decision yet; `judge` may refuse a batch or single forms of it. */
  readonly openAll: (
    judge?: (batch: OpenedBatch) => Partial<Pick<Receipt, "st" | "n" | "errs" | "why">>,
  ) => Promise<readonly OpenedBatch[]>;
  /** Signs a receipt of the stored batch with this number, changed as told. */
  readonly receiptOf: (seq: number, change?: Partial<Receipt>, key?: SigningKey) => Promise<string>;
  /** New receipt key in a new key document, signed by the same root. */
  readonly rotateReceiptKey: () => Promise<void>;
  readonly revoke: () => void;
}

export interface CollectorOptions {
  readonly clock: Clock;
  readonly random: Random;
  readonly institutionKind?: string;
  /** As the Department sets it at enrolment. */
  readonly policy?: Enrolled["policy"];
  readonly host?: string;
  readonly receiptsPerAnswer?: number;
}

const col = "kz2021-test";

/** A day on each side of any test's clock, and more. */
const validity = { from: "2020-01-01T00:00:00.000Z", to: "2040-01-01T00:00:00.000Z" };

export async function createTestCollector(options: CollectorOptions): Promise<TestCollector> {
  const { clock, random } = options;
  const host = options.host ?? "127.0.0.1:8080";
  const root = await generateSigningKey("root", { extractable: true });
  let receiptKey = await generateSigningKey("rcpt", { extractable: true });
  const openerKey = await generateSigningKey("open", { extractable: true });
  const seal = await generateSealKey();
  const escrow = await generateSealKey();
  const code = bytesToBase64Url(random(16));
  const expiresAtS = Math.floor(clock.nowMs() / 1000) + 86_400;
  const helloIds = new Set<string>();
  const tablets: EnrolledTablet[] = [];
  const stored: StoredBatch[] = [];
  const faults: Fault[] = [];
  const asked: string[] = [];
  let isRevoked = false;

  const documentOf = (n: number): KeyDocument => ({
    v: 1,
    n,
    col,
    root: root.jwk,
    ...validity,
    rcpt: [{ kid: receiptKey.kid, jwk: receiptKey.jwk, ...validity }],
    open: [{ kid: openerKey.kid, jwk: openerKey.jwk, ...validity }],
    seal: [{ id: "seal-1", recipient: seal.recipient, ...validity }],
    esc: { id: "esc-1", recipient: escrow.recipient },
    revoked: [],
    minAlg: ["Ed25519", "ES256"],
  });
  let document = documentOf(1);
  let documentJws = await signKeyDocument(document, root);

  const deviceKeys = (kid: string): VerifyKey | null =>
    tablets.find(({ device }) => device.kid === kid)?.device ?? null;
  const officerKeys = (kid: string): VerifyKey | null =>
    tablets.find(({ officer }) => officer.kid === kid)?.officer ?? null;

  const receiptOf: TestCollector["receiptOf"] = async (seq, change = {}, key) => {
    const batch = stored.find((one) => one.seq === seq);
    if (batch === undefined) throw new Error(`no batch ${seq} is stored`);
    return receiptFor(batch, change, key);
  };

  const receiptFor = async (batch: StoredBatch, change: Partial<Receipt>, key?: SigningKey): Promise<string> => {
    const { have, head, gaps } = chainReach(stored.filter(({ dev }) => dev === batch.dev));
    const receipt: Receipt = {
      v: 1,
      col,
      dev: batch.dev,
      bid: batch.bid,
      seq: batch.seq,
      sha: batch.sha,
      len: batch.len,
      st: "stored",
      via: "vpn",
      at: msToInstant(clock.nowMs()),
      have,
      head,
      gaps: [...gaps],
      ...change,
    };
    return signReceipt(receipt, key ?? (receipt.st === "stored" ? receiptKey : openerKey));
  };

  const hello = async (body: { n: string; dev?: string }): Promise<Answer> => {
    const jti = newId(random);
    helloIds.add(jti);
    const isKnown = body.dev !== undefined && tablets.some(({ dev }) => dev === body.dev);
    const jws = await signHello(
      {
        n: body.n,
        col,
        at: clock.nowMs(),
        jti,
        keysN: document.n,
        ...(isKnown && body.dev !== undefined
          ? { dev: { id: body.dev, revoked: isRevoked ? ("lost" as const) : null } }
          : {}),
      },
      receiptKey,
    );
    return json(200, { hello: jws });
  };

  const enrol = async (body: { enrol: string }): Promise<Answer> => {
    const isUsed = tablets.length > 0;
    const verified = await verifyEnrolRequest(body.enrol, {
      codeOf: () => ({ code, expiresAtMs: expiresAtS * 1000, isUsed: false }),
      isKnownHello: (jti) => helloIds.has(jti),
      nowMs: clock.nowMs(),
    });
    if (!verified.ok) return refuse(verified.error.type);
    const { request, devKid, offKid } = verified.value;
    const known = tablets.find(({ device, officer }) => device.kid === devKid && officer.kid === offKid);
    if (known === undefined && isUsed) return refuse("enrol-code-used");
    const dev = known?.dev ?? newId(random);
    if (known === undefined) {
      const device = await importVerifyKey(request.dev, "dev", dev);
      const officer = await importVerifyKey(request.off, "off", dev);
      if (!device.ok || !officer.ok) return refuse("keys-invalid");
      tablets.push({ dev, device: device.value, officer: officer.value });
    }
    const enrolled = await signEnrolled(
      {
        v: 1,
        col,
        dev,
        devKid,
        offKid,
        n: request.n,
        at: msToInstant(clock.nowMs()),
        inst: {
          id: "inst-7",
          kind: options.institutionKind ?? "I-03",
          kato: "431010000",
          name: { kk: "№ 3 балалар үйі", ru: "Детский дом № 3" },
          protectedMode: false,
        },
        officer: { id: "officer-7", name: "Сынақова Айгүл" },
        collectionWindows: {},
        policy: options.policy ?? {},
        keysN: document.n,
      },
      receiptKey,
    );
    return json(200, { enrolled });
  };

  const takeBatch = async (bytes: Uint8Array): Promise<Answer> => {
    const envelope = await verifyBatchEnvelope(bytes, deviceKeys, col);
    if (!envelope.ok) return refuse(envelope.error.type);
    const { manifest, link } = envelope.value;
    const { dev, seq, prev, bid, sha, len } = manifest;
    const own = stored.filter((one) => one.dev === dev);
    const verdict = judgeArrival({ seq, prev, bid, sha, link }, own);
    const known = own.find((one) => one.bid === bid && one.sha === sha);
    if (known !== undefined) {
      known.copies += 1;
      return json(200, { receipt: known.receipts[0] });
    }
    const batch: StoredBatch = { dev, seq, prev, bid, sha, len, link, bytes, copies: 1, receipts: [] };
    stored.push(batch);
    const st = verdict.kind === "conflict" || isRevoked ? "quarantined" : "stored";
    batch.receipts.push(await receiptFor(batch, { st }, receiptKey));
    return json(201, { receipt: batch.receipts[0] });
  };

  const poll = async (body: { poll: string }): Promise<Answer> => {
    const verified = await verifyPoll(body.poll, deviceKeys, (jti) => helloIds.has(jti));
    if (!verified.ok) return refuse(verified.error.type);
    const { dev, have } = verified.value;
    const receipts = stored
      .filter((one) => one.dev === dev && one.seq > have)
      .toSorted((a, b) => a.seq - b.seq)
      .flatMap((one) => one.receipts.slice(-1));
    return json(200, { receipts: receipts.slice(0, options.receiptsPerAnswer ?? 60), downlinks: [] });
  };

  const answer = async ({ path, body }: TransportRequest): Promise<Answer> => {
    const content = body?.content ?? "";
    if (path === "/v1/keys") return ok({ status: 200, body: `${documentJws}\n`, retryAfterMs: null });
    if (path === "/v1/batches") return takeBatch(content instanceof Uint8Array ? content : new Uint8Array());
    const parsed = JSON.parse(typeof content === "string" ? content : "{}");
    if (path === "/v1/hello") return hello(parsed);
    if (path === "/v1/enrol") return enrol(parsed);
    if (path === "/v1/receipts") return poll(parsed);
    return ok({ status: 404, body: "", retryAfterMs: null });
  };

  return {
    transport: {
      send: async (request) => {
        asked.push(request.path);
        const fault = faults.shift();
        return fault === undefined ? answer(request) : fault(request, async () => answer(request));
      },
    },
    asked,
    faults,
    stored,
    link: () => formatEnrolmentLink({ origin: `http://${host}`, rootThumbprint: root.kid, code, expiresAtS }),
    rootThumbprint: root.kid,
    receiptKey,
    openerKey,
    document: () => document,
    receiptOf,
    openAll: async (judge = () => ({})) => {
      const opened: OpenedBatch[] = [];
      for (const batch of stored) {
        if (batch.receipts.length > 1) continue;
        const content = await openBatch(batch.bytes, {
          col,
          deviceKeys,
          officerKeys,
          identityOf: (id) => (id === "seal-1" ? seal.identity : null),
          enrolmentOf: () => ({ inst: "inst-7", off: "officer-7" }),
          isSchemaKnown: (schema) => schema === "sanaq-payload/1",
        });
        if (!content.ok || content.value === null) {
          batch.receipts.push(
            await receiptFor(batch, { st: "refused", why: content.ok ? "not-mine" : content.error.type }),
          );
          continue;
        }
        opened.push(content.value);
        const good = content.value.lines.filter(({ parsed }) => parsed.ok).length;
        const n = { ok: good, bad: content.value.lines.length - good };
        batch.receipts.push(await receiptFor(batch, { st: "accepted", n, ...judge(content.value) }));
      }
      return opened;
    },
    rotateReceiptKey: async () => {
      receiptKey = await generateSigningKey("rcpt", { extractable: true });
      document = documentOf(document.n + 1);
      documentJws = await signKeyDocument(document, root);
    },
    revoke: () => {
      isRevoked = true;
    },
  };
}

function json(status: number, body: object): Answer {
  return ok({ status, body: JSON.stringify(body), retryAfterMs: null });
}

function refuse(type: ProtocolErrorCode): Answer {
  const status = type === "form-invalid" ? 400 : httpStatusOf({ type });
  return json(status, { error: { type } });
}

/** Faults by name. */
export const network = {
  down: (async () => err({ type: "unreachable-server" })) satisfies Fault,
  silent: (async () => err({ type: "server-timeout" })) satisfies Fault,
  /** The collector did all of it, and the answer is lost. */
  loseAnswer: (async (_request, real) => {
    await real();
    return err({ type: "unreachable-server" });
  }) satisfies Fault,
  /** A captive portal: 200, and a page to log in. */
  portal: (async () =>
    ok({ status: 200, body: "<!doctype html><title>Wi-Fi</title>", retryAfterMs: null })) satisfies Fault,
  badGateway: (async () => ok({ status: 502, body: "<html>Bad Gateway</html>", retryAfterMs: null })) satisfies Fault,
  tooMany: (async () => ok({ status: 429, body: "{}", retryAfterMs: 90_000 })) satisfies Fault,
  pass: (async (_request, real) => real()) satisfies Fault,
} as const;
