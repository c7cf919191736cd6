// A questionnaire that the Department puts in place of the one before, as one signed line. What the definition files
// say is not this room's business: it knows their ids, versions and bytes. Implements SY80–SY83.
import { err, ok, type Result } from "#questionnaire";
import * as z from "zod/mini";
import { sha256, textToBytes } from "./bytes.ts";
import type { ProtocolRefusal } from "./errors.ts";
import { Instant, Label } from "./id.ts";
import { parsePayload, signJws, verifyJws } from "./jws.ts";
import type { KeyDocument } from "./key-document.ts";
import { importVerifyKey, onlyKey, type SigningKey } from "./keys.ts";
import { batchLimits } from "./limits.ts";

const InstrumentFile = z.strictObject({
  id: Label,
  version: z.int().check(z.minimum(1)),
  /** The definition file as it was handed in, byte for byte. */
  text: z.string().check(z.minLength(2)),
});

const CalendarDate = z.string().check(z.regex(/^\d{4}(-\d{2}(-\d{2})?)?$/));
const Name = z.string().check(z.minLength(1), z.maxLength(200));

const Approval = z.discriminatedUnion("state", [
  z.strictObject({ state: z.enum(["reconstruction", "draft"]), by: z.nullable(Name), on: z.nullable(CalendarDate) }),
  /** Approved by somebody, or not at all. */
  z.strictObject({ state: z.literal("approved"), by: Name, on: z.nullable(CalendarDate) }),
]);

/** What the root key signs. */
export const SignedInstrument = z.strictObject({
  v: z.literal(1),
  col: Label,
  /** The files' ids joined by `+`. */
  id: z.string().check(z.minLength(1), z.maxLength(600)),
  /** The highest version among the files. */
  version: z.int().check(z.minimum(1)),
  approval: Approval,
  at: Instant,
  files: z.array(InstrumentFile).check(z.minLength(1), z.maxLength(8)),
});
export type SignedInstrument = z.infer<typeof SignedInstrument>;

/** A definition file that is in use; `sha` is SHA-256 of its text. */
export interface InstalledFile {
  readonly id: string;
  readonly version: number;
  readonly sha: string;
}

export interface InstrumentChecks {
  /** The verified key document of the collection. */
  readonly document: Pick<KeyDocument, "col" | "root">;
  readonly installed: readonly InstalledFile[];
}

/** One line without a line feed. Throws on a document that no one would take, and on a key other than a root: bugs. */
export async function signInstrument(instrument: SignedInstrument, root: SigningKey): Promise<string> {
  const parsed = SignedInstrument.parse(instrument);
  if (!isConsistent(parsed)) throw new Error("the questionnaire's name or version is not that of its files");
  const jws = await signJws("census-instrument+jws", parsed, root);
  if (jws.length > batchLimits.instrumentBytes) throw new Error("the questionnaire is too long");
  return jws;
}

/** Checks signature, collection, consistency and that nothing goes back; what the definitions say is checked by whoever compiles them. */
export async function verifyInstrument(
  file: string,
  { document, installed }: InstrumentChecks,
): Promise<Result<SignedInstrument, ProtocolRefusal>> {
  const line = file.endsWith("\n") ? file.slice(0, -1) : file;
  const root = await importVerifyKey(document.root, "root");
  if (!root.ok) return root;
  const verified = await verifyJws(line, "census-instrument+jws", onlyKey(root.value), batchLimits.instrumentBytes);
  if (!verified.ok) return verified;
  const parsed = parsePayload(SignedInstrument, verified.value.payload, "instrument-invalid");
  if (!parsed.ok) return parsed;
  if (parsed.value.col !== document.col) return err({ type: "collector-other" });
  if (!isConsistent(parsed.value)) return err({ type: "instrument-invalid" });
  for (const { id, version, text } of parsed.value.files) {
    const own = installed.filter((other) => other.id === id);
    if (own.some((other) => other.version > version)) return err({ type: "instrument-older" });
    const sha = await sha256(textToBytes(text));
    const isOther = own.some((other) => other.version === version && other.sha !== sha);
    if (isOther) return err({ type: "instrument-conflict" });
  }
  return ok(parsed.value);
}

function isConsistent({ id, version, files }: SignedInstrument): boolean {
  const ids = files.map((file) => file.id);
  return (
    new Set(ids).size === ids.length &&
    id === ids.join("+") &&
    version === Math.max(...files.map((file) => file.version))
  );
}
