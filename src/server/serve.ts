// A server process: the roles of SANAQ_ROLES over one HTTP port. Composed here, run by the command line.
import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import { endsInOrder } from "./collector/end-in-order.ts";
import { addExchangeRoutes } from "./collector/exchange-routes.ts";
import { createHelloDesk } from "./collector/hello-desk.ts";
import { createHttpServer } from "./collector/http-server.ts";
import { addConsoleRoutes } from "./console/console-routes.ts";
import { isStaffLogin } from "./console/staff-password.ts";
import { runOpener, type OpenerLoop } from "./opener/opener-loop.ts";
import { prometheusText } from "./metrics.ts";
import { markServerRunning, openBatchDesk, openOpener, random, type Workplace } from "./workplace.ts";

export interface ServingProcess {
  readonly origin: string;
  readonly stop: () => Promise<void>;
}

/** A batch of the largest size over a slow line is not waited for: the tablet sends it again. */
const lastRequestsMs = 10_000;

/** Listens when it resolves. `onLog` gets one line an answer; it holds no names, codes or answers. */
export async function serve(place: Workplace, onLog: (line: string) => void): Promise<ServingProcess> {
  const { settings, database } = place;
  const desk = await openBatchDesk(place);
  const { receiptKey } = desk;
  const opener: OpenerLoop | null = settings.roles.has("opener")
    ? runOpener(
        // The name only: a database's words can hold values.
        await openOpener(place, (error) => onLog(`not decided: ${error instanceof Error ? error.name : "error"}`)),
      )
    : null;
  const hello = createHelloDesk({
    database,
    col: place.collection.col,
    keysN: place.collection.keysN,
    receiptKey,
    nowMs: place.nowMs,
    random,
  });

  const addRoutes = (server: FastifyInstance): void => {
    if (settings.roles.has("collector")) {
      addExchangeRoutes(server, {
        batches: desk,
        hello,
        enrolment: {
          database,
          collection: place.collection,
          receiptKey,
          windows: place.file.windows,
          departmentPhone: place.file.departmentPhone ?? null,
          isKnownHello: hello.isKnown,
          nowMs: place.nowMs,
          random,
        },
        keysJws: place.collection.keysJws,
        onStored: () => opener?.wake(),
      });
    }
    if (settings.roles.has("console")) {
      addConsoleRoutes(server, {
        database,
        hasOpener: opener !== null,
        isLogin: (user, password) => isStaffLogin(settings.dataDir, user, password),
        isSecure: settings.isProduction,
        nowMs: place.nowMs,
        random,
      });
    }
  };

  const server = await createHttpServer({
    pagesDir: settings.roles.has("tablet") ? join(import.meta.dirname, "../../dist") : null,
    isReady: async () => {
      try {
        await database.run("SELECT 1");
        return true;
      } catch {
        return false;
      }
    },
    metrics: () => prometheusText(database),
    addRoutes,
    onLog,
  });
  const end = endsInOrder(server, lastRequestsMs);
  await server.listen({ host: settings.host, port: settings.port });
  const unmark = markServerRunning(settings.dataDir);
  const address = server.server.address();
  const port = typeof address === "object" && address !== null ? address.port : settings.port;
  return {
    origin: `http://${settings.host}:${port}`,
    stop: async () => {
      await end();
      await opener?.stop();
      unmark();
    },
  };
}
