// The five places a form can be, in words, with a number each (ux D4); a sixth line appears only while the Department
// holds forms that it has not decided on.
import type { ReactNode } from "react";
import { formatNumber, m } from "../i18n/index.ts";
import { Glyph, type GlyphName } from "../ui/index.ts";
import type { DeliveryView } from "../wiring/index.ts";
import styles from "./places.module.css";

interface PlacesProps {
  readonly places: NonNullable<DeliveryView["places"]>;
  /** A line under "ready, on this tablet only". */
  readonly oldest?: ReactNode;
  /** A line under "on USB, not confirmed". */
  readonly onUsbSince?: ReactNode;
}

export function Places({ places, oldest, onUsbSince }: PlacesProps) {
  return (
    <dl className={styles.places}>
      <Place glyph="half-circle" tone="info" word={m.state_being_filled()} count={places.beingFilled} />
      <Place glyph="box" tone="local" word={m.state_ready()} count={places.ready} detail={oldest} />
      <Place glyph="arrows" tone="local" word={m.state_on_usb()} count={places.onUsb} detail={onUsbSince} />
      {places.received > 0 && <Place glyph="tick-dotted" tone="info" word={m.state_stored()} count={places.received} />}
      <Place glyph="tick" tone="ok" word={m.state_accepted()} count={places.accepted} />
      <Place glyph="return" tone="err" word={m.state_returned()} count={places.returned} />
    </dl>
  );
}

interface PlaceProps {
  readonly glyph: GlyphName;
  readonly tone: "info" | "local" | "ok" | "err";
  readonly word: string;
  readonly count: number;
  readonly detail?: ReactNode;
}

function Place({ glyph, tone, word, count, detail }: PlaceProps) {
  return (
    <div className={styles.place}>
      <dt className={styles.word} data-tone={tone}>
        <Glyph name={glyph} />
        <span>
          {word}
          {detail !== undefined && <span className={styles.detail}>{detail}</span>}
        </span>
      </dt>
      <dd className={styles.count}>{formatNumber(count)}</dd>
    </div>
  );
}
