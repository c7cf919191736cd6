// The transport over fetch, which is handed in: the worker and the service worker share this file, and this room stays
// without a network of its own. No cookies, no redirects, no caches, no referrer (protocol.md 4.5).
import { err, ok, type Result } from "#questionnaire";
import type { TransportError } from "./errors.ts";
import type { Transport, TransportAnswer, TransportRequest } from "./ports.ts";

/** The longest answer that is read; the collector's own are far shorter. */
export const answerBytesLimit = 64 * 1024;

interface BodyReader {
  readonly read: () => Promise<{ readonly done: boolean; readonly value?: Uint8Array | undefined }>;
  readonly cancel: () => Promise<void>;
}

/** As much of a fetch answer as is read here. */
export interface FetchedAnswer {
  readonly status: number;
  readonly headers: { readonly get: (name: string) => string | null };
  readonly body: { readonly getReader: () => BodyReader } | null;
}

export interface FetchOptions<Signal> {
  readonly method: "GET" | "POST";
  readonly headers: Record<string, string>;
  readonly body: string | Uint8Array<ArrayBuffer> | null;
  readonly credentials: "omit";
  readonly redirect: "error";
  readonly cache: "no-store";
  readonly referrerPolicy: "no-referrer";
  readonly signal: Signal;
}

/** The browser's own functions; `timeoutSignal` aborts with an error named TimeoutError. */
export interface FetchHost<Signal> {
  readonly fetch: (path: string, options: FetchOptions<Signal>) => Promise<FetchedAnswer>;
  readonly timeoutSignal: (ms: number) => Signal;
}

/** A transport to the page's own origin. Failures become values; it never throws for the network's sake. */
export function createFetchTransport<Signal>(host: FetchHost<Signal>): Transport {
  return { send: async (request) => send(host, request) };
}

async function send<Signal>(
  host: FetchHost<Signal>,
  request: TransportRequest,
): Promise<Result<TransportAnswer, TransportError>> {
  try {
    const answer = await host.fetch(request.path, {
      method: request.method,
      headers: request.body === null ? {} : { "content-type": request.body.contentType },
      body: request.body === null ? null : toBody(request.body.content),
      credentials: "omit",
      redirect: "error",
      cache: "no-store",
      referrerPolicy: "no-referrer",
      signal: host.timeoutSignal(request.timeoutMs),
    });
    const body = await readBody(answer);
    if (body === null) return err({ type: "answer-too-long" });
    return ok({ status: answer.status, body, retryAfterMs: parseRetryAfter(answer.headers.get("retry-after")) });
  } catch (cause) {
    const isTimeout = cause instanceof Error && cause.name === "TimeoutError";
    return err({ type: isTimeout ? "server-timeout" : "unreachable-server" });
  }
}

/** Fetch takes no view on a shared buffer; bytes of ours never lie in one, the copy is for the compiler and the odd case. */
function toBody(content: string | Uint8Array): string | Uint8Array<ArrayBuffer> {
  return typeof content === "string" ? content : new Uint8Array(content);
}

/** The body as text, or null above the limit. Every answer of the collector is ASCII; other bytes become other letters, and no signature survives that. */
async function readBody(answer: FetchedAnswer): Promise<string | null> {
  const reader = answer.body?.getReader();
  if (reader === undefined) return "";
  const parts: string[] = [];
  let bytes = 0;
  for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
    const value = chunk.value ?? new Uint8Array();
    bytes += value.length;
    if (bytes > answerBytesLimit) {
      await reader.cancel();
      return null;
    }
    for (let from = 0; from < value.length; from += 4096) {
      parts.push(String.fromCharCode(...value.subarray(from, from + 4096)));
    }
  }
  return parts.join("");
}

/** Seconds only: the collector never sends a date. */
function parseRetryAfter(header: string | null): number | null {
  return header !== null && /^\d{1,6}$/.test(header) ? Number(header) * 1000 : null;
}
