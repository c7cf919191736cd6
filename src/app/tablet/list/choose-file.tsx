import { useId } from "react";
import { m } from "../../i18n/index.ts";
import styles from "./import-screen.module.css";

/** The file stays on the tablet; only its rows are read. */
export function ChooseFile({ onFile }: { readonly onFile: (file: File) => void }) {
  const hintId = useId();
  return (
    <div className={styles.choose}>
      <label className={styles.file}>
        {m.list_import_choose()}
        <input
          type="file"
          accept=".csv,.txt,.tsv,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
          aria-describedby={hintId}
          onChange={(event) => {
            const file = event.currentTarget.files?.[0];
            if (file !== undefined) onFile(file);
          }}
        />
      </label>
      <p id={hintId} className={styles.hint}>
        {m.list_import_hint()}
      </p>
    </div>
  );
}
