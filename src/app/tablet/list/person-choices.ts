// The closed answers about a listed person, with their words.
import type { Position, Presence, RemovalReason } from "#fieldwork";
import { m } from "../../i18n/index.ts";

export function sexText(sex: "1" | "2" | null): string {
  return sex === null ? "" : sex === "1" ? m.list_sex_1() : m.list_sex_2();
}

export function presenceText(presence: Presence): string {
  switch (presence) {
    case "present":
      return m.list_present();
    case "absent":
      return m.list_absent();
    case "temporary":
      return m.list_temporary();
  }
}

export function positionText(position: Position): string {
  switch (position) {
    case "resident":
      return m.list_resident();
    case "staff":
      return m.list_staff();
    case "staff-family":
      return m.list_staff_family();
  }
}

export function removalText(reason: RemovalReason): string {
  switch (reason) {
    case "left":
      return m.list_reason_left();
    case "died":
      return m.list_reason_died();
    case "duplicate":
      return m.list_reason_duplicate();
    case "mistake":
      return m.list_reason_mistake();
  }
}
