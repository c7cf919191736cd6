// The headers of every answer (design 4.13). The service worker keeps the page's with the page, so they hold offline too.
import type { FastifyInstance } from "fastify";

const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self'",
  "connect-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "object-src 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types app-sw",
].join("; ");

export const securityHeaders: Readonly<Record<string, string>> = {
  "content-security-policy": contentSecurityPolicy,
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-embedder-policy": "require-corp",
  "cross-origin-resource-policy": "same-origin",
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "strict-transport-security": "max-age=63072000; includeSubDomains",
  "permissions-policy": "camera=(self), geolocation=(), microphone=(), usb=(), serial=()",
};

export function addSecurityHeaders(server: FastifyInstance): void {
  server.addHook("onSend", async (request, reply) => {
    reply.headers(securityHeaders);
    const isFile = reply.getHeader("cache-control") !== undefined;
    if (!isFile || request.url.startsWith("/v1")) reply.header("cache-control", "no-store");
  });
}
