// Bar, content, bottom bar: the content alone scrolls, so the main action never leaves the screen.
import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";
import styles from "./frame.module.css";

interface FrameProps {
  readonly top: ReactNode;
  /** Lines under the top bar that concern the whole tablet. */
  readonly warnings?: ReactNode;
  readonly bottom?: ReactNode;
  /** No margins and no scrolling of its own: the content does both. */
  readonly isBleed?: boolean;
  readonly children: ReactNode;
}

export function Frame({ top, warnings, bottom, isBleed = false, children }: FrameProps) {
  return (
    <div className={styles.frame}>
      <div className={styles.above}>
        {top}
        {warnings}
      </div>
      <main className={classNames(styles.main, isBleed && styles.bleed)} tabIndex={-1}>
        {children}
      </main>
      {bottom !== undefined && bottom !== null && bottom !== false && <div className={styles.bottom}>{bottom}</div>}
    </div>
  );
}
