// Where a practice has no counterpart: the institution's file, sending, the USB medium, the tablet's own settings.
import { m } from "../../i18n/index.ts";
import { Notice } from "../../ui/index.ts";
import { TabletFrame } from "../frame.tsx";

interface NotInPracticeProps {
  readonly why: string;
  readonly back: { readonly label: string; readonly to: string };
}

export function NotInPractice({ why, back }: NotInPracticeProps) {
  return (
    <TabletFrame back={back} title={m.practice_title()}>
      <Notice tone="info" title={why} />
    </TabletFrame>
  );
}
