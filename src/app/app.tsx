// The officer's tablet as React sees it: contexts around, and which of its four lives it is in. Everything it needs comes
// in as a prop, so that tests run it over a tablet of their own.
import { useEffect, useState } from "react";
import { useLocation } from "wouter";
import { useLocale } from "./i18n/index.ts";
import { ActivationScreen } from "./tablet/activation/activation-screen.tsx";
import { LockScreen } from "./tablet/lock/lock-screen.tsx";
import { QuickLockScreen } from "./tablet/lock/quick-lock-screen.tsx";
import { useIdleLock } from "./tablet/lock/use-idle-lock.ts";
import { Opening } from "./tablet/opening.tsx";
import { RevokedRoutes, UnlockedRoutes, WayOutRoutes } from "./tablet/tablet-routes.tsx";
import { onlyWindow, type OneWindow } from "./tablet/trouble/one-window.ts";
import { RefusesWritingScreen, UnreadableScreen } from "./tablet/trouble/storage-trouble.tsx";
import { WindowGate } from "./tablet/trouble/window-gate.tsx";
import { showTheme } from "./theme/theme.ts";
import {
  ClockContext,
  CrashBoundary,
  PageActionsContext,
  TabletContext,
  TabletStateProvider,
  useTabletState,
  type PageActions,
  type TabletApi,
} from "./wiring/index.ts";

interface TabletAppProps {
  readonly tablet: TabletApi;
  readonly page: PageActions;
  readonly clock: () => number;
  readonly release: string;
  readonly reload: () => void;
  /** The enrolment link the page was opened by; empty where it was not. */
  readonly enrolmentLink: string;
  /** Whether the application is open in another window too. */
  readonly oneWindow?: OneWindow;
}

const themeCheckMs = 60_000;

export function TabletApp({
  tablet,
  page,
  clock,
  release,
  reload,
  enrolmentLink,
  oneWindow = onlyWindow,
}: TabletAppProps) {
  useEffect(() => {
    // Sunlight ends at 20:00 by itself.
    const timer = window.setInterval(showTheme, themeCheckMs);
    return () => window.clearInterval(timer);
  }, []);
  return (
    <CrashBoundary release={release} reload={reload}>
      <TabletContext value={tablet}>
        <PageActionsContext value={page}>
          <ClockContext value={clock}>
            <WindowGate oneWindow={oneWindow}>
              <TabletStateProvider>
                <Life enrolmentLink={enrolmentLink} />
              </TabletStateProvider>
            </WindowGate>
          </ClockContext>
        </PageActionsContext>
      </TabletContext>
    </CrashBoundary>
  );
}

function Life({ enrolmentLink }: { readonly enrolmentLink: string }) {
  // Every word below is painted anew when the language changes.
  useLocale();
  const { status } = useTabletState();
  const [, go] = useLocation();
  const [isActivating, setIsActivating] = useState(false);
  useIdleLock(status);
  if (status === null) return <Opening />;
  if (status.state === "not-enrolled" || isActivating) {
    return (
      <ActivationScreen
        link={enrolmentLink}
        onUnderWay={setIsActivating}
        onDone={() => {
          go("/", { replace: true });
          setIsActivating(false);
        }}
      />
    );
  }
  if (status.state === "unreadable") return <UnreadableScreen />;
  if (status.refusesWriting !== null && status.state !== "revoked") {
    return <WayOutRoutes otherwise={<RefusesWritingScreen problem={status.refusesWriting} />} />;
  }
  switch (status.state) {
    case "quick-locked":
      return <QuickLockScreen attemptsLeft={status.attemptsLeft} />;
    case "locked":
      return <LockScreen retryAtMs={status.retryAtMs} />;
    case "revoked":
      return <RevokedRoutes />;
    case "unlocked":
      return <UnlockedRoutes isProtected={status.institution.protectedMode} />;
  }
}
