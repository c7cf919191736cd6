import { useEffect, useState } from "react";
import { m } from "../i18n/index.ts";
import styles from "./opening.module.css";

const silentMs = 400;

/** Says that something is being opened, but only once it takes long enough to be noticed (ux 2.1). */
export function Opening() {
  const [isLong, setIsLong] = useState(false);
  useEffect(() => {
    const timer = window.setTimeout(() => setIsLong(true), silentMs);
    return () => window.clearTimeout(timer);
  }, []);
  return (
    <p className={styles.opening} role="status">
      {isLong && m.frame_opening()}
    </p>
  );
}
