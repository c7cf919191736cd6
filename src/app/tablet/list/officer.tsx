import { useEffect, useState } from "react";
import { m } from "../../i18n/index.ts";
import { useTablet } from "../../wiring/index.ts";
import { usePractice } from "../practice/practice-context.ts";
import styles from "./sign-screen.module.css";

/** Under whose name the list is signed; a practice is nobody's. */
export function Officer() {
  const isPractice = usePractice() !== null;
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
      {m.list_officer()}: <strong>{isPractice ? m.practice_officer() : name}</strong>
    </p>
  );
}
