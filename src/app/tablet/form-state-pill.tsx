import { m } from "../i18n/index.ts";
import { StatusPill, type GlyphName, type PillTone } from "../ui/index.ts";
import type { FormStateView } from "../wiring/index.ts";
import { usePractice } from "./practice/practice-context.ts";

type State = FormStateView["state"];

const looks: Readonly<Record<State, { readonly tone: PillTone; readonly glyph: GlyphName }>> = {
  "not-started": { tone: "plain", glyph: "circle" },
  "being-filled": { tone: "info", glyph: "half-circle" },
  ready: { tone: "local", glyph: "box" },
  "on-usb": { tone: "local-dashed", glyph: "arrows" },
  stored: { tone: "info", glyph: "tick-dotted" },
  accepted: { tone: "ok", glyph: "tick" },
  refused: { tone: "err", glyph: "return" },
  quarantined: { tone: "info", glyph: "tick-dotted" },
};

/** Where a form is, in a word. */
export function FormStatePill({ state }: { readonly state: State }) {
  const isPractice = usePractice() !== null;
  // A practised form is on no tablet, not even this one.
  return (
    <StatusPill {...looks[state]}>
      {isPractice && state === "ready" ? m.practice_form_done() : formStateWord(state)}
    </StatusPill>
  );
}

/** A line whose form was cancelled and that was not begun anew. */
export function CancelledPill() {
  return (
    <StatusPill tone="plain" glyph="cross">
      {m.state_cancelled()}
    </StatusPill>
  );
}

export function formStateWord(state: State): string {
  switch (state) {
    case "not-started":
      return m.state_not_started();
    case "being-filled":
      return m.state_being_filled();
    case "ready":
      return m.state_ready();
    case "on-usb":
      return m.state_on_usb();
    case "stored":
      return m.state_stored();
    case "accepted":
      return m.state_accepted();
    case "refused":
      return m.state_returned();
    case "quarantined":
      return m.state_quarantined();
  }
}
