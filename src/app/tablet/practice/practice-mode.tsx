// A practice (ux principle 1): the ordinary screens over an invented tablet in memory, under a frame that cannot be taken
// for the real one. The tablet is made when the practice begins and forgotten when it is left or the tablet is locked.
import { useCallback, useEffect, useState, type ReactNode } from "react";
import { useLocation } from "wouter";
import { m, useLocale } from "../../i18n/index.ts";
import { Button } from "../../ui/index.ts";
import {
  TabletContext,
  TabletStateProvider,
  useClock,
  useReading,
  useTabletState,
  type PracticeTask,
} from "../../wiring/index.ts";
import { createPracticeTablet, practiceTasks } from "../../wiring/practice.ts";
import { PracticeContext, type Practice } from "./practice-context.ts";
import styles from "./practice-mode.module.css";

/** Asks its invented people what the real institution's are asked. */
export function PracticeMode({ children }: { readonly children: ReactNode }) {
  const { status } = useTabletState();
  return status?.state === "unlocked" ? (
    <OpenPractice institutionKind={status.institution.kind}>{children}</OpenPractice>
  ) : null;
}

interface OpenPracticeProps {
  readonly institutionKind: string;
  readonly children: ReactNode;
}

function OpenPractice({ institutionKind, children }: OpenPracticeProps) {
  const nowMs = useClock();
  const [practice] = useState(() => createPracticeTablet({ institutionKind, nowMs }));
  const readDone = useCallback(async () => practice.readDoneTasks(), [practice]);
  const isAtHome = useBeginningAtHome();
  return (
    <TabletContext value={practice.api}>
      <TabletStateProvider>
        <Framed readDone={readDone}>{isAtHome && children}</Framed>
      </TabletStateProvider>
    </TabletContext>
  );
}

interface FramedProps {
  readonly readDone: () => Promise<readonly PracticeTask[]>;
  readonly children: ReactNode;
}

function Framed({ readDone, children }: FramedProps) {
  useLocale();
  const [, go] = useLocation();
  const { value: done, failure } = useReading(readDone, ["list"]);
  if (failure !== null) throw failure;
  const practice: Practice = {
    tasks: practiceTasks.map((task) => ({ task, isDone: done?.includes(task) ?? false })),
  };
  return (
    <PracticeContext value={practice}>
      <div className={styles.practice}>
        <section className={styles.bar} aria-label={m.practice_title()}>
          <p className={styles.words}>{m.practice_banner()}</p>
          <p className={styles.count} role="status">
            {m.practice_count({ done: done?.length ?? 0, all: practiceTasks.length })}
          </p>
          <Button kind="secondary" onPress={() => go("~/")}>
            {m.practice_leave()}
          </Button>
        </section>
        <div className={styles.screen}>{children}</div>
      </div>
    </PracticeContext>
  );
}

/** An address of an earlier practice leads to nobody: what it named is forgotten. */
function useBeginningAtHome(): boolean {
  const [place, go] = useLocation();
  const [hasBegun, setHasBegun] = useState(place === "/");
  if (!hasBegun && place === "/") setHasBegun(true);
  useEffect(() => {
    if (!hasBegun) go("/", { replace: true });
  }, [hasBegun, go]);
  return hasBegun;
}
