// Day, night, sunlight. Sunlight is for the walk across the yard: it is remembered until 20:00 of the same day and then
// gives way to the theme that was chosen before it (ux 4.7).
import { useSyncExternalStore } from "react";

export type Theme = "day" | "night" | "sun";
type LastingTheme = Exclude<Theme, "sun">;

const lastingKey = "sanaq-theme";
const sunKey = "sanaq-sun-until";
const sunEndsAtHour = 20;
const listeners = new Set<() => void>();

function lastingTheme(): LastingTheme {
  return localStorage.getItem(lastingKey) === "night" ? "night" : "day";
}

/** 20:00 of today; after that, 20:00 of tomorrow: who taps it at night means it. */
function sunEndMs(nowMs: number): number {
  const end = new Date(nowMs);
  end.setHours(sunEndsAtHour, 0, 0, 0);
  if (end.getTime() <= nowMs) end.setDate(end.getDate() + 1);
  return end.getTime();
}

export function readTheme(nowMs: number = Date.now()): Theme {
  return Number(localStorage.getItem(sunKey) ?? 0) > nowMs ? "sun" : lastingTheme();
}

export function chooseTheme(theme: Theme, nowMs: number = Date.now()): void {
  if (theme === "sun") {
    localStorage.setItem(sunKey, String(sunEndMs(nowMs)));
  } else {
    localStorage.removeItem(sunKey);
    localStorage.setItem(lastingKey, theme);
  }
  showTheme();
}

/** One tap on the sun: into sunlight, or back to the theme before it. */
export function toggleSun(): void {
  chooseTheme(readTheme() === "sun" ? lastingTheme() : "sun");
}

/** Puts the theme on the page; called at the start and when it may have ended. */
export function showTheme(): void {
  document.documentElement.dataset["theme"] = readTheme();
  for (const listener of listeners) listener();
}

export function useTheme(): Theme {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => readTheme(),
  );
}
