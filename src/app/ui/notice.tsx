// What happened, what is safe, one action: at the place of the thing it is about (ux 2.1).
import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { Glyph, type GlyphName } from "./glyph.tsx";
import styles from "./notice.module.css";

export type NoticeTone = "err" | "local" | "info" | "ok";

interface NoticeProps {
  readonly tone: NoticeTone;
  /** What happened, one sentence. */
  readonly title: ReactNode;
  /** What is safe and what can be done. */
  readonly children?: ReactNode;
  readonly action?: ReactNode;
}

const glyphByTone: Readonly<Record<NoticeTone, GlyphName>> = {
  err: "cross",
  local: "warning",
  info: "info",
  ok: "tick",
};

export function Notice({ tone, title, children, action }: NoticeProps) {
  return (
    <div className={classNames(styles.notice, styles[tone])} role={tone === "err" ? "alert" : "status"}>
      <Glyph name={glyphByTone[tone]} />
      <div className={styles.words}>
        <p className={styles.title}>{title}</p>
        {children !== undefined && <div className={styles.safe}>{children}</div>}
      </div>
      {action !== undefined && <div className={styles.action}>{action}</div>}
    </div>
  );
}
