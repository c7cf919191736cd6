// Whom to ask when Help does not answer: the Department's phone, a screen to read out to its employee, and the practice.
import { useState } from "react";
import { useLocation } from "wouter";
import { m } from "../../i18n/index.ts";
import { Button, Dialog } from "../../ui/index.ts";
import { useTabletState } from "../../wiring/index.ts";
import { usePractice } from "../practice/practice-context.ts";
import { ShortcutsButton } from "../shortcuts/shortcuts-button.tsx";
import { SupportFacts } from "./support-facts.tsx";
import styles from "./help-screen.module.css";

export function AskTheDepartment() {
  const { status } = useTabletState();
  const [, go] = useLocation();
  const isPractice = usePractice() !== null;
  const [isOpen, setIsOpen] = useState(false);
  const phone = status?.state === "unlocked" ? status.departmentPhone : null;
  return (
    <section className={styles.ask} aria-label={m.help_phone()}>
      <p>
        {m.help_ask()}
        {phone !== null && (
          <strong>
            {" "}
            {m.help_phone()}: <span className={styles.phone}>{phone}</span>
          </strong>
        )}
      </p>
      <div className={styles.ways}>
        {!isPractice && (
          <Button kind="secondary" onPress={() => go("/practice")}>
            {m.help_practice()}
          </Button>
        )}
        <Button kind="secondary" onPress={() => setIsOpen(true)}>
          {m.help_support()}
        </Button>
        <ShortcutsButton />
      </div>
      <Dialog title={m.help_support()} isOpen={isOpen} onClose={() => setIsOpen(false)}>
        <SupportFacts />
      </Dialog>
    </section>
  );
}
