// The third step of T-17: the eight digits that the Department's employee gives, typed now or on any later day. They are
// checked on the tablet itself, so a wrong digit is told at once and changes nothing.
import { useState } from "react";
import { errorSentence, formatNumber, m } from "../../i18n/index.ts";
import { Button, CodeEntry, Notice } from "../../ui/index.ts";
import { useTablet, useTabletState, type AcceptanceCodeError, type CodeReport } from "../../wiring/index.ts";

const codeDigits = 8;
const groupDigits = 4;

export function CodeStep() {
  const { status } = useTabletState();
  return status?.state === "unlocked" ? <CodeField /> : <p>{m.usb_code_locked()}</p>;
}

/** What became of the code that was typed last. */
type Outcome =
  | { readonly type: "taken"; readonly report: CodeReport }
  | { readonly type: "refused"; readonly error: AcceptanceCodeError };

function CodeField() {
  const tablet = useTablet();
  const { again } = useTabletState();
  const [code, setCode] = useState("");
  const [isChecking, setIsChecking] = useState(false);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const isWhole = code.length === codeDigits;

  const confirm = async (): Promise<void> => {
    if (!isWhole || isChecking) return;
    setIsChecking(true);
    try {
      const result = await tablet.takeAcceptanceCode(code);
      setOutcome(result.ok ? { type: "taken", report: result.value } : { type: "refused", error: result.error });
      setCode("");
      again();
    } finally {
      setIsChecking(false);
    }
  };
  return (
    <>
      <CodeEntry
        label={m.usb_code_label()}
        padLabel={m.ui_digits()}
        eraseLabel={m.ui_erase()}
        size={codeDigits}
        group={groupDigits}
        covers="none"
        isFirstFocus={false}
        value={code}
        isDisabled={isChecking}
        problem={outcome?.type === "refused" ? errorSentence(outcome.error) : null}
        onChange={setCode}
        onEnter={() => void confirm()}
      >
        {outcome?.type !== "refused" && (
          <div role="status">{outcome?.type === "taken" && <Taken report={outcome.report} />}</div>
        )}
      </CodeEntry>
      <Button kind="primary" isDisabled={!isWhole || isChecking} onPress={() => void confirm()}>
        {m.usb_code_confirm()}
      </Button>
    </>
  );
}

function Taken({ report }: { readonly report: CodeReport }) {
  const { forms, lists, batches, left } = report;
  const title =
    batches === 0 ? m.usb_code_known() : m.usb_code_taken({ forms: formatNumber(forms), lists: formatNumber(lists) });
  return (
    <Notice tone={batches === 0 ? "info" : "ok"} title={title}>
      {left > 0 && <p>{m.usb_code_left({ n: formatNumber(left) })}</p>}
    </Notice>
  );
}
