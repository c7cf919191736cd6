// A short sign by which two reports of the same bug are recognised. Made from where it was thrown, never from its
// message: a message could hold what somebody answered.

export function bugReference(thrown: unknown, release: string): string {
  const where = thrown instanceof Error ? (thrown.stack ?? "").replace(thrown.message, "") : typeof thrown;
  // FNV-1a, 32 bits.
  let hash = 0x811c9dc5;
  for (const character of where) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return `${release}-${(hash >>> 0).toString(16).padStart(8, "0")}`;
}
