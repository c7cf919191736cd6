// What people say of a tablet and of a delivery on the phone: digits alone, the same on both sides. Implements SY96.
import { base64UrlToBytes } from "./bytes.ts";

const digits = 4;

/** Four digits from the device id; two tablets may share them, so no program tells tablets apart by them. */
export function tabletNumber(dev: string): string {
  // The first characters of an id give whole bytes, the last one need not.
  const bytes = base64UrlToBytes(dev.slice(0, 8)) ?? new Uint8Array();
  const value = bytes.reduce((number, byte) => number * 256 + byte, 0);
  return String(value % 10 ** digits).padStart(digits, "0");
}

/** The number of a send mark, `0412-7`. */
export function deliveryNumber(dev: string, seq: number): string {
  return `${tabletNumber(dev)}-${seq}`;
}
