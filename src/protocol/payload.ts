// The inside of a batch: a header line, one line for each form, and the officer's signature over all of them.
// Implements SY18, SY19, SY26–SY29.
import type { FormInvalid } from "./errors.ts";
import { err, ok, type Result } from "#questionnaire";
import { PayloadLine, RecordId } from "#fieldwork";
import { z } from "zod";
import { bytesToText } from "./bytes.ts";
import { Id, Label, Sha256 } from "./id.ts";

/** A data key sealed to the recovery recipient: what two people can open when the unlock code is lost. */
export const EscrowBox = z.strictObject({
  /** The recovery recipient's id in the key document. */
  id: Label,
  /** The epoch of the data key. */
  e: z.int().min(0),
  /** The age file in base64url. */
  box: z
    .string()
    .regex(/^[A-Za-z0-9_-]+$/)
    .max(8192),
});
export type EscrowBox = z.infer<typeof EscrowBox>;

/** Line 1 of the payload. `inst` and `off` are here, inside, so that a lost stick names nobody. */
export const PayloadHeader = z.strictObject({
  typ: z.literal("census-payload"),
  v: z.literal(1),
  col: Label,
  dev: Id,
  bid: Id,
  seq: z.int().min(1),
  inst: Label,
  /** The officer's id at the Department. */
  off: Label,
  schema: Label,
  /** How many lines follow before the signature. */
  n: z.int().min(0),
  esc: EscrowBox.optional(),
  pad: z.string().max(60_000).optional(),
});
export type PayloadHeader = z.infer<typeof PayloadHeader>;

/** What the officer's signature, the last line, says. */
export const PayloadSignature = z.strictObject({
  col: Label,
  dev: Id,
  bid: Id,
  seq: z.int().min(1),
  n: z.int().min(0),
  /** Of all bytes before this line. */
  sha: Sha256,
});
export type PayloadSignature = z.infer<typeof PayloadSignature>;

/** No line of a payload nests deeper; more is an attack or an error. */
const maxDepth = 12;

/** A line as JSON and as what it is. `json` is for showing to a person who may see it; programs take `parsed`. */
export interface OpenedLine {
  /** Its own number in the payload, the header being 1. */
  readonly line: number;
  readonly parsed: Result<PayloadLine, FormInvalid>;
  readonly json: unknown;
}

/** Reads one line. Whatever is wrong refuses this line only, with its id and revision where they could be read. */
export function readPayloadLine(bytes: Uint8Array, line: number): OpenedLine {
  const refuse = (code: FormInvalid["code"], json: unknown = null): OpenedLine => ({
    line,
    json,
    parsed: err({ type: "form-invalid", line, ...nameOf(json), code }),
  });
  const text = bytesToText(bytes);
  if (text === null) return refuse("utf-8");
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return refuse("json");
  }
  const flaw = findFlaw(json);
  if (flaw !== null) return refuse(flaw, flaw === "depth" ? null : json);
  const parsed = PayloadLine.safeParse(json);
  return parsed.success ? { line, json, parsed: ok(parsed.data) } : refuse("shape", json);
}

const Named = z.looseObject({ id: RecordId, rev: z.int().min(1) });

function nameOf(json: unknown): { readonly id: string | null; readonly rev: number | null } {
  const named = Named.safeParse(json);
  return named.success ? { id: named.data.id, rev: named.data.rev } : { id: null, rev: null };
}

/** Texts that no database keeps (NUL, half a surrogate pair), member names that change objects, and depth. Walks without recursion: the line may be a hundred thousand brackets. */
function findFlaw(json: unknown): "depth" | "text" | null {
  let level: unknown[] = [json];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > maxDepth) return "depth";
    const below: unknown[] = [];
    for (const value of level) {
      if (typeof value === "string" && !isStorableText(value)) return "text";
      if (typeof value !== "object" || value === null) continue;
      for (const [name, member] of Object.entries(value)) {
        if (name === "__proto__" || !isStorableText(name)) return "text";
        below.push(member);
      }
    }
    level = below;
  }
  return null;
}

function isStorableText(text: string): boolean {
  return text.isWellFormed() && !text.includes("\u0000");
}
