import { useId } from "react";
import { classNames } from "./class-names.ts";
import styles from "./select.module.css";

export interface SelectOption<V extends string> {
  readonly value: V;
  readonly label: string;
  readonly lang?: string;
}

interface SelectProps<V extends string> {
  readonly label: string;
  readonly isLabelHidden?: boolean;
  readonly options: readonly SelectOption<V>[];
  readonly value: V;
  readonly onChange: (value: V) => void;
  readonly describedBy?: string;
  readonly isDisabled?: boolean;
}

export function Select<V extends string>(props: SelectProps<V>) {
  const { label, isLabelHidden = false, options, value, onChange, isDisabled = false } = props;
  const id = useId();
  return (
    <div className={styles.select}>
      {!isLabelHidden && (
        <label className={styles.label} htmlFor={id}>
          {label}
        </label>
      )}
      <select
        id={id}
        className={classNames(styles.field)}
        aria-label={isLabelHidden ? label : undefined}
        aria-describedby={props.describedBy}
        disabled={isDisabled}
        value={value}
        autoComplete="off"
        onChange={(event) => {
          const chosen = options.find((option) => option.value === event.target.value);
          if (chosen !== undefined) onChange(chosen.value);
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value} lang={option.lang}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}
