// The transport over a fetch that answers as browsers do.
import { describe, expect, it } from "vitest";
import { answerBytesLimit, createFetchTransport, type FetchOptions, type TransportRequest } from "#sync";

const request: TransportRequest = {
  method: "POST",
  path: "/v1/batches",
  body: { contentType: "application/vnd.census.batch", content: new Uint8Array([1, 2]) },
  timeoutMs: 120_000,
};

function transportOver(answer: (options: FetchOptions<number>) => Response | Promise<Response>) {
  return createFetchTransport<number>({
    fetch: async (_path, options) => answer(options),
    timeoutSignal: (ms) => ms,
  });
}

describe("the transport", () => {
  it("asks without cookies, redirects, caches and referrer, within the time", async () => {
    let seen: FetchOptions<number> | null = null;
    await transportOver((options) => {
      seen = options;
      return new Response("{}");
    }).send(request);
    expect(seen).toEqual({
      method: "POST",
      headers: { "content-type": "application/vnd.census.batch" },
      body: new Uint8Array([1, 2]),
      credentials: "omit",
      redirect: "error",
      cache: "no-store",
      referrerPolicy: "no-referrer",
      signal: 120_000,
    });
  });

  it("gives status, text and the server's word on when to come again", async () => {
    const answer = new Response('{"a":1}', { status: 503, headers: { "retry-after": "30" } });
    expect(await transportOver(() => answer).send(request)).toEqual({
      ok: true,
      value: { status: 503, body: '{"a":1}', retryAfterMs: 30_000 },
    });
  });

  it("reads no answer above 64 kB, however it comes", async () => {
    const atLimit = new Response("x".repeat(answerBytesLimit));
    expect(await transportOver(() => atLimit).send(request)).toMatchObject({ ok: true });
    const above = new Response("x".repeat(answerBytesLimit + 1));
    expect(await transportOver(() => above).send(request)).toEqual({ ok: false, error: { type: "answer-too-long" } });
    let pulled = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        pulled += 1;
        controller.enqueue(new Uint8Array(10_000));
      },
    });
    expect(await transportOver(() => new Response(endless)).send(request)).toMatchObject({ ok: false });
    expect(pulled).toBeLessThan(12);
  });

  it.each([
    ["unreachable-server", new TypeError("Failed to fetch")],
    ["server-timeout", new DOMException("too long", "TimeoutError")],
  ])("a failure is a value: %s", async (type, cause) => {
    const transport = transportOver(() => {
      throw cause;
    });
    expect(await transport.send(request)).toEqual({ ok: false, error: { type } });
  });
});
