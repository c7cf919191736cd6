// The quick PIN's place in the settings (T-22): whether one is set, what it does, and how to set, change or remove it.
import { useState } from "react";
import { m } from "../../i18n/index.ts";
import { Button, Panel } from "../../ui/index.ts";
import { useTablet, useTabletState } from "../../wiring/index.ts";
import { QuickPinDialog } from "./quick-pin-dialog.tsx";
import styles from "./quick-pin-setting.module.css";

export function QuickPinSetting() {
  const tablet = useTablet();
  const { status } = useTabletState();
  const [isOpen, setIsOpen] = useState(false);
  if (status?.state !== "unlocked") return null;
  const { hasQuickPin } = status;
  return (
    <Panel title={m.pin_title()}>
      <p role="status">{hasQuickPin ? m.pin_is_set() : m.pin_not_set()}</p>
      <div className={styles.actions}>
        <Button kind="secondary" onPress={() => setIsOpen(true)}>
          {hasQuickPin ? m.pin_change() : m.pin_set()}
        </Button>
        {hasQuickPin && (
          <Button kind="quiet" onPress={() => void tablet.forgetQuickPin()}>
            {m.pin_remove()}
          </Button>
        )}
      </div>
      <p className={styles.note}>{m.pin_explain()}</p>
      <p className={styles.note}>{m.pin_idle()}</p>
      <QuickPinDialog isOpen={isOpen} onClose={() => setIsOpen(false)} />
    </Panel>
  );
}
