// A paper that says a person was enumerated stands against an outcome that says nobody was (E123): its mark is taken back
// first, here, as the form that it belongs to is being corrected.
import { useState } from "react";
import { errorSentence, m } from "../../i18n/index.ts";
import { Button, Notice } from "../../ui/index.ts";
import { useTablet, type ListRow } from "../../wiring/index.ts";

export function GivenCertificate({ row: { lineId, number } }: { readonly row: ListRow }) {
  const tablet = useTablet();
  const [refusal, setRefusal] = useState<string | null>(null);
  const takeBack = async (): Promise<void> => {
    try {
      const done = await tablet.takeBackCertificate(lineId);
      setRefusal(done.ok ? null : errorSentence(done.error));
    } catch {
      setRefusal(m.int_not_recorded());
    }
  };
  return (
    <>
      {refusal !== null && <Notice tone="err" title={refusal} />}
      <Notice
        tone="info"
        title={m.err_line_has_certificate({ number })}
        action={
          <Button kind="secondary" onPress={() => void takeBack()}>
            {m.fin_take_back()}
          </Button>
        }
      />
    </>
  );
}
