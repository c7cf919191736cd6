// Truth with a third value: null is "unknown". The tables are Kleene's. Implements QL25–QL27.

/** True, false or unknown. */
export type Truth = boolean | null;

/** False as soon as one side is false, whatever the other is. */
export function and(a: Truth, b: Truth): Truth {
  if (a === false || b === false) return false;
  return a === null || b === null ? null : true;
}

/** True as soon as one side is true, whatever the other is. */
export function or(a: Truth, b: Truth): Truth {
  if (a === true || b === true) return true;
  return a === null || b === null ? null : false;
}

/** What is not known stays not known. */
export function not(a: Truth): Truth {
  return a === null ? null : !a;
}
