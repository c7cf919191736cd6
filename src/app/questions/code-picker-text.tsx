// An answer that is in no list, in the respondent's own words: it goes to the Department's coding queue (ux 3.5).
import { useState } from "react";
import { m } from "../i18n/index.ts";
import { Button, TextField } from "../ui/index.ts";
import styles from "./code-picker.module.css";

interface FreeTextProps {
  readonly start: string;
  readonly onWrite: (text: string) => void;
  readonly onBack: () => void;
}

const freeTextLimit = 500;

export function FreeText({ start, onWrite, onBack }: FreeTextProps) {
  const [text, setText] = useState(start);
  const written = text.trim();
  const isLong = written.length > freeTextLimit;
  const write = (): void => {
    if (written !== "" && !isLong) onWrite(written);
  };
  return (
    <>
      <div className={styles.top}>
        <TextField
          label={m.q_own_words()}
          value={text}
          problem={isLong ? m.q_text_long({ count: written.length, max: freeTextLimit }) : null}
          isFirstFocus
          hasKazakhBar
          onChange={setText}
          onEnter={write}
        />
      </div>
      <footer className={styles.foot}>
        <Button kind="primary" isDisabled={written === "" || isLong} onPress={write}>
          {m.q_write_it()}
        </Button>
        <Button kind="secondary" onPress={onBack}>
          {m.q_back_to_list()}
        </Button>
      </footer>
    </>
  );
}
