// An IIN as it comes out of a spreadsheet: with spaces, as a number, or without the zeros a number cannot begin with.
import { restoreIin, type IinError, type RestoredIin } from "#census";
import { err, ok, type Result } from "#questionnaire";

export type IinCellError =
  | IinError
  /** "1.50620E+11": the table program showed a rounded number, the digits are gone. */
  | { readonly type: "iin-rounded" };

/** Null for an empty cell (the IIN is never required). Lost zeros come back only where the check digit then agrees. */
export function parseIinCell(cell: string): Result<RestoredIin | null, IinCellError> {
  const text = cell.replace(/[\s\u00A0'\u2019\u00AB\u00BB"-]+/gu, "").replace(/[.,]0+$/u, "");
  if (text === "" || /^0+$/u.test(text)) return ok(null);
  if (/^\d+[.,]\d+e\+?\d+$/iu.test(text)) return err({ type: "iin-rounded" });
  return restoreIin(text);
}
