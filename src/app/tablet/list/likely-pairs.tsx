// The check before signing: people who may stand on the list twice, side by side, as a file can bring them (T-06). Whom the
// officer called two people, here or at entry, is not asked about again while both are called what they are.
import { useMemo } from "react";
import { findLikelyPairs, isToldApart } from "#fieldwork";
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
  readonly onTwo: (first: ListRow, second: ListRow) => void;
}

export function LikelyPairs({ rows, isProtected, onSame, onTwo }: LikelyPairsProps) {
  const open = useMemo(
    () =>
      findLikelyPairs(rows.filter(({ removed }) => removed === null))
        .filter(({ first, second }) => !isToldApart(first, second))
        .map((pair) => ({ ...pair, key: `${pair.first.lineId} ${pair.second.lineId}` })),
    [rows],
  );
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
            <Button kind="secondary" onPress={() => onTwo(first, second)}>
              {m.list_pair_two()}
            </Button>
          </div>
        </div>
      ))}
    </section>
  );
}
