// The official vectors of the age format (C2SP), through the same door as our batches.
import * as vectors from "cctv-age";
import { inflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { decryptAge } from "../../../src/protocol/age-file.ts";

interface AgeVector {
  readonly name: string;
  readonly facts: ReadonlyMap<string, readonly string[]>;
  readonly body: Uint8Array;
}

function readVector(name: string, file: Uint8Array): AgeVector {
  const text = new TextDecoder("latin1").decode(file);
  const end = text.indexOf("\n\n");
  const facts = new Map<string, string[]>();
  for (const line of text.slice(0, end).split("\n")) {
    const colon = line.indexOf(": ");
    const key = line.slice(0, colon);
    facts.set(key, [...(facts.get(key) ?? []), line.slice(colon + 2)]);
  }
  const body = file.subarray(end + 2);
  return { name, facts, body: facts.get("compressed")?.[0] === "zlib" ? inflateSync(body) : body };
}

// A CommonJS module through an ES import also has `default`.
const files = Object.entries(vectors).filter((entry): entry is [string, Uint8Array] => entry[1] instanceof Uint8Array);
const binary = files
  .map(([name, file]) => readVector(name, file))
  .filter(({ facts }) => !facts.has("armored") && !facts.has("passphrase") && facts.has("identity"));
const hybrid = binary.filter(({ facts }) => facts.get("identity")?.every((id) => id.startsWith("AGE-SECRET-KEY-PQ-1")));
const classical = binary.filter((vector) => !hybrid.includes(vector));

const sha256Hex = async (bytes: Uint8Array) =>
  Buffer.from(await crypto.subtle.digest("SHA-256", new Uint8Array(bytes))).toString("hex");

describe("the official age vectors", () => {
  it("[SY20] there are hybrid ones among them, good and bad", () => {
    const expectations = hybrid.map(({ facts }) => facts.get("expect")?.[0]);
    expect(expectations).toContain("success");
    expect(expectations).toContain("header failure");
  });

  it.each(hybrid.map((vector) => [vector.name, vector] as const))("[SY20] [SY21] %s", async (_, { facts, body }) => {
    const stanzas =
      new TextDecoder("latin1")
        .decode(body)
        .split("\n--- ")[0]
        ?.match(/\n-> \S+/g) ?? [];
    const isOurs = stanzas.length === 1 && stanzas[0] === "\n-> mlkem768x25519";
    const opened = await decryptAge(body, facts.get("identity")?.[0] ?? "");
    expect(opened.ok).toBe(isOurs && facts.get("expect")?.[0] === "success");
    if (opened.ok) expect(await sha256Hex(opened.value)).toBe(facts.get("payload")?.[0]);
  });

  it.each(classical.map((vector) => [vector.name, vector] as const))(
    "[SY20] %s, which is not post-quantum, is refused whether age would open it or not",
    async (_, { facts, body }) => {
      for (const identity of facts.get("identity") ?? []) {
        const opened = await decryptAge(body, identity);
        expect(opened.ok ? "opened" : opened.error.type).toMatch(/^(unseal-failed|age-header-too-long)$/);
      }
    },
  );
});
