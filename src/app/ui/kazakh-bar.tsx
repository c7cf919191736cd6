// The nine Kazakh letters as buttons, for whoever types on a keyboard without them (ux 3.4). Gone as soon as the keyboard
// itself has produced one of them.
import { useSyncExternalStore, type PointerEvent } from "react";
import { m } from "../i18n/index.ts";
import { isKazakhKeyboard, kazakhLetters, watchKeyboard, type PutLetter } from "./kazakh-letters.ts";
import styles from "./kazakh-bar.module.css";

export function KazakhBar({ onLetter }: { readonly onLetter: PutLetter }) {
  const hasOwnLetters = useSyncExternalStore(watchKeyboard, isKazakhKeyboard);
  if (hasOwnLetters) return null;
  // The field keeps the focus and the caret: the button must not take them.
  const keepFocus = (event: PointerEvent): void => event.preventDefault();
  return (
    <div className={styles.bar} role="group" aria-label={m.ui_kazakh_letters()} lang="kk">
      {kazakhLetters.map((letter) => (
        <button
          key={letter}
          type="button"
          tabIndex={-1}
          className={styles.letter}
          onPointerDown={keepFocus}
          onMouseDown={(event) => event.preventDefault()}
          onClick={(event) => onLetter(letter, event.shiftKey)}
        >
          {letter}
        </button>
      ))}
    </div>
  );
}
