// Why a field or a row of a file was refused: what to do, in one sentence. Codes come from #fieldwork, words are here.
import { ageYearsLimit, nameLengthLimit, noteLengthLimit, type RefusalReason } from "#fieldwork";
import { m } from "../../i18n/index.ts";
import type { EntryProblem } from "./person-draft.ts";

export function personProblemText(reason: EntryProblem["problem"] | RefusalReason): string {
  switch (reason) {
    case "name-missing":
      return m.list_p_name_missing();
    case "name-too-long":
      return m.list_p_name_long({ limit: nameLengthLimit });
    case "name-has-digits":
      return m.list_p_name_digits();
    case "name-has-other-characters":
      return m.list_p_name_characters();
    case "name-mixes-alphabets":
      return m.list_p_name_mixed();
    case "name-incomplete":
      return m.list_p_name_incomplete();
    case "date-impossible":
      return m.list_p_date_impossible();
    case "date-after-census":
      return m.list_p_date_late();
    case "age-impossible":
      return m.list_p_age({ limit: ageYearsLimit });
    case "date-unfinished":
      return m.list_p_date_unfinished();
    case "date-two-digit-year":
    case "date-not-understood":
      return m.list_p_date_unclear();
    case "iin-not-12-digits":
      return m.list_p_iin_digits();
    case "iin-check-digit":
      return m.list_p_iin_check();
    case "iin-rounded":
      return m.list_p_iin_rounded();
    case "position-missing":
      return m.list_p_position();
    case "note-too-long":
      return m.list_p_name_long({ limit: noteLengthLimit });
    case "note-missing":
      return m.list_p_note_missing();
    case "sex-not-understood":
      return m.list_p_sex_unclear();
    case "presence-not-understood":
      return m.list_p_presence_unclear();
    case "position-not-understood":
      return m.list_p_position_unclear();
  }
}
