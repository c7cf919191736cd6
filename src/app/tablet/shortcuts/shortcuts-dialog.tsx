// The keys of the interview and of every screen, in one list (ux 3.10). Each does what a button on the screen does.
import { m } from "../../i18n/index.ts";
import { useShortcuts } from "../../theme/comfort.ts";
import { Dialog, Notice } from "../../ui/index.ts";
import styles from "./shortcuts-dialog.module.css";

interface ShortcutsDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

export function ShortcutsDialog({ isOpen, onClose }: ShortcutsDialogProps) {
  return (
    <Dialog title={m.keys_title()} isOpen={isOpen} onClose={onClose}>
      <ShortcutList />
    </Dialog>
  );
}

function ShortcutList() {
  const isOn = useShortcuts() === "on";
  return (
    <>
      {!isOn && <Notice tone="info" title={m.keys_are_off()} />}
      <dl className={styles.list}>
        {shortcuts()
          .filter(({ isOrdinary }) => isOn || isOrdinary)
          .map(({ keys, words }) => (
            <div key={keys.join(" ")} className={styles.row}>
              <dt className={styles.keys}>
                {keys.map((key) => (
                  <kbd key={key} className={styles.key}>
                    {key}
                  </kbd>
                ))}
              </dt>
              <dd>{words}</dd>
            </div>
          ))}
      </dl>
    </>
  );
}

interface Shortcut {
  readonly keys: readonly string[];
  readonly words: string;
  /** A key that every page has: it stays where shortcuts are switched off. */
  readonly isOrdinary: boolean;
}

function shortcuts(): readonly Shortcut[] {
  const ordinary = (keys: readonly string[], words: string): Shortcut => ({ keys, words, isOrdinary: true });
  const own = (keys: readonly string[], words: string): Shortcut => ({ keys, words, isOrdinary: false });
  return [
    own(["1–9"], m.keys_digits()),
    ordinary(["↑", "↓"], m.keys_arrows()),
    ordinary([m.keys_space_name()], m.keys_space()),
    ordinary(["Enter"], m.keys_enter()),
    ordinary(["Tab", "Shift+Tab"], m.keys_tab()),
    ordinary(["Esc"], m.keys_escape()),
    own(["Alt+Enter"], m.keys_next()),
    own(["Alt+Backspace"], m.keys_previous()),
    own(["Alt+B"], m.keys_sections()),
    own(["F2"], m.keys_note()),
    own(["F4"], m.keys_flag()),
    own(["F8"], m.keys_lock()),
    own(["F9"], m.keys_language()),
    own(["?", "Shift+/"], m.keys_list()),
  ];
}
