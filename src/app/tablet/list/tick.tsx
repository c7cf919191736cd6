import styles from "./person-entry.module.css";

interface TickProps {
  readonly text: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}

export function Tick({ text, isOn, onChange }: TickProps) {
  return (
    <label className={styles.tick}>
      <input type="checkbox" checked={isOn} onChange={() => onChange(!isOn)} />
      {text}
    </label>
  );
}
