// `instrument preview FILE… [--port N]`: the questionnaire in a browser of this machine, with made-up answers. It listens
// on the loopback address alone, keeps nothing on disk, and ends with Ctrl-C.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { createPreview, type Preview, type PreviewRequest } from "#authoring";
import { print, Refusal, type Command } from "./command.ts";
import { readingWords } from "./instrument-authoring-words.ts";
import { compileDefinitions } from "./instrument-compile.ts";
import { authoringLanguage } from "./instrument-files.ts";
import { censusAuthoringHost } from "./instrument-host.ts";

const loopback = "127.0.0.1";

/** A form of two thousand answers has a tenth of it. */
const mostBytes = 1_000_000;

export const runInstrumentPreview: Command = async (_settings, { words: names, lang, port: portText = "0" }) => {
  const language = authoringLanguage(lang, process.env["LANG"]);
  const words = readingWords[language];
  const port = Number(portText);
  if (!/^\d{1,5}$/.test(portText) || port > 65_535) throw new Refusal("port-wrong", words.portWrong);
  const questionnaire = compileDefinitions(names, language);
  const previewed = await servePreview(port, (hosts) => createPreview(questionnaire, censusAuthoringHost, { hosts }));
  if (previewed === null) throw new Refusal("port-taken", words.portTaken);
  print(words.preview(`http://${loopback}:${previewed.port}/?lang=${language}`));
  print(words.stop);
  await new Promise<void>((resolve) => {
    process.on("SIGINT", () => resolve());
    process.on("SIGTERM", () => resolve());
  });
  await previewed.close();
  return 0;
};

/** Listens on the loopback address; port 0 takes any that is free. Null if the port is taken. */
export async function servePreview(
  port: number,
  create: (hosts: () => readonly string[]) => Preview,
): Promise<{ readonly port: number; readonly close: () => Promise<void> } | null> {
  let own = port;
  const preview = create(() => [`${loopback}:${own}`, `localhost:${own}`]);
  const server = createServer((request, response) => {
    // A browser that went away has nobody to tell.
    answer(preview, request, response).catch(() => response.destroy());
  });
  own = await listen(server, port);
  if (own === 0) return null;
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { port: own, close };
}

/** The port it listens on, 0 if it could not. */
function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve) => {
    server.once("error", () => resolve(0));
    server.listen(port, loopback, () => {
      const address = server.address();
      resolve(typeof address === "object" && address !== null ? address.port : 0);
    });
  });
}

async function answer(preview: Preview, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await readBody(request);
  if (body === null) {
    response.writeHead(413, { connection: "close" }).end();
    return;
  }
  const { status, headers, body: text } = preview.respond(toRequest(request, body));
  response.writeHead(status, headers).end(text);
}

function toRequest({ method = "", url = "", headers }: IncomingMessage, body: string): PreviewRequest {
  const [path = "", query = ""] = url.split("?");
  const fields = [...new URLSearchParams(method === "POST" ? body : query)];
  const site = headers["sec-fetch-site"];
  return {
    method,
    path,
    fields,
    host: headers.host ?? null,
    origin: headers.origin ?? null,
    fetchSite: typeof site === "string" ? site : null,
  };
}

/** Null if it is too long. */
async function readBody(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    if (!Buffer.isBuffer(chunk)) continue;
    bytes += chunk.length;
    if (bytes > mostBytes) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}
