// The quick lock: the tablet's keys under a PIN of six digits while this program lives (protocol.md 4.3). The PIN is no
// defence of a copied storage, and nothing of it is ever written: the keys lie in memory under HKDF of the PIN and of a
// random key that ends with the program. Five wrong PINs or fifteen minutes end the quick lock; then the code is needed.
import type { Random } from "#protocol";
import { err, ok, type Result } from "#questionnaire";
import type { Clock } from "#sync";
import type { QuickPinError } from "./errors.ts";
import { isQuickPin, isTrivialPin } from "./quick-pin.ts";
import { openKeys, wrapKeysAnew, type OpenVault, type WrappedKeys } from "./vault.ts";

/** Wrong PINs until the code is needed. */
export const quickPinTries = 5;
/** How long the PIN opens after the lock. */
export const quickLockMs = 15 * 60_000;

export interface QuickLockView {
  readonly attemptsLeft: number;
  /** From then on the code is needed (UTC ms). */
  readonly untilMs: number;
}

export type QuickOpenError =
  | { readonly type: "wrong-pin"; readonly attemptsLeft: number }
  | { readonly type: "pin-over" };

export interface QuickLock {
  /** Whether a PIN was set since the program started and still holds. */
  readonly isSet: () => boolean;
  /** Lays the keys of the open vault under a new PIN; the one before it holds no longer. */
  readonly set: (pin: string, vault: OpenVault) => Promise<Result<true, QuickPinError>>;
  readonly forget: () => void;
  /** The tablet is locked from now on; false where no PIN is set and the code will be needed. */
  readonly begin: () => boolean;
  /** Null where no PIN would open now. */
  readonly view: () => QuickLockView | null;
  /** Each wrong PIN is counted before it is judged: trying many at once wins nothing. */
  readonly open: (pin: string) => Promise<Result<OpenVault, QuickOpenError>>;
  /** The right PIN has opened the tablet: the tries begin anew. */
  readonly end: () => void;
}

/** The keys under the PIN. Neither the PIN nor a sign of it is among what is kept. */
interface KeptKeys {
  readonly secret: CryptoKey;
  readonly wrapped: WrappedKeys;
}

interface LockedSince {
  readonly wallMs: number;
  readonly monotonicMs: number;
  readonly triesLeft: number;
}

export function createQuickLock({ clock, random }: { readonly clock: Clock; readonly random: Random }): QuickLock {
  let kept: KeptKeys | null = null;
  let locked: LockedSince | null = null;

  const forget = (): void => {
    kept = null;
    locked = null;
  };
  const view = (): QuickLockView | null => {
    if (kept === null || locked === null) return null;
    // The counter stops while the tablet sleeps and the wall clock can be set back: whichever has gone further counts.
    const passedMs = Math.max(clock.nowMs() - locked.wallMs, clock.monotonicMs() - locked.monotonicMs);
    if (passedMs >= quickLockMs || locked.triesLeft <= 0) {
      forget();
      return null;
    }
    return { attemptsLeft: locked.triesLeft, untilMs: clock.nowMs() + quickLockMs - passedMs };
  };

  return {
    isSet: () => kept !== null,
    set: async (pin, vault) => {
      if (!isQuickPin(pin)) return err({ type: "pin-malformed" });
      if (isTrivialPin(pin)) return err({ type: "pin-trivial" });
      const secret = await newSecret(random);
      const wrapped = await wrapKeysAnew(vault, await deriveQuickKey(secret, pin), random);
      if (!wrapped.ok) return wrapped;
      kept = { secret, wrapped: wrapped.value };
      return ok(true);
    },
    forget,
    begin: () => {
      if (kept === null) return false;
      locked ??= { wallMs: clock.nowMs(), monotonicMs: clock.monotonicMs(), triesLeft: quickPinTries };
      return true;
    },
    view,
    open: async (pin) => {
      if (view() === null || kept === null || locked === null) return err({ type: "pin-over" });
      const { secret, wrapped } = kept;
      const attemptsLeft = locked.triesLeft - 1;
      locked = { ...locked, triesLeft: attemptsLeft };
      const opened = await openKeys(wrapped, await deriveQuickKey(secret, pin));
      if (opened.ok) return opened;
      if (attemptsLeft > 0) return err({ type: "wrong-pin", attemptsLeft });
      forget();
      return err({ type: "pin-over" });
    },
    end: () => {
      locked = null;
    },
  };
}

async function newSecret(random: Random): Promise<CryptoKey> {
  const bytes = new Uint8Array(random(32));
  const secret = await crypto.subtle.importKey("raw", bytes, "HKDF", false, ["deriveKey"]);
  bytes.fill(0);
  return secret;
}

async function deriveQuickKey(secret: CryptoKey, pin: string): Promise<CryptoKey> {
  const text = new TextEncoder();
  return crypto.subtle.deriveKey(
    { name: "HKDF", hash: "SHA-256", salt: text.encode(pin), info: text.encode("census/quick/v1") },
    secret,
    { name: "AES-GCM", length: 256 },
    false,
    ["wrapKey", "unwrapKey"],
  );
}
