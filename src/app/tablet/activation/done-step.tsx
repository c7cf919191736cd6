import { lazy, Suspense } from "react";
import { formatDigits, getLocale, m } from "../../i18n/index.ts";
import { FieldRow, FieldRows, Notice, Panel } from "../../ui/index.ts";
import { useTabletState, type BatchState, type EnrolledSummary } from "../../wiring/index.ts";
import styles from "./activation-screen.module.css";

const comparedGroup = 4;

/** Fetched when it is shown: the first route carries no census. */
const InstitutionCautions = lazy(async () => ({
  default: (await import("../institution-cautions.tsx")).InstitutionCautions,
}));

interface DoneStepProps {
  readonly summary: EnrolledSummary;
}

export function DoneStep({ summary }: DoneStepProps) {
  const { status } = useTabletState();
  const testBatch = status !== null && "testBatch" in status ? status.testBatch : "sealed";
  const { institution, officerName, officerId, comparisonDigits } = summary;
  return (
    <>
      <Panel>
        <FieldRows>
          <FieldRow term={m.enrol_institution()}>
            {getLocale() === "ru" ? institution.name.ru : institution.name.kk}
          </FieldRow>
          <FieldRow term={m.enrol_officer()}>{officerName ?? officerId}</FieldRow>
          <FieldRow term={m.enrol_digits()}>
            <span className={styles.digits}>{formatDigits(comparisonDigits, comparedGroup)}</span>
          </FieldRow>
        </FieldRows>
        <p>{m.enrol_compare()}</p>
      </Panel>
      <Panel title={m.inst_cautions()}>
        <Suspense>
          <InstitutionCautions kind={institution.kind} />
        </Suspense>
      </Panel>
      <TestSending state={testBatch} />
    </>
  );
}

/** Until it is accepted it is not proven that the Department can open what this tablet sends. */
function TestSending({ state }: { readonly state: BatchState }) {
  switch (state) {
    case "accepted":
      return <Notice tone="ok" title={m.enrol_test_accepted()} />;
    case "refused":
    case "quarantined":
      return <Notice tone="err" title={m.enrol_test_refused()} />;
    case "sealed":
    case "exported":
    case "stored":
      return <Notice tone="info" title={m.enrol_test_waiting()} />;
  }
}
