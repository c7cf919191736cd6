import type { ListField } from "#fieldwork";
import { m } from "../../i18n/index.ts";

/** What a column of a list file can hold, in words. */
export function fieldText(field: ListField): string {
  switch (field) {
    case "surname":
      return m.q_surname();
    case "given":
      return m.q_given();
    case "patronymic":
      return m.q_patronymic();
    case "full-name":
      return m.list_import_full_name();
    case "born":
      return m.list_born();
    case "sex":
      return m.list_sex();
    case "iin":
      return m.list_iin();
    case "arrived":
      return m.list_arrived();
    case "presence":
      return m.list_presence();
    case "position":
      return m.list_position();
    case "note":
      return m.list_note();
  }
}
