import type { ReactNode } from "react";
import { Link } from "wouter";
import { Glyph, type GlyphName } from "./glyph.tsx";
import styles from "./tile.module.css";

interface TileProps {
  readonly to: string;
  readonly glyph: GlyphName;
  readonly title: string;
  readonly count?: string;
  /** Another way at the foot of the card. */
  readonly second?: { readonly to: string; readonly title: string };
  readonly children?: ReactNode;
}

/** A card that is a link, or two. */
export function Tile({ second, ...main }: TileProps) {
  if (second === undefined) return <MainLink {...main} />;
  return (
    <div className={styles.pair}>
      <MainLink {...main} />
      <Link href={second.to} className={styles.second ?? ""}>
        {second.title}
      </Link>
    </div>
  );
}

function MainLink({ to, glyph, title, count, children }: Omit<TileProps, "second">) {
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
