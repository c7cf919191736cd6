// The whole page over a fake tablet, at an address that no browser bar knows of.
import { cleanup, render } from "@testing-library/react";
import { Router } from "wouter";
import { memoryLocation } from "wouter/memory-location";
import { afterEach, beforeEach } from "vitest";
import { page } from "vitest/browser";
import "../../../../src/app/theme/index.css";
import { TabletApp } from "../../../../src/app/app.tsx";
import { chooseLocale } from "../../../../src/app/i18n/index.ts";
import { onlyWindow, type OneWindow } from "../../../../src/app/tablet/trouble/one-window.ts";
import type { PageActions, TabletApi } from "../../../../src/app/wiring/index.ts";
import { nowMs } from "./fake-tablet.ts";

beforeEach(async () => {
  localStorage.clear();
  sessionStorage.clear();
  chooseLocale("kk");
  await page.viewport(1280, 800);
});
afterEach(() => {
  cleanup();
  window.history.replaceState(null, "", window.location.pathname);
});

export interface ShownApp {
  /** Where the screens have led, newest last. */
  readonly history: () => readonly string[];
  /** As if the address were opened from a link on the page. */
  readonly go: (to: string) => void;
  readonly unmount: () => void;
}

interface ShowOptions {
  readonly at?: string;
  readonly link?: string;
  readonly actions?: Partial<PageActions>;
  readonly reload?: () => void;
  readonly oneWindow?: OneWindow;
}

export function showApp(
  tablet: TabletApi,
  { at = "/", link = "", actions = {}, reload = () => undefined, oneWindow = onlyWindow }: ShowOptions = {},
): ShownApp {
  const location = memoryLocation({ path: at, record: true });
  const { unmount } = render(
    <Router hook={location.hook}>
      <TabletApp
        tablet={tablet}
        page={{
          lock: () => undefined,
          lockFully: () => undefined,
          onUpdateWaiting: () => () => undefined,
          applyUpdate: async () => undefined,
          ...actions,
        }}
        clock={() => nowMs}
        release="0.1.0"
        reload={reload}
        enrolmentLink={link}
        oneWindow={oneWindow}
      />
    </Router>,
  );
  return { history: () => location.history, go: location.navigate, unmount };
}

/** A key as the standard Kazakh layout gives it: the digit stands in the code alone. */
export function pressPhysicalDigits(digits: string): void {
  const kazakhRow = ["(", '"', "ә", "і", "ң", "ғ", ",", ".", "ү", "ұ"];
  for (const digit of digits) {
    const target = document.activeElement ?? document.body;
    const key = kazakhRow[Number(digit)] ?? "";
    target.dispatchEvent(new KeyboardEvent("keydown", { code: `Digit${digit}`, key, bubbles: true, cancelable: true }));
  }
}

export function paste(text: string): void {
  const data = new DataTransfer();
  data.setData("text", text);
  const target = document.activeElement ?? document.body;
  target.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
}
