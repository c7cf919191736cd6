import type { ReactNode } from "react";
import { Link } from "wouter";
import { Glyph, type GlyphName } from "./glyph.tsx";
import styles from "./tile.module.css";

interface TileProps {
  readonly to: string;
  readonly glyph: GlyphName;
  readonly title: string;
  readonly count?: string;
  readonly children?: ReactNode;
}

/** A card that is a link. */
export function Tile({ to, glyph, title, count, children }: TileProps) {
  return (
    <Link href={to} className={styles.tile ?? ""}>
      <span className={styles.head}>
        <Glyph name={glyph} />
        <span className={styles.title}>{title}</span>
        {count !== undefined && <span className={styles.count}>{count}</span>}
      </span>
      {children !== undefined && <span className={styles.detail}>{children}</span>}
    </Link>
  );
}
