/** A question's number as people say it: of `P21[2].level` and `L05.kato` the part that is printed, `P21` and `L05`. */
export function questionNumber(path: string): string {
  return path.replaceAll(/\[\d+\]/gu, "").replace(/\.[a-z].*$/u, "");
}
