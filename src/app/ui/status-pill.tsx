// A status: shape, word, fill, and only then colour. Colour alone fails for one man in twelve (ux 4.3).
import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { Glyph, type GlyphName } from "./glyph.tsx";
import styles from "./status-pill.module.css";

export type PillTone = "plain" | "info" | "local" | "local-dashed" | "ok" | "err" | "soft" | "ink";

interface StatusPillProps {
  readonly tone: PillTone;
  readonly glyph?: GlyphName;
  readonly children: ReactNode;
}

export function StatusPill({ tone, glyph, children }: StatusPillProps) {
  return (
    <span className={classNames(styles.pill, styles[tone])}>
      {glyph !== undefined && <Glyph name={glyph} />}
      <span>{children}</span>
    </span>
  );
}
