// The whole page over a tablet without a worker, for looking at it: `?at=/data&state=locked&protected&theme=sun&lang=ru`.
// Served by `vite dev`; no test and no build includes it.
import "../../../../src/app/theme/index.css";
import { createRoot } from "react-dom/client";
import type { FormState } from "#fieldwork";
import type { StorageError, TabletApi, TabletStatus } from "#worker";
import { TabletApp } from "../../../../src/app/app.tsx";
import { startLocale } from "../../../../src/app/i18n/index.ts";
import { showComfort } from "../../../../src/app/theme/comfort.ts";
import { onlyWindow, type OneWindow } from "../../../../src/app/tablet/trouble/one-window.ts";
import { chooseTheme } from "../../../../src/app/theme/theme.ts";
import { batch, createFakeTablet, formOfLine, notedQuestions, mark, nowMs, rows } from "../support/fake-tablet.ts";

const asked = new URLSearchParams(window.location.search);
const state = (asked.get("state") ?? "unlocked") as TabletStatus["state"];
const isLong = asked.has("long");
const counts: Partial<Record<FormState, number>> = isLong
  ? { accepted: 340, "on-usb": 12, stored: 7, ready: 18, "being-filled": 2, refused: 1, "not-started": 300 }
  : {
      accepted: 4,
      stored: 1,
      ready: 3,
      "being-filled": Number(asked.get("filling") ?? 2),
      refused: 1,
      "not-started": 9,
    };
const { api } = createFakeTablet({
  state,
  rows: asked.has("empty") ? [] : rows(counts),
  isSigned: !asked.has("compiling"),
  isProtected: asked.has("protected"),
  persisted: !asked.has("unkept"),
  clockVerdict: asked.has("clock") ? "warn" : "ok",
  notes: asked.has("notes") ? notedQuestions() : [],
  hasQuickPin: asked.has("pin"),
  ...(asked.has("refuses") ? { refusesWriting: refusal(asked.get("refuses")) } : {}),
  batches: [
    {
      ...batch,
      seq: 9,
      state: "sealed",
      mark: null,
      storedAtMs: null,
      decidedAtMs: null,
      counted: null,
      forms: [formOfLine(17)],
    },
    {
      ...batch,
      seq: 8,
      state: "stored",
      counted: null,
      decidedAtMs: null,
      mark: mark(8, nowMs - 3_000_000),
      forms: [formOfLine(14)],
    },
    batch,
    {
      ...batch,
      seq: 5,
      state: "refused",
      counted: { ok: 0, bad: 1 },
      forms: [formOfLine(9)],
      mark: { ...mark(5, nowMs - 90_000_000), via: "usb" },
    },
    {
      ...batch,
      seq: 4,
      mark: null,
      counted: null,
      storedAtMs: null,
      decidedAtMs: null,
      acceptedByCodeAtMs: nowMs - 80_000_000,
      forms: [formOfLine(8)],
    },
    { ...batch, seq: 2, kind: "list", forms: [], mark: mark(2, nowMs - 9_000_000_000) },
    {
      ...batch,
      seq: 1,
      kind: "test",
      forms: [],
      counted: { ok: 0, bad: 0 },
      mark: mark(1, nowMs - 9_100_000_000),
    },
  ],
  ...(asked.has("away")
    ? { sending: { problem: { type: "unreachable-server" }, nextAttemptAtMs: nowMs + 60_000 } }
    : {}),
});
function refusal(name: string | null): StorageError {
  if (name === "newer") return { type: "storage-newer", found: 2, known: 1 };
  return { type: name === "full" ? "storage-full" : "storage-aborted" };
}
/** A second window, or one that is half through its records. */
const oneWindow: OneWindow = asked.has("elsewhere") ? { ...onlyWindow, place: () => "elsewhere" } : onlyWindow;
const opening: Partial<TabletApi> = asked.has("opening")
  ? { unlock: async () => new Promise(() => undefined), readOpening: async () => ({ opened: 340, all: 412 }) }
  : {};
startLocale(window.location.search);
chooseTheme((asked.get("theme") ?? "day") as "day" | "night" | "sun");
for (const [key, stored] of [
  ["text", "sanaq-text-size"],
  ["hand", "sanaq-hand"],
] as const) {
  localStorage.setItem(stored, asked.get(key) ?? "");
}
showComfort();
window.history.replaceState(null, "", asked.get("at") ?? "/");
const root = document.getElementById("root");
if (root === null) throw new Error("no place to paint in");
createRoot(root).render(
  <TabletApp
    tablet={{ ...api, ...opening }}
    page={{
      lock: () => void api.lock(),
      lockFully: () => undefined,
      onUpdateWaiting: (listener) => {
        if (asked.has("update")) listener();
        return () => undefined;
      },
      applyUpdate: async () => undefined,
    }}
    oneWindow={oneWindow}
    clock={() => nowMs}
    release="0.1.0"
    reload={() => undefined}
    enrolmentLink={
      asked.has("link")
        ? "https://sanaq.example/e#1.Zm9vYmFyZm9vYmFyZm9vYmFyZm9vYmFyZm9vYmFyZm8.aGVsbG9oZWxsb2hlbGxvaGU.1630000000"
        : ""
    }
  />,
);
