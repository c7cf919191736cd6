import { connect, type Socket } from "node:net";
import fastify from "fastify";
import { afterEach, expect, it } from "vitest";
import { endsInOrder } from "../../../src/server/collector/end-in-order.ts";

const sockets: Socket[] = [];

afterEach(() => {
  for (const socket of sockets.splice(0)) socket.destroy();
});

/** A server whose one route answers when it is let go. */
async function begin(graceMs: number) {
  const server = fastify();
  const asked = Promise.withResolvers<void>();
  const answer = Promise.withResolvers<string>();
  server.get("/", async () => {
    asked.resolve();
    return answer.promise;
  });
  const end = endsInOrder(server, graceMs);
  await server.listen({ host: "127.0.0.1", port: 0 });
  const address = server.server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return { server, asked: asked.promise, answer: answer.resolve, end, port };
}

async function openSocket(port: number): Promise<Socket> {
  const socket = connect(port, "127.0.0.1");
  sockets.push(socket);
  await new Promise<void>((resolve) => socket.once("connect", resolve));
  return socket;
}

it("waits for no socket on which nothing is asked", async () => {
  const { server, end, port } = await begin(600_000);
  await openSocket(port);
  await end();
  expect(server.server.listening).toBe(false);
});

it("lets a request that is under way be answered, and takes no other", async () => {
  const { asked, answer, end, port } = await begin(600_000);
  await openSocket(port);
  const said = fetch(`http://127.0.0.1:${port}/`).then(async (response) => response.text());
  await asked;
  const ended = end();
  await expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toThrow("fetch failed");
  answer("everything");
  expect(await said).toBe("everything");
  await ended;
});

it("breaks off what is not answered in its time", async () => {
  const { asked, end, port } = await begin(1);
  const said = fetch(`http://127.0.0.1:${port}/`);
  await asked;
  await Promise.all([expect(said).rejects.toThrow("fetch failed"), end()]);
});
