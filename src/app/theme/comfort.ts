// What the officer sets for his own comfort: the size of text, the hand that writes, whether single keys do something, and
// whether questions are shown in a second language. Kept on this device, tells nothing about anybody. Size and hand stand
// on the page's root, where the tokens read them (ux 4.4, 4.5); the language is asked for by the questions (ux 3.8).
import { useSyncExternalStore } from "react";

/** Percent. */
export const textSizes = ["100", "110", "125", "150"] as const;
type TextSize = (typeof textSizes)[number];

export const hands = ["right", "left"] as const;
type Hand = (typeof hands)[number];

export const secondLanguages = ["none", "kk", "ru", "en"] as const;
type SecondLanguageChoice = (typeof secondLanguages)[number];

export const shortcutStates = ["on", "off"] as const;
type ShortcutState = (typeof shortcutStates)[number];

const textKey = "sanaq-text-size";
const handKey = "sanaq-hand";
const secondLanguageKey = "sanaq-second-language";
const shortcutsKey = "sanaq-shortcuts";
const listeners = new Set<() => void>();

export function readTextSize(): TextSize {
  const stored = localStorage.getItem(textKey);
  return textSizes.find((size) => size === stored) ?? "100";
}

export function readHand(): Hand {
  return localStorage.getItem(handKey) === "left" ? "left" : "right";
}

function readSecondLanguage(): SecondLanguageChoice {
  const stored = localStorage.getItem(secondLanguageKey);
  return secondLanguages.find((language) => language === stored) ?? "none";
}

function readShortcuts(): ShortcutState {
  return localStorage.getItem(shortcutsKey) === "off" ? "off" : "on";
}

/** Whether digits, F-keys, Alt combinations and `?` do something (WCAG 2.1.4). */
export function areShortcutsOn(): boolean {
  return readShortcuts() === "on";
}

export function chooseTextSize(size: TextSize): void {
  localStorage.setItem(textKey, size);
  showComfort();
}

export function chooseHand(hand: Hand): void {
  localStorage.setItem(handKey, hand);
  showComfort();
}

export function chooseSecondLanguage(language: SecondLanguageChoice): void {
  localStorage.setItem(secondLanguageKey, language);
  showComfort();
}

export function chooseShortcuts(state: ShortcutState): void {
  localStorage.setItem(shortcutsKey, state);
  showComfort();
}

/** Puts size and hand on the page; call once before the first paint. */
export function showComfort(): void {
  const { dataset } = document.documentElement;
  dataset["text"] = readTextSize();
  dataset["hand"] = readHand();
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useTextSize(): TextSize {
  return useSyncExternalStore(subscribe, readTextSize);
}

export function useHand(): Hand {
  return useSyncExternalStore(subscribe, readHand);
}

export function useSecondLanguageChoice(): SecondLanguageChoice {
  return useSyncExternalStore(subscribe, readSecondLanguage);
}

export function useShortcuts(): ShortcutState {
  return useSyncExternalStore(subscribe, readShortcuts);
}
