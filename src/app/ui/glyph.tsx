// The shapes that stand before a word: drawn, because the bundled fonts hold letters only and a tablet's own symbol font
// is not to be relied on. Never alone: a word is always beside.
import type { ReactNode } from "react";
import styles from "./glyph.module.css";

const shapes = {
  circle: <circle cx="12" cy="12" r="8" />,
  "half-circle": (
    <>
      <circle cx="12" cy="12" r="8" />
      <path d="M12 4a8 8 0 0 0 0 16z" fill="currentColor" stroke="none" />
    </>
  ),
  box: (
    <>
      <rect x="4" y="4" width="16" height="16" rx="1.5" />
      <rect x="8.5" y="8.5" width="7" height="7" fill="currentColor" stroke="none" />
    </>
  ),
  arrows: <path d="M4 9h15m-4-4 4 4-4 4M20 16H5m4-4-4 4 4 4" />,
  tick: <path d="m4.5 12.5 5 5 10-11" />,
  "tick-dotted": (
    <>
      <path d="m7.5 12.5 3.2 3.2 6-7" />
      <circle cx="12" cy="12" r="9" strokeDasharray="2.5 3" />
    </>
  ),
  return: <path d="M20 19v-5a4 4 0 0 0-4-4H5m5-6-6 6 6 6" />,
  cross: <path d="m6 6 12 12M18 6 6 18" />,
  question: <path d="M8.5 8.5a3.5 3.5 0 1 1 5.2 3.1c-1.1.6-1.7 1.4-1.7 2.9M12 18.6v.2" />,
  info: (
    <>
      <circle cx="12" cy="12" r="9" />
      <path d="M12 11v5.5m0-9.2v.2" />
    </>
  ),
  warning: <path d="M12 4 2.8 20h18.4zM12 10v4.5m0 2.6v.2" />,
  play: <path d="M7 4.5v15l12-7.5z" fill="currentColor" />,
  clock: (
    <>
      <circle cx="12" cy="12" r="9" />
      <path d="M12 7v5l3.5 2.5" />
    </>
  ),
  list: <path d="M4 6h16M4 12h16M4 18h16" />,
  people: (
    <>
      <circle cx="9" cy="8" r="3.5" />
      <path d="M2.5 20a6.5 6.5 0 0 1 13 0M15 5a3.5 3.5 0 0 1 0 6.6M18 14.5a6.5 6.5 0 0 1 3.5 5.5" />
    </>
  ),
  house: <path d="m3 11.5 9-7.5 9 7.5M6 9.5V20h12V9.5M10 20v-6h4v6" />,
  send: <path d="M12 20V5m-6 6 6-6 6 6" />,
  usb: <path d="M7 11V4h10v7m-2-4v.2M9 7v.2M5 11h14v6a3 3 0 0 1-3 3H8a3 3 0 0 1-3-3z" />,
  sun: (
    <>
      <circle cx="12" cy="12" r="4" />
      <path d="M12 2.5v2.7M12 18.8v2.7M2.5 12h2.7M18.8 12h2.7M5.3 5.3l1.9 1.9M16.8 16.8l1.9 1.9M18.7 5.3l-1.9 1.9M7.2 16.8l-1.9 1.9" />
    </>
  ),
  lock: (
    <>
      <rect x="5" y="11" width="14" height="9" rx="1.5" />
      <path d="M8 11V8a4 4 0 0 1 8 0v3" />
    </>
  ),
  cover: (
    <>
      <path d="M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12M4 20 20 4" />
      <circle cx="12" cy="12" r="3" />
    </>
  ),
  back: <path d="m14.5 5-7 7 7 7" />,
  forward: <path d="m9.5 5 7 7-7 7" />,
  erase: <path d="M9 5h11v14H9l-6-7zm3 4.5 5 5m0-5-5 5" />,
  search: <path d="M10.5 4a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13m4.7 11.2L20.5 20.5" />,
} satisfies Readonly<Record<string, ReactNode>>;

export type GlyphName = keyof typeof shapes;

export function Glyph({ name }: { readonly name: GlyphName }) {
  return (
    <svg className={styles.glyph} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      {shapes[name]}
    </svg>
  );
}
