// A started interview whose questionnaire has a later version: it stays on its own until the officer takes it over.
import { useState } from "react";
import { m } from "../../i18n/index.ts";
import { Button, Notice } from "../../ui/index.ts";
import { useTablet } from "../../wiring/index.ts";
import { useInterviewStore } from "./use-interview.ts";
import type { OpenInterviewPage } from "./use-opened-interview.ts";

interface VersionNoticeProps {
  readonly page: OpenInterviewPage;
  /** The interview stands on the newest version now; so many questions wait for an answer again. */
  readonly onMoved: (askedAgain: number) => void;
}

export function VersionNotice({ page, onMoved }: VersionNoticeProps) {
  const tablet = useTablet();
  const store = useInterviewStore();
  const [step, setStep] = useState<"offered" | "moving" | "failed">("offered");
  if (!page.opened.isBehind) return null;
  const move = async (): Promise<void> => {
    setStep("moving");
    if (!(await store.settled())) return setStep("failed");
    const moved = await tablet.moveInterviewForward(page.opened.interviewId);
    return moved.ok ? onMoved(moved.value.askedAgain) : setStep("failed");
  };
  return (
    <Notice
      tone="info"
      title={step === "failed" ? m.int_version_failed() : m.int_version_behind()}
      action={
        <Button
          kind="secondary"
          isDisabled={step === "moving"}
          onPress={() => void move().catch(() => setStep("failed"))}
        >
          {m.int_version_move()}
        </Button>
      }
    />
  );
}
