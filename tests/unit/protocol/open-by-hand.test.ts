// docs/open-a-batch-by-hand.md, step by step, with the very commands it shows. Where no age ≥ 1.3 is installed, that one
// command is done with typage; everything else is still head, tail, cut, tr, base64, sha256sum and gunzip.
import { Decrypter } from "age-encryption";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import json from "../../vectors/csb-1/vectors.json" with { type: "json" };

const file = fileURLToPath(new URL("../../vectors/csb-1/valid.census", import.meta.url));
const identity = fileURLToPath(new URL("../../vectors/csb-1/TEST-seal.identity.txt", import.meta.url));

const shell = (command: string, input?: Uint8Array) =>
  execFileSync("sh", ["-c", command, "sh", file, identity], {
    ...(input === undefined ? {} : { input }),
    maxBuffer: 64 << 20,
    stdio: ["pipe", "pipe", "ignore"],
  });

/** The version of age in PATH, if it knows hybrid keys. */
function findAge(): string | null {
  try {
    const version = /v?(\d+)\.(\d+)/.exec(execFileSync("age", ["--version"], { encoding: "utf8" }));
    const [major, minor] = [Number(version?.[1] ?? 0), Number(version?.[2] ?? 0)];
    return major > 1 || (major === 1 && minor >= 3) ? `${major}.${minor}` : null;
  } catch {
    return null;
  }
}

async function unseal(): Promise<Uint8Array> {
  if (findAge() !== null) return shell('tail -n +2 "$1" | age -d -i "$2"');
  const decrypter = new Decrypter();
  decrypter.addIdentity(readFileSync(identity, "utf8").trim());
  return decrypter.decrypt(shell('tail -n +2 "$1"'));
}

const manifestOf = () =>
  JSON.parse(shell(`head -n 1 "$1" | cut -d . -f 2 | tr '_-' '/+' | base64 -d 2>/dev/null; true`).toString("utf8"));

describe("a batch opened by hand", () => {
  it("[SY14] shows its manifest with head, cut, tr and base64", () => {
    const manifest = manifestOf();
    expect(manifest).toMatchObject({ v: 1, col: json.col, seq: 1, prev: null, rk: "seal-1" });
    expect(shell('tail -n +2 "$1" | wc -c').toString("utf8").trim()).toBe(String(manifest.len));
  });

  it("[SY14] has the hash the manifest names, by sha256sum", () => {
    const hex = shell('tail -n +2 "$1" | sha256sum').toString("utf8").slice(0, 64);
    expect(Buffer.from(hex, "hex").toString("base64url")).toBe(manifestOf().sha);
  });

  it("[SY18] [SY22] opens with age and gunzip, and has n + 2 lines", async () => {
    const plain = shell("gunzip", await unseal()).toString("utf8");
    const lines = plain.split("\n");
    expect(lines.pop()).toBe("");
    const header = JSON.parse(lines[0] ?? "");
    expect(header).toMatchObject({ typ: "census-payload", n: 3, bid: manifestOf().bid });
    expect(lines).toHaveLength(header.n + 2);
    expect(lines.slice(1, -1).map((line) => JSON.parse(line).typ)).toEqual(["form", "form", "form"]);
    expect(lines.at(-1)?.split(".")).toHaveLength(3);
  });
});
