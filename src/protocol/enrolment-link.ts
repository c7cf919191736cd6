// The one-time link (QR) that binds a tablet: where the collector is, the fingerprint of its root, a code of 128 bits.
// It all stands behind #, which browsers do not send. Implements SY46.
import { err, ok, type Result } from "#questionnaire";
import { base64UrlToBytes, bytesToBase64Url, sha256Bytes, textToBytes, concatBytes } from "./bytes.ts";
import type { ProtocolRefusal } from "./errors.ts";
import { Id, Sha256 } from "./id.ts";

export interface EnrolmentLink {
  /** `https://collector.example` or, for a demonstration on one machine, `http://127.0.0.1:8080`. */
  readonly origin: string;
  /** Host and port, as the page's own address shows it. */
  readonly host: string;
  /** RFC 7638 thumbprint of the collection's root key. */
  readonly rootThumbprint: string;
  /** 128 bits; it never travels. */
  readonly code: string;
  /** UTC seconds. */
  readonly expiresAtS: number;
}

/** `ORIGIN/e#1.<root>.<code>.<expiry>`. */
export function formatEnrolmentLink(link: Omit<EnrolmentLink, "host">): string {
  return `${link.origin}/e#1.${link.rootThumbprint}.${link.code}.${link.expiresAtS}`;
}

const machineItself = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** Reads a scanned or pasted link; refuses (`enrol-link-malformed`) everything not of this form, and plain http to any other machine. Whether it expired is for the caller, who has a clock. */
export function parseEnrolmentLink(text: string): Result<EnrolmentLink, ProtocolRefusal> {
  const refused = err({ type: "enrol-link-malformed" } as const);
  const trimmed = text.trim();
  if (!URL.canParse(trimmed)) return refused;
  const { origin, host, hostname, protocol, pathname, search, hash, username, password } = new URL(trimmed);
  const isSecure = protocol === "https:" || (protocol === "http:" && machineItself.has(hostname));
  if (!isSecure || pathname !== "/e" || search !== "" || username !== "" || password !== "") return refused;
  const [version, rootThumbprint = "", code = "", expiry = "", ...more] = hash.slice(1).split(".");
  const isWellFormed =
    version === "1" &&
    more.length === 0 &&
    Sha256.safeParse(rootThumbprint).success &&
    Id.safeParse(code).success &&
    /^[1-9]\d{0,11}$/.test(expiry);
  return isWellFormed ? ok({ origin, host, rootThumbprint, code, expiresAtS: Number(expiry) }) : refused;
}

/** The name of a code, by which the server finds it: says nothing of the code itself. */
export async function enrolmentCodeId(code: string): Promise<string> {
  const bytes = base64UrlToBytes(code);
  if (bytes === null) throw new Error("an enrolment code is 22 characters of base64url");
  const hash = await sha256Bytes(concatBytes([textToBytes("census/enrol-code-id/1"), bytes]));
  return bytesToBase64Url(hash.subarray(0, 16));
}
