// Taking a line off asks why and deletes nothing (ux 3.6).
import { useState } from "react";
import { RemovalReason } from "#fieldwork";
import type { PartialDate } from "#questionnaire";
import { m } from "../../i18n/index.ts";
import { Dialog } from "../../ui/index.ts";
import type { ListRow } from "../../wiring/index.ts";
import { LeavingDay } from "./leaving-day.tsx";
import { insteadOfName } from "./instead-of-name.ts";
import { fullName } from "./person-words.ts";
import { removalText } from "./person-choices.ts";
import styles from "./remove-person.module.css";

interface RemovePersonProps {
  readonly row: ListRow | null;
  /** Number and age instead of the name (ux 3.11). */
  readonly isProtected: boolean;
  /** `leftOn` is known at most of those who left. */
  readonly onRemove: (row: ListRow, reason: RemovalReason, leftOn: PartialDate | null) => void;
  readonly onClose: () => void;
}

export function RemovePerson({ row, isProtected, onRemove, onClose }: RemovePersonProps) {
  return (
    <Dialog title={m.list_remove()} isOpen={row !== null} onClose={onClose}>
      {row !== null && (
        <Reasons key={row.lineId} row={row} isProtected={isProtected} onRemove={onRemove} onClose={onClose} />
      )}
    </Dialog>
  );
}

function Reasons({ row, isProtected, onRemove, onClose }: RemovePersonProps & { readonly row: ListRow }) {
  const [hasLeft, setHasLeft] = useState(false);
  return (
    <>
      {hasLeft && <LeavingDay onTakeOff={(leftOn) => onRemove(row, "left", leftOn)} onKeep={onClose} />}
      {!hasLeft && (
        <div className={styles.body}>
          <p className={styles.who}>
            № {row.number} · {isProtected ? insteadOfName(row.person) : fullName(row.person)}
          </p>
          <p className={styles.hint}>{m.list_remove_hint()}</p>
          <p className={styles.ask} id="removal-reason">
            {m.list_remove_ask()}
          </p>
          <div className={styles.reasons} role="group" aria-labelledby="removal-reason">
            {RemovalReason.options.map((reason) => (
              <button
                key={reason}
                type="button"
                className={styles.reason}
                onClick={() => (reason === "left" ? setHasLeft(true) : onRemove(row, reason, null))}
              >
                {removalText(reason)}
              </button>
            ))}
          </div>
        </div>
      )}
    </>
  );
}
