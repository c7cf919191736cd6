// Alone in its file, so that an interview is loaded without the whole of Help.

/** Help for the `?` of a question; `path` is its place in the interview of the line. Ids only, no answers. */
export function helpAddress(path: string, lineId: string): string {
  return `/help?${new URLSearchParams({ at: path, line: lineId }).toString()}`;
}

/** Help opened at the article on setting the tablet's clock. */
export const clockHelpAddress = "/help?article=clock";
