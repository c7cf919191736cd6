import type { ReactNode, Ref } from "react";
import { Button as PressButton } from "react-aria-components/Button";
import { classNames } from "./class-names.ts";
import styles from "./button.module.css";

export interface ButtonProps {
  readonly kind: "primary" | "secondary" | "quiet" | "danger";
  /** The screen's one main action: 64 px high and wide. */
  readonly isMain?: boolean;
  /** As wide as its place. */
  readonly isWide?: boolean;
  readonly isDisabled?: boolean;
  readonly onPress: () => void;
  /** For assistive technology, where the visible words are too few. */
  readonly label?: string;
  readonly describedBy?: string;
  /** Of a button that shows and hides something in place: whether it is shown. */
  readonly isExpanded?: boolean;
  /** The id of what it shows. */
  readonly controls?: string;
  readonly isFirstFocus?: boolean;
  readonly ref?: Ref<HTMLButtonElement>;
  readonly children: ReactNode;
}

export function Button(props: ButtonProps) {
  const { kind, isMain = false, isWide = false, isDisabled = false, isFirstFocus = false, children } = props;
  return (
    <PressButton
      ref={props.ref ?? null}
      className={classNames(styles.button, styles[kind], isMain && styles.main, isWide && styles.wide)}
      isDisabled={isDisabled}
      autoFocus={isFirstFocus}
      onPress={props.onPress}
      {...(props.label === undefined ? {} : { "aria-label": props.label })}
      {...(props.isExpanded === undefined ? {} : { "aria-expanded": props.isExpanded })}
      {...(props.controls === undefined ? {} : { "aria-controls": props.controls })}
      {...(props.describedBy === undefined ? {} : { "aria-describedby": props.describedBy })}
    >
      {children}
    </PressButton>
  );
}
