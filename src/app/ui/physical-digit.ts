// Digits are read from the physical key: the standard Kazakh layout has letters on the number row and no digit anywhere
// else (ux 3.4), so the character that a key gives says nothing here.

/** The digit printed on the key, by `KeyboardEvent.code`; null for every other key. */
export function digitOfKey(code: string): number | null {
  const found = /^(?:Digit|Numpad)([0-9])$/u.exec(code);
  return found?.[1] === undefined ? null : Number(found[1]);
}
