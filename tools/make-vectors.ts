// Makes tests/vectors/csb-1: `node tools/make-vectors.ts`. The vectors are frozen, so it never writes over them; a new
// version of the protocol gets its own folder.
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { base64UrlToBytes } from "#protocol";
import { makeVectors } from "../tests/unit/protocol/support/make-vectors.ts";

const folder = new URL("../tests/vectors/csb-1/", import.meta.url);
const file = new URL("vectors.json", folder);

if (existsSync(file)) {
  process.stderr.write("tests/vectors/csb-1/vectors.json exists: frozen vectors are not made again\n");
  process.exit(1);
}
mkdirSync(folder, { recursive: true });
const vectors = await makeVectors((bytes) => crypto.getRandomValues(new Uint8Array(bytes)));
writeFileSync(file, `${JSON.stringify(vectors, null, 1)}\n`);
const valid = vectors.batches.find(({ name }) => name === "valid");
writeFileSync(new URL("valid.census", folder), base64UrlToBytes(valid?.bytes ?? "") ?? "");
writeFileSync(new URL("TEST-seal.identity.txt", folder), `${vectors.TEST_sealIdentity}\n`);
process.stdout.write(
  `${vectors.batches.length} batches, ${vectors.bundles.length} bundles, ${vectors.lines.length} lines\n`,
);
