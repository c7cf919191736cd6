// T-01: binds the tablet to an institution and an officer. The link proves the server, the server's person proves the
// tablet by twelve digits, and the generated code, shown once and typed back, is the only thing that will open it.
import { useState } from "react";
import { errorSentence, m } from "../../i18n/index.ts";
import { Button, Notice } from "../../ui/index.ts";
import { useTablet, type EnrolledSummary, type EnrolmentError, type EnrolmentOffer } from "../../wiring/index.ts";
import { QuietPage } from "../quiet-page.tsx";
import { DoneStep } from "./done-step.tsx";
import { LinkStep } from "./link-step.tsx";
import { CodeStep } from "./code-step.tsx";
import { SelfCheckPanel } from "./self-check-panel.tsx";
import { TypeStep } from "./type-step.tsx";
import styles from "./activation-screen.module.css";

type Step =
  | { readonly name: "link" }
  | { readonly name: "code"; readonly offer: EnrolmentOffer }
  | { readonly name: "type"; readonly offer: EnrolmentOffer }
  | { readonly name: "done"; readonly summary: EnrolledSummary };

interface ActivationScreenProps {
  /** The link this page was opened by; empty where it was not. */
  readonly link: string;
  /**
   * True from the code on: the tablet is enrolled before its answer is here, and the screen stays until the officer has
   * compared the digits. False where only a new start can help.
   */
  readonly onUnderWay: (isUnderWay: boolean) => void;
  readonly onDone: () => void;
}

export function ActivationScreen({ link, onUnderWay, onDone }: ActivationScreenProps) {
  const tablet = useTablet();
  const [step, setStep] = useState<Step>({ name: "link" });
  const [isBusy, setIsBusy] = useState(false);
  const [error, setError] = useState<EnrolmentError | null>(null);

  const go = (next: Step): void => {
    setError(null);
    setStep(next);
    onUnderWay(next.name !== "link");
  };
  const check = async (typed: string): Promise<void> => {
    setIsBusy(true);
    setError(null);
    const offer = await tablet.startEnrolment(typed);
    setIsBusy(false);
    if (offer.ok) go({ name: "code", offer: offer.value });
    else setError(offer.error);
  };
  const confirm = async (code: string): Promise<boolean> => {
    setIsBusy(true);
    setError(null);
    const enrolled = await tablet.confirmEnrolment(code);
    setIsBusy(false);
    if (!enrolled.ok) {
      // The offer is gone: only a new start can help.
      if (enrolled.error.type === "enrolment-not-started") go({ name: "link" });
      setError(enrolled.error);
      return enrolled.error.type === "typed-code-differs";
    }
    go({ name: "done", summary: enrolled.value });
    // Its outcome is shown by the test sending's state.
    void tablet.push();
    return false;
  };

  return (
    <QuietPage
      title={titleOf(step)}
      bottom={
        step.name === "done" && (
          <Button kind="primary" isMain isFirstFocus onPress={onDone}>
            {m.enrol_begin()}
          </Button>
        )
      }
    >
      <div className={styles.columns}>
        <div className={styles.step}>
          {step.name === "link" && <LinkStep link={link} isBusy={isBusy} onCheck={(typed) => void check(typed)} />}
          {step.name === "code" && (
            <CodeStep offer={step.offer} onWritten={() => go({ name: "type", offer: step.offer })} />
          )}
          {step.name === "type" && (
            <TypeStep
              isBusy={isBusy}
              problem={error === null ? null : errorSentence(error)}
              onConfirm={confirm}
              onShowAgain={() => go({ name: "code", offer: step.offer })}
            />
          )}
          {step.name === "done" && <DoneStep summary={step.summary} />}
          {error !== null && step.name !== "type" && (
            <Notice tone={error.type === "unreachable-server" ? "local" : "err"} title={errorSentence(error)} />
          )}
        </div>
        {step.name === "link" && <SelfCheckPanel />}
      </div>
    </QuietPage>
  );
}

function titleOf(step: Step): string {
  switch (step.name) {
    case "link":
      return m.enrol_title();
    case "code":
      return m.enrol_code_title();
    case "type":
      return m.enrol_type_title();
    case "done":
      return m.enrol_done_title();
  }
}
