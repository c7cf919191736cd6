// T-23: what is wrong in one sentence, what is safe in another, one action, and the ways out for what is finished.
import type { ReactNode } from "react";
import { m } from "../../i18n/index.ts";
import { Button, Tile } from "../../ui/index.ts";
import { QuietPage } from "../quiet-page.tsx";
import styles from "./trouble-screen.module.css";

interface TroubleScreenProps {
  readonly title: string;
  readonly safe: string;
  readonly action: string;
  readonly onAction: () => void;
  readonly children?: ReactNode;
}

export function TroubleScreen({ title, safe, action, onAction, children }: TroubleScreenProps) {
  return (
    <QuietPage title={title}>
      <p className={styles.safe} role="alert">
        {safe}
      </p>
      <div>
        <Button kind="primary" isMain onPress={onAction}>
          {action}
        </Button>
      </div>
      {children}
    </QuietPage>
  );
}

/** Finished forms leave a tablet that can no longer be worked on. */
export function WaysOut() {
  return (
    <nav className={styles.ways} aria-label={m.home_data()}>
      <Tile to="/usb" glyph="usb" title={m.data_usb()} />
      <Tile to="/data" glyph="send" title={m.home_data()} />
    </nav>
  );
}
