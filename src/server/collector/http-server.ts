// One HTTP server for the roles of this process: exchange, console page, the tablet's files, health. Logs carry the
// route, the status and the time of an answer, nothing of what was said.
import { existsSync } from "node:fs";
import rateLimit from "@fastify/rate-limit";
import fastifyStatic from "@fastify/static";
import underPressure from "@fastify/under-pressure";
import fastify, { type FastifyInstance } from "fastify";
import { addSecurityHeaders } from "./headers.ts";

export interface HttpServerFacts {
  /** Vite's output; null = this process does not serve the tablet. */
  readonly pagesDir: string | null;
  readonly isReady: () => Promise<boolean>;
  readonly metrics: () => Promise<string>;
  readonly addRoutes: (server: FastifyInstance) => void;
  readonly onLog: (line: string) => void;
}

/** Routes of the page: any of them answers with the same document. */
const pageRoutes = ["/", "/e", "/list", "/list/*", "/respondents", "/start/*", "/interview/*", "/data", "/usb"];

export async function createHttpServer(facts: HttpServerFacts): Promise<FastifyInstance> {
  const server = fastify({
    logger: false,
    bodyLimit: 64 * 1024,
    requestTimeout: 150_000,
    connectionTimeout: 160_000,
    keepAliveTimeout: 30_000,
    trustProxy: false,
  });
  addSecurityHeaders(server);
  server.addHook("onResponse", async (request, reply) => {
    const route = request.routeOptions.url ?? "-";
    facts.onLog(`${request.method} ${route} ${reply.statusCode} ${Math.round(reply.elapsedTime)} ms`);
  });
  // Plain objects with a code; a person's sentence is the tablet's matter.
  server.setErrorHandler(async (error: { readonly statusCode?: number; readonly name?: string }, _request, reply) => {
    const status = error.statusCode ?? 500;
    if (status >= 500) facts.onLog(`failed: ${error.name ?? "error"}`);
    const type =
      status === 429
        ? "rate-limited"
        : status === 413
          ? "too-large"
          : status < 500
            ? "message-invalid"
            : "server-error";
    return reply.code(status).send({ error: { type } });
  });
  await server.register(rateLimit, { max: 600, timeWindow: "1 minute" });
  await server.register(underPressure, { maxEventLoopDelay: 2000, retryAfter: 30 });
  server.get("/healthz", async () => ({ status: "ok" }));
  server.get("/readyz", async (_request, reply) =>
    (await facts.isReady()) ? { status: "ready" } : reply.code(503).send({ status: "not-ready" }),
  );
  server.get("/metrics", async (_request, reply) =>
    reply.type("text/plain; version=0.0.4").send(await facts.metrics()),
  );
  facts.addRoutes(server);
  if (facts.pagesDir !== null && existsSync(facts.pagesDir)) await addPages(server, facts.pagesDir);
  return server;
}

async function addPages(server: FastifyInstance, pagesDir: string): Promise<void> {
  await server.register(fastifyStatic, {
    root: pagesDir,
    index: false,
    cacheControl: false,
    setHeaders: (reply, path) => {
      const isNamedByContent = path.includes("/assets/");
      reply.header("cache-control", isNamedByContent ? "public, max-age=31536000, immutable" : "no-cache");
    },
  });
  for (const route of pageRoutes) {
    server.get(route, async (_request, reply) => reply.header("cache-control", "no-cache").sendFile("index.html"));
  }
}
