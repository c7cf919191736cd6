// A second window of the application: says so and offers to go on here.
import { useSyncExternalStore, type ReactNode } from "react";
import { m, useLocale } from "../../i18n/index.ts";
import { Opening } from "../opening.tsx";
import type { OneWindow } from "./one-window.ts";
import { TroubleScreen } from "./trouble-screen.tsx";

interface WindowGateProps {
  readonly oneWindow: OneWindow;
  readonly children: ReactNode;
}

export function WindowGate({ oneWindow, children }: WindowGateProps) {
  useLocale();
  const place = useSyncExternalStore(oneWindow.subscribe, oneWindow.place);
  switch (place) {
    case "here":
      return children;
    case "asking":
      return <Opening />;
    case "elsewhere":
      return (
        <TroubleScreen
          title={m.trouble_window()}
          safe={m.trouble_window_safe()}
          action={m.trouble_window_action()}
          onAction={oneWindow.takeOver}
        />
      );
  }
}
