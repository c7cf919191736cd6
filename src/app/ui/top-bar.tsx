// The bar over every screen of a surface, with the seam under it: the one decoration, and it says nothing (ux 4.1).
import type { ReactNode } from "react";
import { Link } from "wouter";
import { Glyph } from "./glyph.tsx";
import styles from "./top-bar.module.css";

interface TopBarProps {
  readonly back?: { readonly label: string; readonly to: string };
  readonly title: ReactNode;
  /** Beside the title on a wide screen, in a row of its own on a narrow one. */
  readonly extra?: ReactNode;
  readonly tools: ReactNode;
}

export function TopBar({ back, title, extra, tools }: TopBarProps) {
  return (
    <header className={styles.bar}>
      <div className={styles.row}>
        {back !== undefined && (
          <Link href={back.to} className={styles.back ?? ""}>
            <Glyph name="back" />
            <span>{back.label}</span>
          </Link>
        )}
        <div className={styles.title}>{title}</div>
        {extra !== undefined && extra !== null && <div className={styles.extra}>{extra}</div>}
        <div className={styles.tools}>{tools}</div>
      </div>
      <svg className={styles.seam} aria-hidden="true" focusable="false">
        <line x1="0" y1="1" x2="100%" y2="1" />
      </svg>
    </header>
  );
}

interface BarButtonProps {
  readonly label: string;
  readonly glyph: "sun" | "lock" | "cover";
  readonly isPressed?: boolean;
  readonly isWordHidden?: boolean;
  readonly onPress: () => void;
}

/** A tool of the bar. */
export function BarButton({ label, glyph, isPressed, isWordHidden = false, onPress }: BarButtonProps) {
  return (
    <button
      type="button"
      className={styles.tool}
      aria-label={isWordHidden ? label : undefined}
      title={isWordHidden ? label : undefined}
      aria-pressed={isPressed}
      onClick={onPress}
    >
      <Glyph name={glyph} />
      {!isWordHidden && <span>{label}</span>}
    </button>
  );
}
