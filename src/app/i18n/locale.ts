// The interface's language: Kazakh unless the address says `?lang=ru|en` or the person chose another before. The choice
// is remembered on this device; it tells nothing about anybody.
import { useSyncExternalStore } from "react";
import { getLocale, isLocale, locales, overwriteGetLocale } from "./paraglide/runtime.js";

export { getLocale, locales };
export type Locale = (typeof locales)[number];

const storageKey = "sanaq-language";
const listeners = new Set<() => void>();
let current: Locale = "kk";
overwriteGetLocale(() => current);

function remembered(): Locale | null {
  const stored = localStorage.getItem(storageKey);
  return isLocale(stored) ? stored : null;
}

/** Reads the address and the memory; call once before the first paint. */
export function startLocale(search: string): void {
  const asked = new URLSearchParams(search).get("lang");
  if (isLocale(asked)) chooseLocale(asked);
  else show(remembered() ?? "kk");
}

export function chooseLocale(locale: Locale): void {
  localStorage.setItem(storageKey, locale);
  show(locale);
}

function show(locale: Locale): void {
  current = locale;
  document.documentElement.lang = locale;
  for (const listener of listeners) listener();
}

/** The language now; the component is painted again when it changes. */
export function useLocale(): Locale {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => current,
  );
}
