// Where the officer stood among the respondents, for coming back from one of them. In memory only and no longer than the
// tablet is unlocked: what was searched may be a name.
import { createContext, useContext, type RefObject } from "react";
import type { RespondentFilter } from "./respondent-filter.ts";

export interface RespondentsPlace {
  readonly filter: RespondentFilter;
  readonly query: string;
  /** How far the list was scrolled, in pixels. */
  readonly offset: number;
}

export const RespondentsPlaceContext = createContext<RefObject<RespondentsPlace | null> | null>(null);

/** Null where nobody keeps the place. */
export function useRespondentsPlace(): RefObject<RespondentsPlace | null> | null {
  return useContext(RespondentsPlaceContext);
}
