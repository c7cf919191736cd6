// Dates, times, numbers and sizes, built by hand: Chromium has no Kazakh locale data although it says so, and the short
// styles of the three languages differ in the century (ux 3.3).
import { getLocale } from "./locale.ts";

const thinSpace = "\u202f";

function twoDigits(value: number): string {
  return String(value).padStart(2, "0");
}

/** dd.mm.yyyy by the tablet's clock. */
export function formatDate(atMs: number): string {
  const at = new Date(atMs);
  return `${twoDigits(at.getDate())}.${twoDigits(at.getMonth() + 1)}.${at.getFullYear()}`;
}

/** 24 hours, hh:mm. */
export function formatTime(atMs: number): string {
  const at = new Date(atMs);
  return `${twoDigits(at.getHours())}:${twoDigits(at.getMinutes())}`;
}

export function formatDateTime(atMs: number): string {
  return `${formatDate(atMs)}, ${formatTime(atMs)}`;
}

/** Whole numbers with a thin space between thousands. */
export function formatNumber(value: number): string {
  return String(Math.trunc(value)).replace(/\B(?=(\d{3})+$)/gu, thinSpace);
}

/** kB and MB of 1000, one decimal below ten. */
export function formatBytes(bytes: number): string {
  const isLatin = getLocale() === "en";
  const [value, unit] =
    bytes < 1_000_000 ? [bytes / 1_000, isLatin ? "kB" : "КБ"] : [bytes / 1_000_000, isLatin ? "MB" : "МБ"];
  const text = value < 10 ? value.toFixed(1) : String(Math.round(value));
  return `${isLatin ? text : text.replace(".", ",")} ${unit}`;
}

/** `123456789012` in groups, for reading aloud. */
export function formatDigits(digits: string, group: number): string {
  return digits.match(new RegExp(`\\d{1,${group}}`, "gu"))?.join(" ") ?? digits;
}
