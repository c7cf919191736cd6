// The check before signing: people who may stand on the list twice, side by side, as a file can bring them (T-06). Whom the
// officer calls two people is not asked about again on this page.
import { useMemo, useState } from "react";
import { findLikelyPairs } from "#fieldwork";
import { formatNumber, m } from "../../i18n/index.ts";
import { Button } from "../../ui/index.ts";
import type { ListRow } from "../../wiring/index.ts";
import { PersonSummary } from "./likely-duplicates.tsx";
import styles from "./likely-pairs.module.css";

interface LikelyPairsProps {
  readonly rows: readonly ListRow[];
  readonly isProtected: boolean;
  /** The line is a second entry of somebody listed before. */
  readonly onSame: (second: ListRow) => void;
}

export function LikelyPairs({ rows, isProtected, onSame }: LikelyPairsProps) {
  const [settled, setSettled] = useState<readonly string[]>([]);
  const pairs = useMemo(
    () =>
      findLikelyPairs(rows.filter(({ removed }) => removed === null)).map((pair) => ({
        ...pair,
        key: `${pair.first.lineId} ${pair.second.lineId}`,
      })),
    [rows],
  );
  const open = pairs.filter(({ key }) => !settled.includes(key));
  if (open.length === 0) return null;
  return (
    <section className={styles.pairs} aria-labelledby="likely-pairs">
      <h2 id="likely-pairs" className={styles.title}>
        ? {m.list_pairs({ n: formatNumber(open.length) })}
      </h2>
      <p>{m.list_pairs_hint()}</p>
      {open.map(({ key, first, second, because }) => (
        <div key={key} className={styles.pair} role="group" aria-label={`№ ${first.number} — № ${second.number}`}>
          {[first, second].map((row) => (
            <div key={row.lineId}>
              <p className={styles.caption}>
                № {row.number} · {because === "iin" ? m.list_similar_iin() : m.list_similar_name()}
              </p>
              <PersonSummary person={row.person} isProtected={isProtected} />
            </div>
          ))}
          <div className={styles.actions}>
            <Button kind="secondary" onPress={() => onSame(second)}>
              {m.list_pair_same()}
            </Button>
            <Button kind="secondary" onPress={() => setSettled([...settled, key])}>
              {m.list_pair_two()}
            </Button>
          </div>
        </div>
      ))}
    </section>
  );
}
