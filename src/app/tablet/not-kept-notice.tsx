// The browser may throw the data away: what is safe, what to do, and a button that asks it again.
import { useState } from "react";
import { m } from "../i18n/index.ts";
import { Button, Notice } from "../ui/index.ts";
import { askToKeep, canAskToKeep, useTabletState } from "../wiring/index.ts";

export function NotKeptNotice() {
  const { status, again } = useTabletState();
  const [asked, setAsked] = useState<"not" | "asking" | "refused">("not");
  if (status?.persisted !== false) return null;
  const ask = async (): Promise<void> => {
    setAsked("asking");
    const isKept = await askToKeep();
    setAsked(isKept ? "not" : "refused");
    // The worker says how it stands, and the notice goes.
    if (isKept) again();
  };
  return (
    <Notice
      tone="err"
      title={m.keep_refused()}
      action={
        canAskToKeep() && (
          <Button kind="secondary" isDisabled={asked === "asking"} onPress={() => void ask()}>
            {m.keep_ask()}
          </Button>
        )
      }
    >
      <p>{m.keep_how()}</p>
      {asked === "refused" && <p role="status">{m.keep_refused_again()}</p>}
    </Notice>
  );
}
