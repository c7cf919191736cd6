// The cell "type" of the survey sheet.
import type { Row } from "./workbook.ts";

/** `select_one yes_no or_other` in its words; spaces and underscores may stand for one another. */
export function typeOf(row: Row): { readonly type: string; readonly list: string; readonly hasOther: boolean } {
  const text = row.look("type").replace(/^(select|begin|end) (one|multiple|group|repeat)/u, "$1_$2");
  const [type = "", ...rest] = text.split(/\s+/u);
  const hasOther = rest.includes("or_other");
  return { type, list: rest.filter((word) => word !== "or_other").join(" "), hasOther };
}
