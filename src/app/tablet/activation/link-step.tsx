import { useState } from "react";
import { m } from "../../i18n/index.ts";
import { Button, TextField } from "../../ui/index.ts";
import { useOnline } from "../../wiring/index.ts";
import styles from "./activation-screen.module.css";

interface LinkStepProps {
  readonly link: string;
  readonly isBusy: boolean;
  readonly onCheck: (link: string) => void;
}

export function LinkStep({ link, isBusy, onCheck }: LinkStepProps) {
  const [typed, setTyped] = useState(link);
  const isOnline = useOnline();
  const check = (): void => onCheck(typed.trim());
  return (
    <>
      <TextField
        label={m.enrol_link()}
        hint={m.enrol_link_hint()}
        value={typed}
        onChange={setTyped}
        onEnter={check}
        isMultiline
        isCode
        isDisabled={isBusy}
      />
      <div className={styles.actions}>
        <Button kind="primary" isMain isDisabled={isBusy || typed.trim() === ""} onPress={check}>
          {m.act_continue()}
        </Button>
        <p role="status">{isBusy && m.enrol_checking()}</p>
      </div>
      <p className={styles.note}>
        {!isOnline && <strong>{m.state_no_network()}. </strong>}
        {m.enrol_network()}
      </p>
    </>
  );
}
