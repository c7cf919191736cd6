import type { PostponeReason } from "#fieldwork";
import { formatDate, formatTime, m } from "../../i18n/index.ts";
import type { PostponeTime } from "./postpone-times.ts";

export function dayText({ day, atMs }: PostponeTime): string {
  switch (day) {
    case "today":
      return m.post_today();
    case "tomorrow":
      return m.post_tomorrow();
    case "later":
      return formatDate(atMs).slice(0, 5);
  }
}

/** `Бүгін 15:00`: the day first, the time after it. */
export function timeText(time: PostponeTime): string {
  return `${dayText(time)} ${formatTime(time.atMs)}`;
}

/** When a postponed person is to be asked again; a time in words stands as it was written. */
export function untilText(
  { untilMs, note }: { readonly untilMs: number | null; readonly note: string | null },
  nowMs: number,
): string {
  if (untilMs === null) return note ?? m.post_some_time();
  const isSameDay = new Date(untilMs).toDateString() === new Date(nowMs).toDateString();
  return isSameDay
    ? `${m.post_today()} ${formatTime(untilMs)}`
    : `${formatDate(untilMs).slice(0, 5)} ${formatTime(untilMs)}`;
}

export function postponeReasonText(reason: PostponeReason): string {
  switch (reason) {
    case "busy":
      return m.post_reason_busy();
    case "unwell":
      return m.post_reason_unwell();
    case "away":
      return m.post_reason_away();
    case "no-language":
      return m.post_reason_language();
    case "other":
      return m.post_reason_other();
  }
}
