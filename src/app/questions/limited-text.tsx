// Words of the officer's own, for which there is so much room: what goes beyond is not taken, and the field says so.
import { useState } from "react";
import { m } from "../i18n/index.ts";
import { TextField, type TextFieldProps } from "../ui/index.ts";

interface LimitedTextProps extends TextFieldProps {
  /** Characters. */
  readonly max: number;
}

export function LimitedText({ max, onChange, problem = null, ...field }: LimitedTextProps) {
  const [isOver, setIsOver] = useState(false);
  return (
    <TextField
      {...field}
      hasKazakhBar
      problem={isOver ? m.q_text_full({ max }) : problem}
      onChange={(text) => {
        setIsOver(text.length > max);
        onChange(text.slice(0, max));
      }}
    />
  );
}
