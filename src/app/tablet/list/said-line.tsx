import { m } from "../../i18n/index.ts";
import { Button } from "../../ui/index.ts";
import type { ListRow } from "../../wiring/index.ts";
import styles from "./said-line.module.css";

/** What became of the last change; a line taken off can be brought back from here. */
export interface Said {
  readonly text: string;
  /** `done`: what was asked for was done. `noted`: it was not, or something about it is to be looked at. */
  readonly tone: "done" | "noted";
  readonly undo: ListRow | null;
}

interface SaidLineProps {
  readonly said: Said | null;
  readonly onUndo: (row: ListRow) => void;
}

export function SaidLine({ said, onUndo }: SaidLineProps) {
  const undo = said?.undo ?? null;
  return (
    <div className={styles.said} data-tone={said?.tone}>
      <p role="status">{said?.text}</p>
      {undo !== null && (
        <Button kind="secondary" isFirstFocus onPress={() => onUndo(undo)}>
          {m.list_restore()}
        </Button>
      )}
    </div>
  );
}
