// What only the Department can see: the edits over a whole institution, over the household of each person, and the same
// IIN in two places. The engine and the definitions are those of the tablet; only the context is wider.
import {
  personQuestionnaire,
  personSummary,
  premisesQuestionnaire,
  windowStateAt,
  type CollectionWindows,
} from "#census";
import { openInterview, type Context, type ContextRecord } from "#questionnaire";
import { countedForms, type OpenedForm } from "../export/counted-forms.ts";
import { readClosings, type LineClosing } from "../store/closing-store.ts";
import type { Database } from "../store/database.ts";
import { readInstitutions, type Institution } from "../store/device-store.ts";
import { readListTotals } from "../store/list-store.ts";

/** Codes and numbers only: who it is about is looked up by those who may. */
export interface CentreFinding {
  readonly institution: string;
  /** Null = the institution as a whole. */
  readonly tablet: string | null;
  readonly line: number | null;
  readonly edit: string;
  readonly level: "hard" | "centre";
  /** Where else: another institution and line, as `I-2 № 7`. */
  readonly beside: string | null;
}

/** What is kept of a form while an institution is looked over. */
interface Person {
  readonly tablet: string;
  readonly opened: OpenedForm;
  readonly summary: ContextRecord;
}

/** Every finding, by institution, tablet and line. Holds one summary for each person of the collection in memory. */
export async function findAtCentre(database: Database, windows: CollectionWindows): Promise<readonly CentreFinding[]> {
  const closings = await readClosings(database);
  const totals = await readListTotals(database);
  const people = await readPeople(database);
  const findings: CentreFinding[] = [];
  for (const institution of await readInstitutions(database)) {
    const own = people.filter(({ opened }) => opened.row.institutionId === institution.id);
    const lines = closings.filter((closing) => closing.institution === institution.id);
    const listed = totals.find((total) => total.institution === institution.id)?.onList ?? null;
    findings.push(...ofInstitution(institution, lines, own, listed, windows), ...ofHouseholds(institution, own));
  }
  return [...findings, ...sameIin(people)];
}

async function readPeople(database: Database): Promise<readonly Person[]> {
  const people: Person[] = [];
  for await (const opened of countedForms(database)) {
    const { form, row } = opened;
    people.push({ tablet: row.sourceId, opened, summary: personSummary(form.line, null, form.answers) });
  }
  return people;
}

function ofInstitution(
  { id, headcountPlaces }: Institution,
  closings: readonly LineClosing[],
  people: readonly Person[],
  listed: number | null,
  windows: CollectionWindows,
): readonly CentreFinding[] {
  const formByLine = new Map(people.map((person) => [person.opened.form.lineId, person]));
  const lines = closings.map((closing) => lineRecord(closing, formByLine.get(closing.lineId), windows));
  const context: Context = {
    lines,
    personsPresent: lines.filter(({ category }) => category === "1").length,
    places: headcountPlaces,
    stage1Count: listed,
    stage2Count: closings.filter(({ closing }) => closing === "interviewed" || closing === "administration").length,
    // Said only when the last line is closed: until then everything is still open by nature.
    isInstitutionClosed: closings.length > 0 && closings.every(({ closing }) => closing !== "open"),
  };
  return openInterview(premisesQuestionnaire(), { context, answers: {} })
    .findings()
    .filter(({ level }) => level === "centre")
    .map(({ edit }) => ({ institution: id, tablet: null, line: null, edit, level: "centre", beside: null }));
}

function lineRecord(closing: LineClosing, person: Person | undefined, windows: CollectionWindows): ContextRecord {
  const form = person?.opened.form;
  const category = form?.answers["L04"];
  const elsewhere = form?.answers["L07"];
  const isLate = form !== undefined && windowStateAt(windows, "interviewing", form.finishedAtMs) !== "open";
  return {
    line: closing.line,
    category: category?.state === "answered" && category.value.kind === "code" ? category.value.code : null,
    enumeratedElsewhere:
      elsewhere?.state === "answered" && elsewhere.value.kind === "code" && elsewhere.value.code !== "3",
    hasForm: form !== undefined,
    closing: closing.closing,
    interviewMinutes: form === undefined ? null : (form.finishedAtMs - form.startedAtMs) / 60_000,
    isLate: form === undefined ? null : isLate,
  };
}

/** Each form again, now with the answers of all others of the same list: what a tablet could not know shows itself. */
function ofHouseholds(institution: Institution, people: readonly Person[]): readonly CentreFinding[] {
  return people.flatMap(({ tablet, opened: { form } }) => {
    const persons = people
      .filter((other) => other.opened.form.list === form.list && other.opened.form.line !== form.line)
      .map(({ summary }) => summary);
    const { context, answers, confirmations } = form;
    return openInterview(personQuestionnaire(), { context: { ...context, persons }, answers, confirmations })
      .findings()
      .flatMap(({ edit, level }): readonly CentreFinding[] =>
        level === "hard" || level === "centre"
          ? [{ institution: institution.id, tablet, line: form.line, edit, level, beside: null }]
          : [],
      );
  });
}

/** The same IIN on two lists: one person was counted twice, or one of the numbers is wrong (E004 across devices). */
function sameIin(people: readonly Person[]): readonly CentreFinding[] {
  const byIin = new Map<string, Person[]>();
  for (const person of people) {
    const { iin } = person.summary;
    if (typeof iin === "string") byIin.set(iin, [...(byIin.get(iin) ?? []), person]);
  }
  return [...byIin.values()].flatMap((group) =>
    group.flatMap((one) =>
      group
        .filter((other) => other.opened.form.list !== one.opened.form.list)
        .map(({ opened }) => ({
          institution: one.opened.row.institutionId,
          tablet: one.tablet,
          line: one.opened.form.line,
          edit: "E004",
          level: "centre" as const,
          beside: `${opened.row.institutionId} № ${opened.form.line}`,
        })),
    ),
  );
}
