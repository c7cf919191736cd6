// What the Department sees of a tablet, by its own command line.
import { expect } from "@playwright/test";
import type { RunningServer } from "./running-server.ts";

export interface DeviceCounts {
  readonly institution: string;
  readonly device: string | null;
  readonly lists: number;
  readonly lines: number;
  readonly forms: number;
  readonly premises: number;
  readonly batches: number;
  readonly accepted: number;
  readonly refused: number;
}

export async function countsOf(server: RunningServer, institution: string): Promise<DeviceCounts> {
  const status = await server.sanaq("status", "--json");
  expect(status.code).toBe(0);
  const { devices } = JSON.parse(status.stdout) as { readonly devices: readonly DeviceCounts[] };
  const found = devices.find((row) => row.institution === institution);
  if (found === undefined) throw new Error("the institution is not in the status");
  return found;
}
