// Opening the tablet with the unlock code, and what is said of the tablet before and after.
import { parseUnlockCode, tabletNumber } from "#protocol";
import { err, ok, type Result } from "#questionnaire";
import {
  createIdentityStore,
  createJournal,
  createOutbox,
  createSendingStore,
  createVaultStore,
  type Journal,
} from "#storage";
import { isOnlyHere, judgeClock, skewOf, type OutboxEntry, type TabletIdentity, type TimeToken } from "#sync";
import { lastMark } from "./delivery-facts.ts";
import { departmentPhoneOf, institutionOf } from "./enrolled-facts.ts";
import type { QuickPinError, QuickUnlockError, UnlockError } from "./errors.ts";
import type { TabletHost } from "./host.ts";
import type { QuickLock } from "./quick-lock.ts";
import type { Session } from "./session.ts";
import type { ClockView, StatusFacts, TabletStatus } from "./status-view.ts";
import { createStorageCheck } from "./storage-check.ts";
import { delayAfter, nextTryAtMs } from "./unlock-delay.ts";
import { openVault, VaultContent } from "./vault.ts";

export interface Unlocking {
  readonly unlock: (code: string) => Promise<Result<true, UnlockError>>;
  readonly unlockQuickly: (pin: string) => Promise<Result<true, QuickUnlockError>>;
  readonly setQuickPin: (pin: string) => Promise<Result<true, QuickPinError>>;
  readonly lock: () => Promise<"quick" | "full">;
  readonly readStatus: () => Promise<TabletStatus>;
}

export function createUnlocking(host: TabletHost, session: Session, quickLock: QuickLock): Unlocking {
  const { database, clock } = host;
  const identities = createIdentityStore(database);
  const vaults = createVaultStore(database);
  const journal = createJournal(database);
  const outbox = createOutbox(database);
  const sending = createSendingStore(database);
  const storage = createStorageCheck(database);

  const unlock: Unlocking["unlock"] = async (typed) => {
    const identity = await identities.readIdentity();
    if (!identity.ok) return identity;
    if (identity.value === null) return err({ type: "not-enrolled" });
    const state = await sending.readSending();
    if (!state.ok) return state;
    if (state.value.isRevoked) return err({ type: "tablet-revoked" });
    const before = await journal.readJournal();
    if (!before.ok) return before;
    const retryAtMs = nextTryAtMs(before.value, clock.nowMs());
    if (retryAtMs !== null) return err({ type: "too-soon", retryAtMs });
    const stored = await vaults.readVault();
    if (!stored.ok) return stored;
    const vault = VaultContent.safeParse(stored.value);
    if (!vault.success) return err({ type: "vault-damaged" });

    const code = parseUnlockCode(typed);
    // What cannot be a code costs the same delay, without the slow derivation.
    const opened =
      code === null ? err({ type: "code-wrong" } as const) : await openVault(vault.data, code, host.derive);
    if (!opened.ok)
      return opened.error.type === "code-wrong" ? noteFailure(journal, host) : err({ type: "vault-damaged" });
    const begun = await session.open(opened.value);
    if (!begun.ok) return begun;
    // A PIN that was given up for the code is no PIN to come back to.
    quickLock.forget();
    // A journal that cannot be written must not keep the officer out.
    if (before.value.at(-1)?.type === "unlock-failed") {
      await journal.writeJournal({ atMs: clock.nowMs(), type: "unlocked" });
    }
    return ok(true);
  };

  const unlockQuickly: Unlocking["unlockQuickly"] = async (pin) => {
    const state = await sending.readSending();
    if (!state.ok) return state;
    if (state.value.isRevoked) {
      quickLock.forget();
      return err({ type: "tablet-revoked" });
    }
    const opened = await quickLock.open(pin);
    if (!opened.ok) return opened;
    const begun = await session.open(opened.value);
    if (!begun.ok) return begun;
    quickLock.end();
    return ok(true);
  };

  const setQuickPin: Unlocking["setQuickPin"] = async (pin) => {
    const vault = session.vault();
    return vault === null ? err({ type: "locked" }) : quickLock.set(pin, vault);
  };

  const lock: Unlocking["lock"] = async () => {
    await session.close();
    return quickLock.begin() ? "quick" : "full";
  };

  const readEnrolled = async (facts: StatusFacts, { dev }: TabletIdentity): Promise<TabletStatus> => {
    const entries = await outbox.readEntries();
    if (!entries.ok) return { ...facts, state: "unreadable", problem: entries.error };
    const state = await sending.readSending();
    if (!state.ok) return { ...facts, state: "unreadable", problem: state.error };
    const stored = await vaults.readVault();
    const vault = VaultContent.safeParse(stored.ok ? stored.value : null);
    const enrolled = {
      ...facts,
      dev,
      number: tabletNumber(dev),
      comparisonDigits: vault.success ? vault.data.comparisonDigits : "",
      testBatch: entries.value.find(({ kind }) => kind === "test")?.state ?? "sealed",
      lastMark: lastMark(entries.value, dev),
      refusesWriting: await storage.whatRefusesWriting(),
      counts: countBatches(entries.value),
    };
    const book = await session.read();
    if (book.ok) {
      const { officer } = book.value.facts.enrolled;
      return {
        ...enrolled,
        state: "unlocked",
        hasQuickPin: quickLock.isSet(),
        institution: institutionOf(book.value.facts),
        officerId: officer.id,
        officerName: officer.name ?? null,
        departmentPhone: departmentPhoneOf(book.value.facts),
        clock: viewClock(state.value.time, clock.nowMs()),
      };
    }
    if (book.error.type !== "locked") return { ...facts, state: "unreadable", problem: book.error };
    if (state.value.isRevoked) return { ...enrolled, state: "revoked" };
    const quick = quickLock.view();
    if (quick !== null) return { ...enrolled, state: "quick-locked", ...quick };
    const tries = await journal.readJournal();
    return { ...enrolled, state: "locked", retryAtMs: nextTryAtMs(tries.ok ? tries.value : [], clock.nowMs()) };
  };

  const readStatus = async (): Promise<TabletStatus> => {
    const facts = { release: host.release, persisted: await host.isPersisted() };
    const identity = await identities.readIdentity();
    if (!identity.ok) return { ...facts, state: "unreadable", problem: identity.error };
    return identity.value === null ? { ...facts, state: "not-enrolled" } : readEnrolled(facts, identity.value);
  };

  return { unlock, unlockQuickly, setQuickPin, lock, readStatus };
}

async function noteFailure(journal: Journal, { clock }: TabletHost): Promise<Result<true, UnlockError>> {
  const atMs = clock.nowMs();
  await journal.writeJournal({ atMs, type: "unlock-failed" });
  const after = await journal.readJournal();
  const retryAtMs = after.ok ? nextTryAtMs(after.value, atMs) : null;
  return err({ type: "wrong-code", retryAtMs: retryAtMs ?? atMs + delayAfter(1) });
}

function countBatches(entries: readonly OutboxEntry[]) {
  return {
    notAccepted: entries.filter(({ state }) => state !== "accepted").length,
    onlyHere: entries.filter(isOnlyHere).length,
  };
}

function viewClock(time: TimeToken | null, nowMs: number): ClockView {
  return { skewMs: time === null ? null : skewOf(time), verdict: judgeClock(time, nowMs) };
}
