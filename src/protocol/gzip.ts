// One gzip member, counted. CompressionStream is in Node and in every browser; both refuse bytes after the member's
// end, so a second member is an error and never silently more text. Implements SY22, SY24.
import { err, ok, type Result } from "#questionnaire";
import { concatBytes, ownBytes, type Bytes } from "./bytes.ts";
import type { ProtocolRefusal } from "./errors.ts";

/** As one member without name, time or comment. */
export async function gzip(plain: Uint8Array): Promise<Bytes> {
  return readWhole(streamOf([plain]).pipeThrough(new CompressionStream("gzip")));
}

/** Takes the member in pieces of any size. `too-large` as soon as more than `maxBytes` came out; `gzip-bad` for everything else that is wrong with it. */
export async function gunzip(pieces: readonly Uint8Array[], maxBytes: number): Promise<Result<Bytes, ProtocolRefusal>> {
  if (!isPlainMember(concatBytes(pieces.slice(0, memberHeaderBytes)))) return err({ type: "gzip-bad" });
  const reader = streamOf(pieces).pipeThrough(new DecompressionStream("gzip")).getReader();
  const parts: Uint8Array[] = [];
  let total = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      total += value.length;
      if (total > maxBytes) {
        await reader.cancel();
        return err({ type: "too-large" });
      }
      parts.push(value);
    }
  } catch {
    return err({ type: total > maxBytes ? "too-large" : "gzip-bad" });
  }
  return ok(concatBytes(parts));
}

const memberHeaderBytes = 10;

/** Deflate, and no flags: a name or a comment in the member's header would be bytes that nobody signed. */
function isPlainMember(bytes: Uint8Array): boolean {
  return (
    bytes.length >= memberHeaderBytes && bytes[0] === 0x1f && bytes[1] === 0x8b && bytes[2] === 8 && bytes[3] === 0
  );
}

function streamOf(pieces: readonly Uint8Array[]): ReadableStream<Bytes> {
  const left = pieces.values();
  return new ReadableStream({
    pull(controller) {
      const next = left.next();
      if (next.done === true) controller.close();
      else controller.enqueue(ownBytes(next.value));
    },
  });
}

async function readWhole(stream: ReadableStream<Uint8Array>): Promise<Bytes> {
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
