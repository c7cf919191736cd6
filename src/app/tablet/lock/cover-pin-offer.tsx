// After the first cover without a PIN: from then on only the officer should be able to take it away. Asked once a window,
// and never on the cover, where it would say that something is behind it.
import { useState } from "react";
import { m } from "../../i18n/index.ts";
import { Button, Dialog } from "../../ui/index.ts";
import { QuickPinDialog } from "./quick-pin-dialog.tsx";

const place = "sanaq-cover-offer";

export function isCoverPinOffered(): boolean {
  return sessionStorage.getItem(place) !== null;
}

export function CoverPinOffer({ onClose }: { readonly onClose: () => void }) {
  const [isSetting, setIsSetting] = useState(false);
  const close = (): void => {
    sessionStorage.setItem(place, "made");
    onClose();
  };
  if (isSetting) return <QuickPinDialog isOpen onClose={close} />;
  return (
    <Dialog
      title={m.pin_cover_offer()}
      isOpen
      onClose={close}
      actions={
        <Button kind="primary" isMain onPress={() => setIsSetting(true)}>
          {m.pin_set()}
        </Button>
      }
    >
      <p>{m.pin_cover_why()}</p>
    </Dialog>
  );
}
