import { httpStatusOf, isProtocolErrorCode, protocolErrorCodes, type ProtocolError } from "#protocol";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const specification = readFileSync(new URL("../../../src/protocol/SPEC.md", import.meta.url), "utf8");

const errorOf = (type: (typeof protocolErrorCodes)[number]): ProtocolError =>
  type === "form-invalid" ? { type, line: 2, id: null, rev: null, code: "json" } : { type };

describe("the errors", () => {
  it("[SY53] are the closed list of the specification, each written once", () => {
    const table = specification.slice(specification.indexOf("## Errors"));
    const stated = [...table.matchAll(/^\| `([a-z-]+)` \|/gm)].map((match) => match[1]);
    expect(stated).toEqual([...protocolErrorCodes]);
    expect(new Set(protocolErrorCodes).size).toBe(protocolErrorCodes.length);
  });

  it("[SY53] are recognised when they come over the wire; anything else is not", () => {
    for (const code of protocolErrorCodes) expect(isProtocolErrorCode(code)).toBe(true);
    for (const code of ["", "constructor", "Hash-Mismatch", "ok"]) expect(isProtocolErrorCode(code)).toBe(false);
  });

  it("[SY54] answer with the status of the specification", () => {
    const table = specification.slice(specification.indexOf("## Errors"));
    const stated = [...table.matchAll(/^\| `([a-z-]+)` \| (\d{3}) \|/gm)].map((match) => [match[1], Number(match[2])]);
    expect(stated).toEqual(protocolErrorCodes.map((code) => [code, httpStatusOf(errorOf(code))]));
  });
});
