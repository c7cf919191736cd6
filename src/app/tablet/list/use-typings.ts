// What is typed of people and not saved, as this screen knows it: the tablet keeps it, over a lock and over a start. One
// form is open at a time; which one is kept with it, so that the work goes on where it stopped.
import { useRef, useState } from "react";
import type { PersonTyping, TypedPerson } from "#fieldwork";
import { useTablet, type TabletApi } from "../../wiring/index.ts";

/** The line whose form is meant; null = the form of a new person. */
type FormOf = string | null;

export const readTypings = async (tablet: TabletApi): Promise<readonly PersonTyping[]> => tablet.readTypings();

export interface Typings {
  readonly of: (form: FormOf) => TypedPerson | null;
  /** The form is opened, or (undefined) the one that was open is closed. */
  readonly begin: (form: FormOf | undefined) => void;
  /** Null = the form says nothing any more that is not saved. */
  readonly keep: (form: FormOf, typed: TypedPerson | null) => void;
  /** The officer discards it. */
  readonly drop: (form: FormOf) => void;
  /** It was saved, or its line taken off, and the tablet took it away with that. */
  readonly forget: (form: FormOf) => void;
  /** The last of it could not be written. */
  readonly hasFailed: boolean;
}

/** `kept` as it was read, and the form that the screen begins with (undefined = none). */
export function useTypings(kept: readonly PersonTyping[], begun: FormOf | undefined): Typings {
  const tablet = useTablet();
  const [hasFailed, setHasFailed] = useState(false);
  const all = useRef(kept);
  const open = useRef(begun);

  const watchWrite = (call: Promise<{ readonly ok: boolean }>): void => {
    call.then(
      ({ ok }) => setHasFailed(!ok),
      () => setHasFailed(true),
    );
  };
  const of = (form: FormOf): TypedPerson | null => all.current.find(({ lineId }) => lineId === form)?.typed ?? null;
  const others = (form: FormOf): readonly PersonTyping[] => all.current.filter(({ lineId }) => lineId !== form);
  const forget = (form: FormOf): void => {
    all.current = others(form);
  };
  const drop = (form: FormOf): void => {
    if (of(form) === null) return;
    forget(form);
    watchWrite(tablet.dropTyping(form));
  };
  const keep = (form: FormOf, typed: TypedPerson | null): void => {
    if (typed === null) return drop(form);
    const typing = { lineId: form, typed, isOpen: open.current === form };
    all.current = [...others(form), typing];
    watchWrite(tablet.keepTyping(typing));
  };
  return {
    of,
    begin: (form) => {
      const before = open.current;
      open.current = form;
      // Which form is open is kept with what stands in it: of the one that closes, and of the one that opens.
      for (const one of before === form ? [form] : [before, form]) {
        const typed = one === undefined ? null : of(one);
        if (one !== undefined && typed !== null) keep(one, typed);
      }
    },
    keep,
    drop,
    forget,
    hasFailed,
  };
}
