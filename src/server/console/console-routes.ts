// Sign-in and the plain page. A session is a random cookie known to this process; every change needs a same-origin POST.
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { newId, type Random } from "#protocol";
import type { Language } from "#questionnaire";
import { z } from "zod";
import { judgeAcceptances } from "../opener/judge-acceptance.ts";
import { readBatchesOfUsbTablets } from "../store/acceptance-store.ts";
import type { Database } from "../store/database.ts";
import { readInstitutions } from "../store/device-store.ts";
import { readStatus } from "../store/status-store.ts";
import { arrivalsPage, consoleStyle, loginPage } from "./arrivals-page.ts";

export interface ConsoleFacts {
  readonly database: Database;
  /** False = this server opens no batches, so it gives no acceptance code (SY87). */
  readonly hasOpener: boolean;
  readonly isLogin: (user: string, password: string) => Promise<boolean>;
  readonly isSecure: boolean;
  readonly nowMs: () => number;
  readonly random: Random;
}

const idleMs = 15 * 60 * 1000;
const absoluteMs = 10 * 3600 * 1000;
const Login = z.object({ user: z.string().max(100), password: z.string().max(200) });

export function addConsoleRoutes(server: FastifyInstance, facts: ConsoleFacts): void {
  // A browser drops a __Host- cookie on plain http, which only a demonstration on one machine uses.
  const cookie = facts.isSecure ? "__Host-sid" : "sid";
  const sessions = new Map<string, { readonly sinceMs: number; lastMs: number }>();

  const languageOf = (request: FastifyRequest): Language => {
    const { lang } = z.object({ lang: z.string().optional() }).parse(request.query);
    return lang === "ru" || lang === "en" ? lang : "kk";
  };
  const sessionOf = (request: FastifyRequest): string | null => {
    const found = new RegExp(`(?:^|; )${cookie}=([\\w-]{22})`).exec(request.headers.cookie ?? "")?.[1];
    const session = found === undefined ? undefined : sessions.get(found);
    if (found === undefined || session === undefined) return null;
    const nowMs = facts.nowMs();
    if (nowMs - session.lastMs > idleMs || nowMs - session.sinceMs > absoluteMs) {
      sessions.delete(found);
      return null;
    }
    session.lastMs = nowMs;
    return found;
  };
  const html = (reply: FastifyReply, text: string): FastifyReply => reply.type("text/html; charset=utf-8").send(text);
  const isSameOrigin = (request: FastifyRequest): boolean => request.headers["sec-fetch-site"] === "same-origin";

  server.addContentTypeParser("application/x-www-form-urlencoded", { parseAs: "string" }, (_request, body, done) =>
    done(null, Object.fromEntries(new URLSearchParams(String(body)))),
  );

  server.get("/console/console.css", async (_request, reply) => reply.type("text/css").send(consoleStyle));

  server.get("/console", async (request, reply) => {
    const language = languageOf(request);
    if (sessionOf(request) === null) return html(reply, loginPage(language, false));
    const institutions = await readInstitutions(facts.database);
    const names = new Map(institutions.map(({ id, nameKk, nameRu }) => [id, language === "kk" ? nameKk : nameRu]));
    const batches = await readBatchesOfUsbTablets(facts.database);
    // Where nothing came on a medium, nobody waits for a code.
    const acceptances = facts.hasOpener || batches.size === 0 ? judgeAcceptances(batches) : null;
    const rows = await readStatus(facts.database);
    return html(reply, arrivalsPage(language, { rows, names, acceptances }));
  });

  server.post(
    "/console/login",
    { config: { rateLimit: { max: 10, timeWindow: "1 minute" } } },
    async (request, reply) => {
      if (!isSameOrigin(request)) return reply.code(403).send({ error: { type: "message-invalid" } });
      const language = languageOf(request);
      const login = Login.safeParse(request.body);
      if (!login.success || !(await facts.isLogin(login.data.user, login.data.password))) {
        return html(reply.code(403), loginPage(language, true));
      }
      const id = newId(facts.random);
      const nowMs = facts.nowMs();
      sessions.set(id, { sinceMs: nowMs, lastMs: nowMs });
      const secure = facts.isSecure ? "; Secure" : "";
      return reply
        .header("set-cookie", `${cookie}=${id}; Path=/; HttpOnly; SameSite=Strict${secure}`)
        .redirect(`/console?lang=${language}`, 303);
    },
  );

  server.post("/console/logout", async (request, reply) => {
    if (!isSameOrigin(request)) return reply.code(403).send({ error: { type: "message-invalid" } });
    const session = sessionOf(request);
    if (session !== null) sessions.delete(session);
    return reply.redirect(`/console?lang=${languageOf(request)}`, 303);
  });
}
