// A file out of the page: through the system's picker where there is one, else as a download.

/** `cancelled` = the person closed the picker; nothing was written. */
export type SavedFile = "saved" | "downloaded" | "cancelled" | "failed";

interface WritableFile {
  readonly createWritable: () => Promise<{
    readonly write: (bytes: Uint8Array) => Promise<void>;
    readonly close: () => Promise<void>;
  }>;
}

interface PickerWindow {
  readonly showSaveFilePicker?: (options: { readonly suggestedName: string }) => Promise<WritableFile>;
}

export async function saveFile(fileBytes: Uint8Array, fileName: string): Promise<SavedFile> {
  // A view of memory shared between threads cannot be written; a copy of a file of some kilobytes costs nothing.
  const bytes = new Uint8Array(fileBytes);
  // The picker is not in every browser and not in the type library.
  const { showSaveFilePicker }: PickerWindow & Partial<Window> = window;
  if (showSaveFilePicker === undefined) return download(bytes, fileName);
  let handle: WritableFile;
  try {
    handle = await showSaveFilePicker.call(window, { suggestedName: fileName });
  } catch (refusal) {
    // Any other reason than the person's own "no": the picker may not open here, the download may.
    const isCancelled = refusal instanceof DOMException && refusal.name === "AbortError";
    return isCancelled ? "cancelled" : download(bytes, fileName);
  }
  try {
    const writer = await handle.createWritable();
    await writer.write(bytes);
    await writer.close();
    return "saved";
  } catch {
    return "failed";
  }
}

function download(bytes: Uint8Array<ArrayBuffer>, fileName: string): SavedFile {
  const address = URL.createObjectURL(new Blob([bytes], { type: "application/vnd.census.batch" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = fileName;
  link.click();
  window.setTimeout(() => URL.revokeObjectURL(address), 60_000);
  return "downloaded";
}
