// A list from the institution's own file: choose it, see what each column holds, take it, read what became of every row.
import { useState } from "react";
import type { ListMapping } from "#fieldwork";
import { m } from "../../i18n/index.ts";
import { Button } from "../../ui/index.ts";
import { useTablet, type ListFilePreview, type ListImportReport } from "../../wiring/index.ts";
import { TabletFrame } from "../frame.tsx";
import { useIsProtected } from "../use-is-protected.ts";
import { ChooseFile } from "./choose-file.tsx";
import { ColumnMatching } from "./column-matching.tsx";
import { ImportReport } from "./import-report.tsx";
import { listErrorText, type ListFailure } from "./list-error-text.ts";
import styles from "./import-screen.module.css";

type Step =
  | { readonly at: "choose" }
  | { readonly at: "reading" }
  | { readonly at: "match"; readonly preview: ListFilePreview; readonly isTaking: boolean }
  | { readonly at: "report"; readonly report: ListImportReport; readonly preview: ListFilePreview };

export function ImportScreen() {
  const tablet = useTablet();
  const isProtected = useIsProtected();
  const [step, setStep] = useState<Step>({ at: "choose" });
  const [error, setError] = useState<ListFailure | null>(null);

  const read = async (file: File): Promise<void> => {
    setError(null);
    setStep({ at: "reading" });
    const bytes = new Uint8Array(await file.arrayBuffer());
    const preview = await tablet.readListFile(bytes, file.name);
    if (preview.ok) return setStep({ at: "match", preview: preview.value, isTaking: false });
    setError(preview.error);
    setStep({ at: "choose" });
  };
  const take = async (preview: ListFilePreview, mapping: ListMapping): Promise<void> => {
    setError(null);
    setStep({ at: "match", preview, isTaking: true });
    const report = await tablet.importListFile(mapping);
    if (report.ok) return setStep({ at: "report", report: report.value, preview });
    setError(report.error);
    setStep({ at: "match", preview, isTaking: false });
  };
  const fail = (): void => {
    setError({ type: "unexpected" });
    setStep({ at: "choose" });
  };

  return (
    <TabletFrame isBleed back={{ label: m.list_to_list(), to: "/list" }} title={m.list_import_title()}>
      <div className={styles.page}>
        {error !== null && (
          <p className={styles.error} role="alert">
            ✕ {listErrorText(error)}
          </p>
        )}
        {step.at === "choose" && <ChooseFile onFile={(file) => void read(file).catch(fail)} />}
        {step.at === "reading" && <p role="status">{m.list_import_reading()}</p>}
        {step.at === "match" && (
          <ColumnMatching
            key={step.preview.fileName}
            preview={step.preview}
            isProtected={isProtected}
            isTaking={step.isTaking}
            onTake={(mapping) => void take(step.preview, mapping).catch(fail)}
          />
        )}
        {step.at === "report" && <ImportReport report={step.report} preview={step.preview} isProtected={isProtected} />}
        {(step.at === "match" || step.at === "report") && (
          <div>
            <Button kind="quiet" onPress={() => setStep({ at: "choose" })}>
              {m.list_import_other()}
            </Button>
          </div>
        )}
      </div>
    </TabletFrame>
  );
}
