// What one exchange with the collector works on, and the conversation's opening: the signed hello. A tablet sends
// nothing to a server that has not answered its own nonce under a key of its collection.
import { newId, verifyHello, verifyKeyDocument, type KeyDocument, type Random, type SigningKey } from "#protocol";
import { err, ok, type Result } from "#questionnaire";
import { askForJson, askForText, helloTimeoutMs, postJson } from "./ask-collector.ts";
import type { PushProblem, StorageError } from "./errors.ts";
import type {
  Chain,
  Clock,
  DeviceKeyStore,
  IdentityStore,
  KeyDocumentStore,
  Locks,
  Outbox,
  SendingStore,
  TabletIdentity,
  Transport,
} from "./ports.ts";

/** Everything an exchange touches. `onChange` is called after each durable change of the outbox. */
export interface ExchangePorts {
  readonly identity: IdentityStore;
  readonly deviceKey: DeviceKeyStore;
  readonly keys: KeyDocumentStore;
  readonly outbox: Outbox;
  readonly chain: Chain;
  readonly sending: SendingStore;
  readonly transport: Transport;
  readonly locks: Locks;
  readonly clock: Clock;
  readonly random: Random;
  readonly onChange: () => void;
}

/** Who speaks, with what is known of the other side. */
export interface Speaker {
  readonly identity: TabletIdentity;
  readonly device: SigningKey;
  readonly document: KeyDocument;
}

export async function readSpeaker(
  ports: Pick<ExchangePorts, "identity" | "deviceKey" | "keys">,
): Promise<Result<Speaker, StorageError | { readonly type: "not-enrolled" }>> {
  const identity = await ports.identity.readIdentity();
  if (!identity.ok) return identity;
  const device = await ports.deviceKey.readDeviceKey();
  if (!device.ok) return device;
  const keys = await ports.keys.readKeys();
  if (!keys.ok) return keys;
  if (identity.value === null || device.value === null || keys.value === null) return err({ type: "not-enrolled" });
  const document = await verifyKeyDocument(keys.value.jws, identity.value.rootThumbprint, keys.value.n);
  // What this tablet verified before it stored it cannot fail now unless the storage was changed by hand.
  if (!document.ok) return err({ type: "storage-aborted" });
  return ok({ identity: identity.value, device: device.value, document: document.value });
}

/** An opened conversation under the key document that is valid for it; polls name its hello. */
export interface Conversation extends Speaker {
  readonly helloId: string;
}

/**
 * Says hello, verifies the answer, keeps its time, and fetches the key document when the server has a newer one. A hello
 * signed by a key that is not known yet is judged again under the newer document.
 */
export async function sayHello(ports: ExchangePorts, speaker: Speaker): Promise<Result<Conversation, PushProblem>> {
  const { identity } = speaker;
  const nonce = newId(ports.random);
  const sentAtMs = ports.clock.monotonicMs();
  const question = postJson("/v1/hello", { n: nonce, dev: identity.dev }, helloTimeoutMs);
  const answer = await askForJson(ports.transport, question);
  const rttMs = Math.max(0, ports.clock.monotonicMs() - sentAtMs);
  if (!answer.ok) return err(refusalToProblem(answer.error));
  const jws = answer.value["hello"];
  if (typeof jws !== "string") return err({ type: "not-the-collector" });

  const tabletAtMs = ports.clock.nowMs();
  let { document } = speaker;
  let hello = await verifyHello(jws, { document, nonce, dev: identity.dev });
  if (!hello.ok && hello.error.type === "kid-unknown") {
    const newer = await fetchKeys(ports, speaker);
    if (!newer.ok) return newer;
    document = newer.value;
    hello = await verifyHello(jws, { document, nonce, dev: identity.dev });
  }
  if (!hello.ok) return err({ type: "hello-refused", code: hello.error.type });
  if (hello.value.keysN > document.n) {
    const newer = await fetchKeys(ports, { ...speaker, document });
    if (!newer.ok) return newer;
    document = newer.value;
  }
  const kept = await ports.sending.writeSending({
    lastContactAtMs: tabletAtMs,
    time: { atMs: hello.value.at, jti: hello.value.jti, tabletAtMs, rttMs },
    // Silence about the device takes nothing back.
    ...(hello.value.dev === undefined ? {} : { isRevoked: hello.value.dev.revoked !== null }),
  });
  return kept.ok ? ok({ ...speaker, document, helloId: hello.value.jti }) : kept;
}

async function fetchKeys(ports: ExchangePorts, speaker: Speaker): Promise<Result<KeyDocument, PushProblem>> {
  const answer = await askForText(ports.transport, {
    method: "GET",
    path: "/v1/keys",
    body: null,
    timeoutMs: helloTimeoutMs,
  });
  if (!answer.ok) return err(refusalToProblem(answer.error));
  const document = await verifyKeyDocument(answer.value, speaker.identity.rootThumbprint, speaker.document.n);
  if (!document.ok) return err({ type: "hello-refused", code: document.error.type });
  const kept = await ports.keys.writeKeys(answer.value, document.value.n);
  return kept.ok ? document : kept;
}

/** A refusal of something that carries no batch: the code is for the screen, the conversation is over. */
export function refusalToProblem(
  error: PushProblem | { readonly type: "refused"; readonly code: string },
): PushProblem {
  return error.type === "refused" ? { type: "hello-refused", code: error.code } : error;
}
