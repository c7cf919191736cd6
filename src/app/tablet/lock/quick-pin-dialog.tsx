// Setting the quick PIN: typed twice, accepted at the sixth digit of the second time. It is kept nowhere on the page.
import { useEffect, useState } from "react";
import { errorSentence, m } from "../../i18n/index.ts";
import { CodeEntry, Dialog } from "../../ui/index.ts";
import { useTablet, useTabletState } from "../../wiring/index.ts";
import { pinDigits } from "./quick-lock-screen.tsx";

interface QuickPinDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

export function QuickPinDialog({ isOpen, onClose }: QuickPinDialogProps) {
  return (
    <Dialog title={m.pin_title()} isOpen={isOpen} onClose={onClose}>
      <QuickPinEntry onDone={onClose} />
    </Dialog>
  );
}

function QuickPinEntry({ onDone }: { readonly onDone: () => void }) {
  const tablet = useTablet();
  const { again } = useTabletState();
  const [first, setFirst] = useState<string | null>(null);
  const [pin, setPin] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const [isSetting, setIsSetting] = useState(false);

  const startAnew = (why: string): void => {
    setProblem(why);
    setFirst(null);
    setPin("");
    setIsSetting(false);
  };
  const goOn = async (typed: string): Promise<void> => {
    if (first === null) {
      setFirst(typed);
      setPin("");
      setProblem(null);
      return undefined;
    }
    if (typed !== first) return startAnew(m.pin_differs());
    setIsSetting(true);
    const result = await tablet.setQuickPin(typed);
    if (!result.ok) return startAnew(errorSentence(result.error));
    again();
    return onDone();
  };
  useEffect(() => {
    // The sixth digit goes on; that the worker was asked is set by time, not by rendering.
    // oxlint-disable-next-line react/set-state-in-effect
    if (pin.length === pinDigits && !isSetting) void goOn(pin);
  });

  return (
    <CodeEntry
      key={first === null ? "new" : "again"}
      label={first === null ? m.pin_new() : m.pin_again()}
      padLabel={m.ui_digits()}
      eraseLabel={m.ui_erase()}
      size={pinDigits}
      group={pinDigits}
      value={pin}
      covers="all"
      isDisabled={isSetting}
      problem={problem}
      onChange={setPin}
    />
  );
}
