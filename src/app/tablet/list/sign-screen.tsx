// T-06: the officer signs under numbers he has seen: by sex and age, against the headcount, the difference explained.
import { useRef, useState } from "react";
import { useLocation } from "wouter";
import { formatNumber, m } from "../../i18n/index.ts";
import { Button, Notice, TextField } from "../../ui/index.ts";
import { useReading, useTablet, type ListRow, type ListView } from "../../wiring/index.ts";
import { TabletFrame } from "../frame.tsx";
import { ListCounter } from "./list-counter.tsx";
import { listErrorText, type ListFailure } from "./list-error-text.ts";
import { countList } from "./list-totals.ts";
import { LikelyPairs } from "./likely-pairs.tsx";
import { Officer } from "./officer.tsx";
import { useIsProtected } from "../use-is-protected.ts";
import { usePractice } from "../practice/practice-context.ts";
import { SaidLine, type Said } from "./said-line.tsx";
import { TotalsTable } from "./totals-table.tsx";
import { useList } from "./use-list.ts";
import { readTypings } from "./use-typings.ts";
import styles from "./sign-screen.module.css";

export function SignScreen() {
  const { view, reload } = useList();
  return view === null ? (
    <TabletFrame back={{ label: m.list_to_list(), to: "/list" }} title={m.list_sign_title()}>
      <p role="status">{m.list_loading()}</p>
    </TabletFrame>
  ) : (
    <SignPage view={view} reload={reload} />
  );
}

interface SignPageProps {
  readonly view: ListView;
  readonly reload: () => void;
}

function SignPage({ view, reload }: SignPageProps) {
  const tablet = useTablet();
  const isProtected = useIsProtected();
  const page = useRef<HTMLDivElement>(null);
  const [said, setSaid] = useState<Said | null>(null);
  const [, go] = useLocation();
  const [reason, setReason] = useState("");
  const [isStated, setIsStated] = useState(false);
  const [isTried, setIsTried] = useState(false);
  const [isSending, setIsSending] = useState(false);
  const isPractice = usePractice() !== null;
  const [error, setError] = useState<ListFailure | null>(null);
  const typings = useReading(readTypings, []).value ?? [];
  // Whoever is half typed is not on the list that is signed.
  const hasUnsaved = typings.some(({ lineId }) => lineId === null);
  const totals = countList(view.rows);
  const headcount = view.list.state === "not-started" ? null : view.list.headcount;
  const onList = view.progress.onList;
  const differs = headcount !== null && headcount !== onList;
  const problem = problemOf({ headcount, differs, reason, isStated });

  const send = async (): Promise<void> => {
    setIsTried(true);
    if (problem !== null || headcount === null) return focusWhatIsMissing(page.current);
    setIsSending(true);
    const result = await tablet
      .signAndSealList({ onList, headcount, differenceReason: differs ? reason.trim() : null })
      .catch(() => ({ ok: false as const, error: { type: "unexpected" as const } }));
    setIsSending(false);
    if (!result.ok) {
      setError(result.error);
      reload();
      return;
    }
    void tablet.push().catch(() => undefined);
    go("/list");
  };
  const takeOff = async (row: ListRow): Promise<void> => {
    const result = await tablet.removePerson(row.lineId, "duplicate");
    setError(result.ok ? null : result.error);
    if (result.ok) setSaid({ text: m.list_taken_off({ number: row.number }), tone: "done", undo: row });
    reload();
  };
  const tellApart = async (first: ListRow, second: ListRow): Promise<void> => {
    const result = await tablet.tellApart(second.lineId, first.lineId);
    setError(result.ok ? null : result.error);
    reload();
  };
  const restore = async (row: ListRow): Promise<void> => {
    const result = await tablet.restorePerson(row.lineId);
    setError(result.ok ? null : result.error);
    if (result.ok) setSaid({ text: m.list_restored({ number: row.number }), tone: "done", undo: null });
    reload();
  };
  const declare = async (count: number): Promise<void> => {
    const result = await tablet.declareHeadcount(count);
    setError(result.ok ? null : result.error);
    reload();
  };

  return (
    <TabletFrame
      isBleed
      back={{ label: m.list_to_list(), to: "/list" }}
      title={`${m.list_sign_title()}, ${m.list_as_of()}`}
      bottom={
        <div className={styles.bottom}>
          {isTried && problem !== null && (
            <p className={styles.problem} role="alert">
              {problem}
            </p>
          )}
          <Button kind="primary" isMain isDisabled={isSending} onPress={() => void send()}>
            {isSending ? m.list_sending() : isPractice ? m.list_sign() : m.list_send()}
          </Button>
        </div>
      }
    >
      <div ref={page} className={styles.page}>
        <ListCounter view={view} onDeclare={(count) => void declare(count)} />
        <SaidLine said={said} onUndo={(row) => void restore(row)} />
        <LikelyPairs
          rows={view.rows}
          isProtected={isProtected}
          onSame={(row) => void takeOff(row)}
          onTwo={(first, second) => void tellApart(first, second)}
        />
        {hasUnsaved && (
          <Notice
            tone="local"
            title={m.list_sign_typed()}
            action={
              <Button kind="secondary" onPress={() => go("/list?add")}>
                {m.list_typed_continue()}
              </Button>
            }
          />
        )}
        <TotalsTable totals={totals} />
        {differs && (
          <TextField
            label={m.list_sign_difference_ask()}
            hint={m.list_sign_difference_hint({ onList: formatNumber(onList), headcount: formatNumber(headcount) })}
            value={reason}
            problem={isTried && reason.trim() === "" ? m.list_sign_difference_missing() : null}
            hasKazakhBar
            isMultiline
            onChange={(text) => setReason(text.slice(0, 500))}
          />
        )}
        <p className={styles.missed}>{m.list_sign_missed()}</p>
        <label className={styles.statement}>
          <input
            type="checkbox"
            data-missing={!isStated || undefined}
            checked={isStated}
            onChange={() => setIsStated(!isStated)}
          />
          {m.list_sign_statement()}
        </label>
        <Officer />
        {error !== null && (
          <p className={styles.problem} role="alert">
            ✕ {listErrorText(error)}
          </p>
        )}
      </div>
    </TabletFrame>
  );
}

interface Signing {
  readonly headcount: number | null;
  readonly differs: boolean;
  readonly reason: string;
  readonly isStated: boolean;
}

/** The headcount, the reason or the statement: whatever comes first and is not there. */
function focusWhatIsMissing(page: HTMLElement | null): void {
  requestAnimationFrame(() => {
    const wrong = page?.querySelector<HTMLElement>("[data-headcount-missing] button, [aria-invalid=true]");
    (wrong ?? page?.querySelector<HTMLElement>("[data-missing]"))?.focus();
  });
}

function problemOf({ headcount, differs, reason, isStated }: Signing): string | null {
  if (headcount === null) return m.list_sign_headcount_missing();
  if (differs && reason.trim() === "") return m.list_sign_difference_missing();
  return isStated ? null : m.list_sign_statement_missing();
}
