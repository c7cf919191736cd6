// What people put into a cell to say "nothing": a dash, "жоқ", "нет".

const blanks: ReadonlySet<string> = new Set([
  "",
  "жоқ",
  "жок",
  "нет",
  "none",
  "n/a",
  "белгісіз",
  "неизвестно",
  "unknown",
  "null",
]);

/** True for an empty cell, a row of dashes, dots or underscores, and the usual words for "none" or "not known". */
export function isBlankCell(cell: string): boolean {
  const text = cell.normalize("NFC").trim().toLowerCase();
  return blanks.has(text) || /^[-\u2010-\u2015\u2212_.\s?]+$/u.test(text);
}
