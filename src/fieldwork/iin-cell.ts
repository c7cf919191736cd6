// An IIN as it comes out of a spreadsheet: with spaces, as a number, or without the zeros a number cannot begin with.
import { err, ok, type Result } from "#questionnaire";
import { checkIin, type IinProblem } from "./person-entry.ts";

export type IinCellError =
  | IinProblem
  /** "1.50620E+11": the table program showed a rounded number, the digits are gone. */
  | { readonly type: "iin-rounded" };

export interface IinCell {
  readonly iin: string;
  /** True where leading zeros were put back. */
  readonly isRestored: boolean;
}

/** Null for an empty cell (the IIN is never required). Zeros come back only where the check digit then agrees: at most three can be lost, because births of 2000 begin "0001". */
export function parseIinCell(cell: string): Result<IinCell | null, IinCellError> {
  const text = cell.replace(/[\s\u00A0'\u2019\u00AB\u00BB"-]+/gu, "").replace(/[.,]0+$/u, "");
  if (text === "" || /^0+$/u.test(text)) return ok(null);
  if (/^\d+[.,]\d+e\+?\d+$/iu.test(text)) return err({ type: "iin-rounded" });
  const isShort = /^\d{9,11}$/u.test(text);
  const checked = checkIin(isShort ? text.padStart(12, "0") : text);
  if (checked.ok) return ok({ iin: checked.value, isRestored: isShort });
  return isShort ? err({ type: "iin-not-12-digits" }) : checked;
}
