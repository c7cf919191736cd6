import { useState, type FocusEvent } from "react";
import { afterPointer } from "../../questions/after-pointer.ts";

export interface Pad {
  readonly isOpen: boolean;
  /** For what surrounds the field and the pad. */
  readonly around: {
    readonly onFocus: (event: FocusEvent<HTMLElement>) => void;
    readonly onBlur: (event: FocusEvent<HTMLElement>) => void;
  };
}

/** Opening brings the field to the top, so that the pad and what is asked after it are in sight together. */
export function usePad(): Pad {
  const [isOpen, setIsOpen] = useState(false);
  return {
    isOpen,
    around: {
      onFocus: ({ currentTarget }) => {
        if (isOpen) return;
        afterPointer(() => {
          setIsOpen(true);
          requestAnimationFrame(() => currentTarget.scrollIntoView({ block: "start" }));
        });
      },
      onBlur: ({ currentTarget, relatedTarget }) => {
        const isTyping = relatedTarget instanceof HTMLElement && relatedTarget.matches("input[type=text], textarea");
        if (isTyping && !currentTarget.contains(relatedTarget)) afterPointer(() => setIsOpen(false));
      },
    },
  };
}
