// The enrolment link stands in the address when the tablet's camera opened it. Its secret is in the fragment, which no
// server sees; it leaves the address bar and the history before anything else happens.

export interface AddressBar {
  readonly location: Pick<Location, "href" | "pathname" | "hash" | "search">;
  readonly history: Pick<History, "replaceState">;
}

/** The whole link, or an empty text where the page was not opened by one. */
export function takeEnrolmentLink({ location, history }: AddressBar): string {
  const { href, pathname, hash, search } = location;
  if (hash === "") return "";
  history.replaceState(null, "", `${pathname}${search}`);
  return pathname === "/e" ? href : "";
}
