/** Letters and signs as people count them closely enough: code points, so that a rare letter counts once. */
export function textLength(text: string): number {
  let length = 0;
  for (const _point of text) length += 1;
  return length;
}
