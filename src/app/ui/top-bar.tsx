// The bar over every screen of a surface, with the seam under it: the one decoration, and it says nothing (ux 4.1).
import type { ReactNode } from "react";
import { Link } from "wouter";
import { Glyph } from "./glyph.tsx";
import styles from "./top-bar.module.css";

/** The way back: an address, or what lies under a page that covers the screen. */
export type BarBack =
  | { readonly label: string; readonly to: string }
  | { readonly label: string; readonly onPress: () => void };

interface TopBarProps {
  readonly back?: BarBack;
  readonly title: ReactNode;
  /** Beside the title on a wide screen, in a row of its own on a narrow one. */
  readonly extra?: ReactNode;
  readonly tools: ReactNode;
}

export function TopBar({ back, title, extra, tools }: TopBarProps) {
  return (
    <header className={styles.bar}>
      <div className={styles.row}>
        {back !== undefined && <Back back={back} />}
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

function Back({ back }: { readonly back: BarBack }) {
  const words = (
    <>
      <Glyph name="back" />
      <span>{back.label}</span>
    </>
  );
  if ("to" in back) {
    return (
      <Link href={back.to} className={styles.back ?? ""}>
        {words}
      </Link>
    );
  }
  return (
    <button type="button" className={styles.back} onClick={back.onPress}>
      {words}
    </button>
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
