// The end of an HTTP server: a request that is under way has its time, a socket that only stands open has none. Browsers
// keep spare sockets and send nothing on them; waited for, they would hold the end for minutes.
import type { IncomingMessage, ServerResponse } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import type { FastifyInstance } from "fastify";

/** Watches the server's requests from now on; the answer ends it. `graceMs`: what a request under way has at most. */
export function endsInOrder(server: FastifyInstance, graceMs: number): () => Promise<void> {
  const underWay = new Set<Promise<void>>();
  server.server.on("request", (_request: IncomingMessage, response: ServerResponse) => {
    const { promise, resolve } = Promise.withResolvers<void>();
    underWay.add(promise);
    response.once("close", () => {
      underWay.delete(promise);
      resolve();
    });
  });
  return async () => {
    const isOver = new AbortController();
    const closed = server.close();
    const grace = wait(graceMs, undefined, { signal: isOver.signal }).catch(() => undefined);
    await Promise.race([Promise.all(underWay), grace]);
    isOver.abort();
    server.server.closeAllConnections();
    await closed;
  };
}
