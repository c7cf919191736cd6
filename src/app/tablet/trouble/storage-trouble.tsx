// The tablet's storage as a trouble of the whole tablet: it does not open, or it takes nothing new. A write that fails
// later, in an open interview, stays at its question: what is typed there must not leave the page.
import { m } from "../../i18n/index.ts";
import { usePageActions, useTabletState, type StorageError } from "../../wiring/index.ts";
import { TroubleScreen, WaysOut } from "./trouble-screen.tsx";

export function UnreadableScreen() {
  const { lockFully } = usePageActions();
  return (
    <TroubleScreen
      title={m.trouble_unreadable()}
      safe={m.trouble_unreadable_safe()}
      action={m.trouble_reopen()}
      onAction={lockFully}
    />
  );
}

export function RefusesWritingScreen({ problem }: { readonly problem: StorageError }) {
  const { again } = useTabletState();
  const { lockFully } = usePageActions();
  switch (problem.type) {
    case "storage-full":
      return (
        <TroubleScreen
          title={m.trouble_full()}
          safe={m.trouble_full_safe()}
          action={m.trouble_check_again()}
          onAction={again}
        >
          <WaysOut />
        </TroubleScreen>
      );
    case "storage-aborted":
      return (
        <TroubleScreen
          title={m.trouble_refuses()}
          safe={m.trouble_refuses_safe()}
          action={m.trouble_check_again()}
          onAction={again}
        >
          <WaysOut />
        </TroubleScreen>
      );
    case "storage-newer":
      return (
        <TroubleScreen
          title={m.trouble_newer()}
          safe={m.trouble_newer_safe()}
          action={m.trouble_newer_action()}
          onAction={lockFully}
        >
          <WaysOut />
        </TroubleScreen>
      );
  }
}
