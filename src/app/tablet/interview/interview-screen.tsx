// T-09: opens the line's interview, or says why it does not open.
import { useState } from "react";
import { useLocation } from "wouter";
import { m } from "../../i18n/index.ts";
import { Button } from "../../ui/index.ts";
import { InterviewFailure } from "./interview-failure.tsx";
import { InterviewPage } from "./interview-page.tsx";
import { InterviewProvider } from "./interview-provider.tsx";
import { ReadOnlyForm } from "../check-and-finish/read-only-form.tsx";
import { useOpenedInterview } from "./use-opened-interview.ts";
import { TabletFrame } from "../frame.tsx";

export function InterviewScreen({ lineId }: { readonly lineId: string }) {
  const [, go] = useLocation();
  const { loading, again } = useOpenedInterview(lineId);
  const [askedAgain, setAskedAgain] = useState<number | null>(null);
  switch (loading.state) {
    case "loading":
      return (
        <TabletFrame back={{ label: m.int_to_respondents(), to: "/respondents" }}>
          <p role="status">{m.int_opening()}</p>
        </TabletFrame>
      );
    case "failed":
      if (loading.error.type === "start-missing") {
        return (
          <TabletFrame back={{ label: m.int_to_respondents(), to: "/respondents" }}>
            <Button kind="primary" onPress={() => go(`/start/${lineId}`)}>
              {m.int_start_begin()}
            </Button>
          </TabletFrame>
        );
      }
      return <InterviewFailure error={loading.error} onAgain={again} />;
    case "open":
      return (
        <InterviewProvider page={loading.page}>
          {loading.page.opened.interview.state === "finished" ? (
            <ReadOnlyForm page={loading.page} onReopened={again} />
          ) : (
            <InterviewPage
              page={loading.page}
              askedAgain={askedAgain}
              onMoved={(count) => {
                setAskedAgain(count);
                again();
              }}
            />
          )}
        </InterviewProvider>
      );
  }
}
