/** "А. А. С."; parts that are empty are left out. */
export function initialsOf(parts: readonly string[]): string {
  return parts
    .filter((part) => part !== "")
    .map((part) => `${part.slice(0, 1).toLocaleUpperCase("und")}.`)
    .join(" ");
}
