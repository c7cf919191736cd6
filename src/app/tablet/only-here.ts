import { formatNumber, m } from "../i18n/index.ts";

/** How much is on this tablet only: the forms by number, the list by its name, as it is no form. */
export function onlyHereText(forms: number, isListHere: boolean): string {
  const n = formatNumber(forms);
  if (!isListHere) return n;
  return forms === 0 ? m.frame_only_list() : m.frame_forms_and_list({ n });
}
