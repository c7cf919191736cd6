// One question to the collector and what its answer is worth. A status and some JSON prove nothing: whatever counts is
// signed and verified by the caller. Here only the kinds of failure are told apart.
import { isProtocolErrorCode } from "#protocol";
import { err, ok, type Result } from "#questionnaire";
import type { ConnectionError } from "./errors.ts";
import type { Transport, TransportAnswer, TransportRequest } from "./ports.ts";

/** The collector's own refusal: 4xx with a code of the protocol. Unsigned, so it moves no state; it is shown and retried. */
export interface CollectorRefusal {
  readonly type: "refused";
  readonly status: number;
  readonly code: string;
  /** A conflict (409) is stored all the same and may come with its receipt, which is signed and counts like any other. */
  readonly receipt: string | null;
}

export const helloTimeoutMs = 8000;
export const batchTimeoutMs = 120_000;
const restWhenLimitedMs = 60_000;

/** The JSON object of a 200 or 201, or why there is none. */
export async function askForJson(
  transport: Transport,
  request: TransportRequest,
): Promise<Result<Readonly<Record<string, unknown>>, ConnectionError | CollectorRefusal>> {
  const answer = await ask(transport, request);
  if (!answer.ok) return answer;
  const object = parseObject(answer.value.body);
  return object === null ? err({ type: "not-the-collector" }) : ok(object);
}

/** The text of a 200, for answers that are one signed line. */
export async function askForText(
  transport: Transport,
  request: TransportRequest,
): Promise<Result<string, ConnectionError | CollectorRefusal>> {
  const answer = await ask(transport, request);
  return answer.ok ? ok(answer.value.body.trim()) : answer;
}

export function postJson(path: string, content: object, timeoutMs: number): TransportRequest {
  return {
    method: "POST",
    path,
    body: { contentType: "application/json", content: JSON.stringify(content) },
    timeoutMs,
  };
}

async function ask(
  transport: Transport,
  request: TransportRequest,
): Promise<Result<TransportAnswer, ConnectionError | CollectorRefusal>> {
  const answer = await transport.send(request);
  if (!answer.ok) {
    return err(answer.error.type === "answer-too-long" ? { type: "not-the-collector" } : answer.error);
  }
  const { status, body, retryAfterMs } = answer.value;
  if (status === 200 || status === 201) return answer;
  if (status === 429 || (status === 503 && retryAfterMs !== null)) {
    return err({ type: "try-later", retryAfterMs: retryAfterMs ?? restWhenLimitedMs });
  }
  if (status >= 500) return err({ type: "server-failed", status });
  const object = parseObject(body);
  const code = refusalCode(object);
  if (code === null) return err({ type: "not-the-collector" });
  const receipt = object?.["receipt"];
  return err({ type: "refused", status, code, receipt: typeof receipt === "string" ? receipt : null });
}

/** `{error: {type}}` or `{error: code}` with a code of the protocol; null for anything else a 4xx may carry. */
function refusalCode(body: Readonly<Record<string, unknown>> | null): string | null {
  const error = body?.["error"];
  const code = typeof error === "object" && error !== null && "type" in error ? error.type : error;
  return typeof code === "string" && isProtocolErrorCode(code) ? code : null;
}

function parseObject(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

/** Members of a JSON object are unknown until each is looked at. */
function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
