// Offers the quick PIN on Home after unlocking with the code. Whoever says no is not asked again in this window; the
// settings have it too.
import { useState } from "react";
import { m } from "../../i18n/index.ts";
import { Button, Notice } from "../../ui/index.ts";
import { useTabletState } from "../../wiring/index.ts";
import { QuickPinDialog } from "./quick-pin-dialog.tsx";
import styles from "./quick-pin-setting.module.css";

const place = "sanaq-pin-offer";

export function QuickPinOffer() {
  const { status } = useTabletState();
  const [isDeclined, setIsDeclined] = useState(() => sessionStorage.getItem(place) === "declined");
  const [isOpen, setIsOpen] = useState(false);
  if (status?.state !== "unlocked" || status.hasQuickPin || isDeclined) return null;
  const decline = (): void => {
    sessionStorage.setItem(place, "declined");
    setIsDeclined(true);
  };
  return (
    <>
      <Notice
        tone="info"
        title={m.pin_offer()}
        action={
          <div className={styles.actions}>
            <Button kind="secondary" onPress={() => setIsOpen(true)}>
              {m.pin_set()}
            </Button>
            <Button kind="quiet" onPress={decline}>
              {m.pin_not_now()}
            </Button>
          </div>
        }
      />
      <QuickPinDialog isOpen={isOpen} onClose={() => setIsOpen(false)} />
    </>
  );
}
