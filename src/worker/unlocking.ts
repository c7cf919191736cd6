// Opening the tablet with the unlock code, and what is said of the tablet before and after.
import { parseUnlockCode } from "#protocol";
import { err, ok, type Result } from "#questionnaire";
import {
  createIdentityStore,
  createJournal,
  createOutbox,
  createSendingStore,
  createVaultStore,
  type Journal,
} from "#storage";
import { isOnlyHere, judgeClock, skewOf, type OutboxEntry, type StorageError, type TimeToken } from "#sync";
import { lastMark } from "./delivery-facts.ts";
import { institutionOf } from "./enrolled-facts.ts";
import type { UnlockError } from "./errors.ts";
import type { TabletHost } from "./host.ts";
import type { Session } from "./session.ts";
import type { ClockView, TabletStatus } from "./status-view.ts";
import { delayAfter, nextTryAtMs } from "./unlock-delay.ts";
import { openVault, VaultContent } from "./vault.ts";

export interface Unlocking {
  readonly unlock: (code: string) => Promise<Result<true, UnlockError>>;
  readonly readStatus: () => Promise<TabletStatus>;
}

export function createUnlocking(host: TabletHost, session: Session): Unlocking {
  const { database, clock } = host;
  const identities = createIdentityStore(database);
  const vaults = createVaultStore(database);
  const journal = createJournal(database);
  const outbox = createOutbox(database);
  const sending = createSendingStore(database);

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
    // A journal that cannot be written must not keep the officer out.
    if (before.value.at(-1)?.type === "unlock-failed") {
      await journal.writeJournal({ atMs: clock.nowMs(), type: "unlocked" });
    }
    return ok(true);
  };

  const readStatus = async (): Promise<TabletStatus> => {
    const facts = { release: host.release, persisted: await host.isPersisted() };
    const identity = must(await identities.readIdentity());
    if (identity === null) return { ...facts, state: "not-enrolled" };
    const entries = must(await outbox.readEntries());
    const state = must(await sending.readSending());
    const vault = VaultContent.safeParse(must(await vaults.readVault()));
    const enrolled = {
      ...facts,
      dev: identity.dev,
      comparisonDigits: vault.success ? vault.data.comparisonDigits : "",
      testBatch: entries.find(({ kind }) => kind === "test")?.state ?? "sealed",
      lastMark: lastMark(entries, identity.dev),
      counts: countBatches(entries),
    };
    if (session.isOpen()) {
      const book = must(await session.read());
      const { officer } = book.facts.enrolled;
      return {
        ...enrolled,
        state: "unlocked",
        institution: institutionOf(book.facts),
        officerId: officer.id,
        officerName: officer.name ?? null,
        clock: viewClock(state.time, clock.nowMs()),
      };
    }
    if (state.isRevoked) return { ...enrolled, state: "revoked" };
    const retryAtMs = nextTryAtMs(must(await journal.readJournal()), clock.nowMs());
    return { ...enrolled, state: "locked", retryAtMs };
  };

  return { unlock, readStatus };
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

/** A status has no place for a storage that cannot even be read: that is no state of the tablet but its failure. */
function must<T>(result: Result<T, StorageError | { readonly type: string }>): T {
  if (result.ok) return result.value;
  throw new Error(`the tablet's storage cannot be read: ${result.error.type}`);
}
