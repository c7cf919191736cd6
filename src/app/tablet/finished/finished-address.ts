/** T-13 of a line whose form was finished before, for coming from the respondents and going back to them. */
export function finishedAddress(lineId: string): string {
  return `/interview/${lineId}/finished?respondents`;
}
