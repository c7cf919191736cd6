import { formatNumber, formatTime, m } from "../../i18n/index.ts";
import { Button, Notice } from "../../ui/index.ts";
import type { Sending } from "./use-sending.ts";

interface PausedNoticeProps {
  readonly untilMs: number;
  readonly sending: Sending;
}

/** A pause is the officer's own doing: said calmly, with its end, how far it came, and the way on. */
export function PausedNotice({ untilMs, sending }: PausedNoticeProps) {
  const { progress, isRunning, isSteered, send } = sending;
  return (
    <Notice
      tone="info"
      title={m.data_paused()}
      action={
        <Button kind="secondary" isFirstFocus={isSteered} onPress={send}>
          {m.act_continue()}
        </Button>
      }
    >
      <p>{m.data_paused_until({ time: formatTime(untilMs) })}</p>
      {progress !== null && (
        <p>{m.data_paused_done({ done: formatNumber(progress.done), all: formatNumber(progress.all) })}</p>
      )}
      <p>{isRunning ? m.data_paused_last() : m.data_paused_safe()}</p>
    </Notice>
  );
}
