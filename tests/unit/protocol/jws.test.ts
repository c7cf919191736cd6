import {
  base64UrlToBytes,
  bytesToBase64Url,
  generateSigningKey,
  onlyKey,
  signJws,
  verifyJws,
  verifyKeyOf,
} from "#protocol";
import { describe, expect, it } from "vitest";
import { hasLowS } from "../../../src/protocol/es256.ts";
import { codeOf, jwsOf, signAnyHeader } from "./support/raw-batch.ts";

const typ = "census-batch+jws";

async function device(alg: "Ed25519" | "ES256" = "Ed25519") {
  const key = await generateSigningKey("dev", { extractable: true, alg });
  const known = onlyKey(await verifyKeyOf(key));
  const verify = async (jws: string) => codeOf(await verifyJws(jws, typ, known));
  return { key, verify };
}

describe("the header of a signed line", () => {
  it("[SY7] has alg, kid and typ", async () => {
    const { key, verify } = await device();
    const jws = await signJws(typ, { v: 1 }, key);
    const header = JSON.parse(new TextDecoder().decode(base64UrlToBytes(jws.split(".")[0] ?? "") ?? undefined));
    expect(header).toEqual({ alg: "Ed25519", kid: key.kid, typ });
    expect(await verify(jws)).toBe("ok");
  });

  it.each(["jwk", "jku", "x5u", "x5c", "crit", "b64", "cty", "nonce"])(
    "[SY7] is refused with %s, even when its holder signed it",
    async (member) => {
      const { key, verify } = await device();
      const value = member === "jwk" ? key.jwk : member === "crit" ? ["b64"] : "https://other.example/";
      const header = { alg: key.alg, kid: key.kid, typ, [member]: value };
      expect(await verify(await signAnyHeader(header, { v: 1 }, key))).toBe("jws-malformed");
    },
  );

  it("[SY7] is refused when a member is missing", async () => {
    const { key, verify } = await device();
    for (const header of [{ alg: key.alg, kid: key.kid }, { alg: key.alg, typ }, { kid: key.kid, typ }, {}]) {
      expect(await verify(await signAnyHeader(header, {}, key))).toBe("jws-malformed");
    }
  });
});

describe("the algorithm", () => {
  it.each(["none", "None", "HS256", "EdDSA", "RS256", ""])(
    "[SY9] %j is refused whatever the signature",
    async (alg) => {
      const { key, verify } = await device();
      expect(await verify(await signAnyHeader({ alg, kid: key.kid, typ }, {}, key))).toBe("alg-refused");
      expect(await verify(jwsOf({ alg, kid: key.kid, typ }, {}, new Uint8Array()))).toBe("alg-refused");
    },
  );

  it("[SY9] is the key's own: ES256 under an Ed25519 name is refused", async () => {
    const { key, verify } = await device();
    const other = await generateSigningKey("dev", { extractable: true, alg: "ES256" });
    expect(await verify(await signAnyHeader({ alg: "ES256", kid: key.kid, typ }, {}, other))).toBe("alg-refused");
  });

  it("[SY9] HS256 keyed with the public key is refused", async () => {
    const { key, verify } = await device();
    const unsigned = jwsOf({ alg: "HS256", kid: key.kid, typ }, {}, new Uint8Array()).slice(0, -1);
    const secret = new TextEncoder().encode(JSON.stringify(key.jwk));
    const mac = await crypto.subtle.importKey("raw", secret, { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
    const tag = await crypto.subtle.sign("HMAC", mac, new TextEncoder().encode(unsigned));
    expect(await verify(`${unsigned}.${bytesToBase64Url(new Uint8Array(tag))}`)).toBe("alg-refused");
  });
});

describe("the kind of line", () => {
  it("[SY9] a line of another kind is refused, though the key is right", async () => {
    const { key, verify } = await device();
    expect(await verify(await signJws("census-poll+jws", {}, key))).toBe("typ-refused");
    expect(await verify(await signAnyHeader({ alg: key.alg, kid: key.kid, typ: "JWT" }, {}, key))).toBe("typ-refused");
  });

  it("[SY9] an unknown name is refused before any signature is computed", async () => {
    const { verify } = await device();
    const { key: stranger } = await device();
    expect(await verify(await signJws(typ, {}, stranger))).toBe("kid-unknown");
  });

  it("[SY9] a changed payload is refused", async () => {
    const { key, verify } = await device();
    const [header, , signature] = (await signJws(typ, { n: 1 }, key)).split(".");
    const payload = bytesToBase64Url(new TextEncoder().encode('{"n":2}'));
    expect(await verify(`${header}.${payload}.${signature}`)).toBe("signature-bad");
  });
});

describe("the spelling of a signed line", () => {
  it.each([
    ["", "jws-malformed"],
    ["..", "jws-malformed"],
    ["a.b", "jws-malformed"],
    ["<!doctype html><title>Wi-Fi</title>", "jws-malformed"],
    ['{"hello":1}', "jws-malformed"],
    ["e30.e30.AA.AA", "jws-malformed"],
    ["x".repeat(70_000), "jws-too-long"],
  ])("[SY8] %.40j is refused as %s", async (text, code) => {
    const { verify } = await device();
    expect(await verify(text)).toBe(code);
  });

  it("[SY8] padding, line feeds and stray bits are refused: one line, one spelling", async () => {
    const { key, verify } = await device();
    const jws = await signJws(typ, { v: 1 }, key);
    expect(await verify(`${jws}\n`)).toBe("jws-malformed");
    expect(await verify(`${jws}=`)).toBe("jws-malformed");
    const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    const last = alphabet.indexOf(jws.at(-1) ?? "");
    // 64 bytes leave four bits in the last character unused: any of them set is another spelling of the same bytes.
    expect(await verify(jws.slice(0, -1) + alphabet.charAt(last + 1))).toBe("jws-malformed");
  });

  it("[SY8] the other signature that ES256 has for every line is refused", async () => {
    const { key, verify } = await device("ES256");
    const jws = await signJws(typ, { v: 1 }, key);
    const at = jws.lastIndexOf(".") + 1;
    const signature = base64UrlToBytes(jws.slice(at)) ?? new Uint8Array();
    expect(hasLowS(signature)).toBe(true);
    const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;
    const s = BigInt(`0x${[...signature.subarray(32)].map((byte) => byte.toString(16).padStart(2, "0")).join("")}`);
    const twin = (order - s).toString(16).padStart(64, "0");
    const twinBytes = Uint8Array.from(twin.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
    const high = Uint8Array.from([...signature.subarray(0, 32), ...twinBytes]);
    const algorithm = { name: "ECDSA", hash: "SHA-256" };
    const { publicKey } = await verifyKeyOf(key);
    // WebCrypto takes it; the protocol does not.
    expect(await crypto.subtle.verify(algorithm, publicKey, high, new TextEncoder().encode(jws.slice(0, at - 1)))).toBe(
      true,
    );
    expect(await verify(jws.slice(0, at) + bytesToBase64Url(high))).toBe("signature-bad");
  });
});
