// A row of the Department's counts: an institution of this kind without a tablet, or with one, of which nothing came.
import type { DeviceStatus } from "../../../src/server/store/status-store.ts";

const noTablet = { officer: null, comparison: null, enrolledAt: null, headcount: null } as const;
const nothing = { lists: 0, lines: 0, forms: 0, lateForms: 0, premises: 0, outcomes: 0, batches: 0, stored: 0 };
const decided = { accepted: 0, refused: 0, quarantined: 0, copies: 0, receipts: 0, lastReceivedAt: null };

export function statusOf(kind: string, device: string | null = null): DeviceStatus {
  return { institution: "inst-1", kind, kato: "431010000", device, ...noTablet, ...nothing, ...decided };
}

/** Its officer reads it out as 0412. */
export const deviceOf0412 = "AAAAAAGcAAAAAAAAAAAAAA";
