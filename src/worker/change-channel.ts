// Pokes between tabs, the worker and the service worker: what to read again. Nothing else ever goes through the channel.
import type { TabletChange } from "./api.ts";

export const changeChannelName = "sanaq-outbox";

const changeByMessage: Readonly<Record<string, TabletChange>> = {
  "outbox-changed": "delivery",
  "list-changed": "list",
  "status-changed": "status",
};

const messageByChange = { delivery: "outbox-changed", list: "list-changed", status: "status-changed" } as const;

export interface ChangeMessage {
  readonly type: (typeof messageByChange)[TabletChange];
}

export function changeToMessage(change: TabletChange): ChangeMessage {
  return { type: messageByChange[change] };
}

/** Null for anything that is no poke of ours. */
export function parseChange(message: unknown): TabletChange | null {
  if (typeof message !== "object" || message === null || !("type" in message)) return null;
  return typeof message.type === "string" ? (changeByMessage[message.type] ?? null) : null;
}
