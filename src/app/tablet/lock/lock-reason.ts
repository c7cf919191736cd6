// Why the code is asked for where a PIN was expected. It has to outlive the page, which is loaded anew by a full lock.

const place = "sanaq-lock-reason";

export type LockReason = "tries" | "time";

export function noteLockReason(reason: LockReason): void {
  sessionStorage.setItem(place, reason);
}

export function readLockReason(): LockReason | null {
  const reason = sessionStorage.getItem(place);
  return reason === "tries" || reason === "time" ? reason : null;
}

export function forgetLockReason(): void {
  sessionStorage.removeItem(place);
}
