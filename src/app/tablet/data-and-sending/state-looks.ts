import { m } from "../../i18n/index.ts";
import type { GlyphName, PillTone } from "../../ui/index.ts";
import type { BatchForm, BatchState } from "../../wiring/index.ts";

export interface StateLooks {
  readonly tone: PillTone;
  readonly glyph: GlyphName;
  readonly word: string;
}

/** Where a batch is. */
export function stateLooks(state: BatchState): StateLooks {
  switch (state) {
    case "sealed":
      return { tone: "local", glyph: "box", word: m.state_ready() };
    case "exported":
      return { tone: "local-dashed", glyph: "arrows", word: m.state_on_usb() };
    case "stored":
      return { tone: "info", glyph: "tick-dotted", word: m.state_stored() };
    case "accepted":
      return { tone: "ok", glyph: "tick", word: m.state_accepted() };
    case "refused":
      return { tone: "err", glyph: "return", word: m.state_returned() };
    case "quarantined":
      return { tone: "info", glyph: "tick-dotted", word: m.state_quarantined() };
  }
}

/** What became of one form of a batch. */
export function outcomeLooks(outcome: BatchForm["outcome"]): StateLooks {
  switch (outcome) {
    case "open":
      return { tone: "info", glyph: "tick-dotted", word: m.mark_form_open() };
    case "accepted":
      return { tone: "ok", glyph: "tick", word: m.mark_form_accepted() };
    case "not-accepted":
      return { tone: "err", glyph: "return", word: m.mark_form_refused() };
    case "not-told":
      return { tone: "info", glyph: "tick-dotted", word: m.mark_form_not_told() };
  }
}
