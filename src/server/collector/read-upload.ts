// An upload, read in pieces: the manifest's signature is checked after the first line, before the rest is let in.
import { err, ok, type Result } from "#questionnaire";
import { batchLimits, createManifestLineReader, verifyManifest, type KeyLookup, type ProtocolRefusal } from "#protocol";

/** The whole body, at most 4 MiB. Refuses early: nobody fills this machine with bytes that no tablet signed. */
export async function readUpload(
  body: AsyncIterable<Uint8Array>,
  deviceKeys: KeyLookup,
  col: string,
): Promise<Result<Uint8Array, ProtocolRefusal>> {
  const reader = createManifestLineReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  let isManifestChecked = false;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > batchLimits.batchBytes) return err({ type: "too-large" });
    chunks.push(chunk);
    if (isManifestChecked) continue;
    const state = reader.push(chunk);
    if (state.state === "refused") return err(state.error);
    if (state.state === "incomplete") continue;
    const manifest = await verifyManifest(state.manifestJws, deviceKeys, col);
    if (!manifest.ok) return manifest;
    isManifestChecked = true;
  }
  return isManifestChecked ? ok(Buffer.concat(chunks)) : err({ type: "manifest-malformed" });
}
