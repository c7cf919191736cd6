// RFC 4180 with a byte order mark, and no cell that a spreadsheet program would run as a formula.

const startsFormula = /^[=+\-@\t\r＝＋－＠]/;

/** One cell; a leading apostrophe disarms what looks like a formula. */
export function csvCell(value: string): string {
  const safe = startsFormula.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export function csvRow(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(",")}\r\n`;
}

export const byteOrderMark = "\uFEFF";
