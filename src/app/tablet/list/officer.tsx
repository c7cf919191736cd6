import { useEffect, useState } from "react";
import { m } from "../../i18n/index.ts";
import { useTablet } from "../../wiring/index.ts";
import styles from "./sign-screen.module.css";

/** Under whose name the list is signed. */
export function Officer() {
  const tablet = useTablet();
  const [name, setName] = useState<string | null>(null);
  useEffect(() => {
    let isWanted = true;
    tablet.readStatus().then(
      (status) => {
        if (isWanted && status.state === "unlocked") setName(status.officerName ?? status.officerId);
      },
      () => undefined,
    );
    return () => {
      isWanted = false;
    };
  }, [tablet]);
  return name === null ? null : (
    <p className={styles.officer}>
      {m.list_officer()}: <strong>{name}</strong>
    </p>
  );
}
