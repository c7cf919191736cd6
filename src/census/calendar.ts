// The one calendar of this census: the moment, the day of the lists, the periods that questions name, the windows of
// collection (order, par. 3; instrument 2). Another census has another file. Conditions and bounds of the forms name these
// days (calendar-days.ts); sentences write them out, because Kazakh endings hang on the written day, and a test holds them
// to this file.
import { z } from "zod";
import file from "./calendar.json" with { type: "json" };
import { CollectionWindows } from "./collection-windows.ts";

const Period = z.strictObject({ from: z.iso.date(), to: z.iso.date() });

const CensusCalendar = z.strictObject({
  /** Whoever lives at this instant is counted. */
  censusMoment: z.iso.datetime(),
  /** What a Kyzylorda clock was ahead of UTC then; the zone has changed since. */
  kyzylordaOffsetMinutes: z.int().min(-720).max(840),
  /** The day the lists of stage 1 describe. */
  listAsOf: z.iso.date(),
  /** Nobody born before this day is expected (E005). */
  oldestBirth: z.iso.date(),
  /** The days the questions on work ask about. */
  workWeek: Period,
  /** The four weeks that the question on looking for work asks about. */
  jobSearch: Period,
  /** The day the question on the place of residence a year ago asks about. */
  yearEarlier: z.iso.date(),
  /** The month from which the question on the coronavirus asks. */
  covidSince: z.string().regex(/^\d{4}-\d{2}$/),
  schoolYearBegins: z.iso.date(),
  /** Addresses and residents were listed. */
  preparatoryWalk: Period,
  /** A tenth of the respondents was visited again. */
  controlWalk: Period,
  /** As the order planned them, and the online one as it was reopened; a collection may have others. */
  windows: CollectionWindows,
});
export type CensusCalendar = z.infer<typeof CensusCalendar>;

export const censusCalendar: CensusCalendar = CensusCalendar.parse(file);

/** The windows the order set (par. 3), self-completion reopened: it by Nur-Sultan's clock, interviews by Kyzylorda's. */
export const plannedWindows: CollectionWindows = censusCalendar.windows;
