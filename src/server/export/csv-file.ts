// A CSV file written row by row, for the owner's eyes only.
import { createWriteStream } from "node:fs";
import { once } from "node:events";
import { byteOrderMark, csvRow } from "./csv.ts";

export interface CsvFile {
  readonly write: (cells: readonly string[]) => Promise<void>;
  readonly end: () => Promise<void>;
}

/** Begins the file with its heading; an old file of the name is replaced. */
export async function openCsvFile(path: string, head: readonly string[]): Promise<CsvFile> {
  const file = createWriteStream(path, { encoding: "utf8", mode: 0o600 });
  const write = async (text: string): Promise<void> => {
    if (!file.write(text)) await once(file, "drain");
  };
  await write(byteOrderMark + csvRow(head));
  return {
    write: async (cells) => write(csvRow(cells)),
    end: async () => {
      file.end();
      await once(file, "finish");
    },
  };
}
