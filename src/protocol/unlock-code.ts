// The code that opens a tablet's data: fifteen digits that nobody chose, 49.8 bits. Implements SY51.
import type { Random } from "./bytes.ts";

const digits = 15;
const possible = 10n ** 15n;
const drawnBytes = 8;
/** The largest multiple of 10¹⁵ that eight bytes can hold: numbers from here on are drawn again, so that every code is equally likely. */
const usable = (1n << 64n) - ((1n << 64n) % possible);

/** Fifteen digits, each code equally likely. Show it once; keep it nowhere. */
export function generateUnlockCode(random: Random): string {
  for (;;) {
    const drawn = random(drawnBytes).reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
    if (drawn < usable) return (drawn % possible).toString().padStart(digits, "0");
  }
}

/** As it is printed and typed: `12345 67890 12345`. */
export function formatUnlockCode(code: string): string {
  return code.replace(/(\d{5})(?=\d)/g, "$1 ");
}

/** The fifteen digits without spaces and hyphens, or null: too few, too many, or not digits. */
export function parseUnlockCode(text: string): string | null {
  const code = text.replace(/[\s\u00a0-]/g, "");
  return /^\d{15}$/.test(code) ? code : null;
}
