// A name typed in the wrong keyboard layout ("Fhfk" for "Арал"): one button offers the other reading. Nothing is ever
// changed silently (ux 3.4).
import { m } from "../i18n/index.ts";
import { readInOtherLayout } from "./read-in-other-layout.ts";
import styles from "./other-layout.module.css";

interface OtherLayoutProps {
  readonly text: string;
  readonly onChoose: (text: string) => void;
}

export function OtherLayout({ text, onChoose }: OtherLayoutProps) {
  const other = readInOtherLayout(text);
  if (other === null) return null;
  return (
    <button type="button" className={styles.offer} onClick={() => onChoose(other)}>
      {m.q_other_layout({ text: other })}
    </button>
  );
}
