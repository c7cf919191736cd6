// Making the file and writing it to the medium: all that is open, or part after part where the medium has too little room.
// It goes on when the screen is left, and what it came to is there on the way back.
import {
  createKeptState,
  saveFile,
  useTablet,
  useTabletState,
  type ExportedBundle,
  type ExportError,
  type ExportPart,
  type SavedFile,
  type StorageError,
} from "../../wiring/index.ts";

export type Copying =
  | { readonly state: "before" }
  | { readonly state: "preparing" }
  | { readonly state: "refused"; readonly error: ExportError | StorageError | { readonly type: "unexpected" } }
  | {
      readonly state: "made";
      readonly bundle: ExportedBundle;
      readonly saved: SavedFile;
      /** Null where all of it was asked for. */
      readonly part: ExportPart | null;
    };

const useKeptCopying = createKeptState<Copying>({ state: "before" });

interface CopyingHere {
  readonly copying: Copying;
  readonly copy: (part: ExportPart | null) => void;
}

export function useCopying(): CopyingHere {
  const tablet = useTablet();
  const { again } = useTabletState();
  const [copying, setCopying] = useKeptCopying();
  const copy = async (part: ExportPart | null): Promise<void> => {
    setCopying({ state: "preparing" });
    const bundle = await (part === null ? tablet.exportBundle() : tablet.exportBundle(part));
    if (!bundle.ok) return setCopying({ state: "refused", error: bundle.error });
    const { bytes, fileName, seqs } = bundle.value;
    const saved = await saveFile(bytes, fileName);
    setCopying({ state: "made", bundle: bundle.value, saved, part });
    if (saved !== "saved" && saved !== "downloaded") return;
    const marked = await tablet.markExported(seqs);
    if (!marked.ok) setCopying({ state: "refused", error: marked.error });
    again();
  };
  return {
    copying,
    copy: (part) => {
      copy(part).catch(() => setCopying({ state: "refused", error: { type: "unexpected" } }));
    },
  };
}

/** Where a file found no room, half of it may; null where it is one batch already. */
export function smallerPart({ seqs, bytes }: ExportedBundle, failed: ExportPart | null): ExportPart | null {
  if (seqs.length < 2) return null;
  return { afterSeq: failed?.afterSeq ?? 0, maxBytes: Math.ceil(bytes.byteLength / 2) };
}

/** The part after this one; null where this was the last. */
export function nextPart({ seqs, left }: ExportedBundle, part: ExportPart | null): ExportPart | null {
  if (left === 0 || part === null) return null;
  return { afterSeq: seqs.at(-1) ?? 0, maxBytes: part.maxBytes };
}
