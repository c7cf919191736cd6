// The cancelled forms of a line, each with its reason; the way back stands open while no other form is in its place.
import { useState } from "react";
import { errorSentence, formatDateTime, m } from "../../i18n/index.ts";
import { Button, Notice } from "../../ui/index.ts";
import { useTablet, type ListRow } from "../../wiring/index.ts";
import { cancelReasonText } from "./cancel-text.ts";

export function CancelledForms({ row }: { readonly row: ListRow }) {
  const tablet = useTablet();
  const [refusal, setRefusal] = useState<string | null>(null);
  const canRestore = row.form.state === "not-started" && row.outcome === null;
  const restore = async (interviewId: string): Promise<void> => {
    try {
      const done = await tablet.restoreInterview(interviewId);
      setRefusal(done.ok ? null : errorSentence(done.error));
    } catch {
      setRefusal(m.int_not_recorded());
    }
  };
  return (
    <>
      {refusal !== null && <Notice tone="err" title={refusal} />}
      {row.cancelled.map(({ interviewId, atMs, reason, note }) => (
        <Notice
          key={interviewId}
          tone="info"
          title={m.canc_done({ time: formatDateTime(atMs) })}
          action={
            canRestore && (
              <Button kind="secondary" onPress={() => void restore(interviewId)}>
                {m.list_restore()}
              </Button>
            )
          }
        >
          <p>{[cancelReasonText(reason), note ?? ""].filter((part) => part !== "").join(" · ")}</p>
          <p>{whatNow(row)}</p>
        </Notice>
      ))}
    </>
  );
}

function whatNow({ form, outcome }: ListRow): string {
  if (outcome !== null) return m.canc_stays();
  switch (form.state) {
    case "not-started":
      return m.canc_kept();
    case "being-filled":
      return form.rev === 1 ? m.canc_other() : m.canc_stays();
    default:
      return m.canc_stays();
  }
}
