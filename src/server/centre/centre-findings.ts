// What only the Department can see: the edits over a whole institution, over the household of each person, and the same
// IIN in two places. The engine and the definitions are those of the tablet; only the context is wider.
import {
  parseCertificateNumber,
  personSummary,
  premisesQuestionnaire,
  questionsOf,
  valueInRole,
  windowStateAt,
  type CollectionWindows,
} from "#census";
import { openInterview, type Context, type ContextRecord, type Questionnaire } from "#questionnaire";
import { countedForms, type OpenedForm } from "../export/counted-forms.ts";
import type { InstrumentTexts } from "../registry/form-questionnaire.ts";
import { readClosings, type LineClosing } from "../store/closing-store.ts";
import type { Database } from "../store/database.ts";
import { readDevices, readInstitutions, type Device, type Institution } from "../store/device-store.ts";
import { readListTotals } from "../store/list-store.ts";

/** Codes and numbers only: who it is about is looked up by those who may. */
export interface CentreFinding {
  readonly institution: string;
  /** Null = the institution as a whole. */
  readonly tablet: string | null;
  readonly line: number | null;
  readonly edit: string;
  readonly level: "hard" | "soft" | "centre";
  /** Where else: another institution and line, as `I-2 № 7`. */
  readonly beside: string | null;
}

/** What is kept of a form while an institution is looked over. */
interface Person {
  readonly tablet: string;
  readonly opened: OpenedForm;
  readonly summary: ContextRecord;
}

/**
 * Every finding, by institution, tablet and line, as it stands at `nowMs`: that lines are open is said only after the
 * last window. Holds one summary for each person of the collection in memory.
 */
export async function findAtCentre(
  database: Database,
  instruments: readonly InstrumentTexts[],
  windows: CollectionWindows,
  nowMs: number,
): Promise<readonly CentreFinding[]> {
  const closings = await readClosings(database);
  const totals = await readListTotals(database);
  const people = await readPeople(database, instruments);
  const shown = shownCertificates(people, await readDevices(database));
  const findings: CentreFinding[] = [];
  for (const institution of await readInstitutions(database)) {
    const own = people.filter(({ opened }) => opened.row.institutionId === institution.id);
    const lines = closings.filter((closing) => closing.institution === institution.id);
    const listed = totals.find((total) => total.institution === institution.id)?.onList ?? null;
    findings.push(
      ...ofInstitution(institution, { lines, people: own, listed, shown, windows, nowMs }),
      ...ofHouseholds(institution, own),
    );
  }
  return [...findings, ...sameIin(people)].toSorted(inOrder);
}

function inOrder(a: CentreFinding, b: CentreFinding): number {
  const place = ({ institution, tablet }: CentreFinding): string => `${institution} ${tablet ?? ""}`;
  if (place(a) !== place(b)) return place(a) < place(b) ? -1 : 1;
  return (a.line ?? 0) - (b.line ?? 0);
}

async function readPeople(database: Database, instruments: readonly InstrumentTexts[]): Promise<readonly Person[]> {
  const people: Person[] = [];
  for await (const opened of countedForms(database, instruments)) {
    const { form, row } = opened;
    // The export names forms whose version is not here; no edit can be asked of them. The premises are no person.
    if (opened.interview === null || form.unit !== "person") continue;
    const { questionnaire } = opened;
    const summary = personSummary(form.line, null, { questionnaire, answers: form.answers });
    people.push({ tablet: row.sourceId, opened, summary });
  }
  return people;
}

interface InstitutionFacts {
  readonly lines: readonly LineClosing[];
  readonly people: readonly Person[];
  /** People on the newest signed list; null before one came. */
  readonly listed: number | null;
  /** Lines whose certificate was shown somewhere, by `certificateKey`. */
  readonly shown: ReadonlySet<string>;
  readonly windows: CollectionWindows;
  readonly nowMs: number;
}

/** Whoever is in the house at the census moment, usual resident or not (instrument 3.1). */
const present: ReadonlySet<unknown> = new Set(["1", "3", "4"]);

function ofInstitution(
  { id, headcountPlaces }: Institution,
  { lines, people, listed, shown, windows, nowMs }: InstitutionFacts,
): readonly CentreFinding[] {
  const formByLine = new Map(people.map((person) => [person.opened.form.lineId, person]));
  const alike = alikeInARow(people);
  const context: Context = {
    isListHere: true,
    lines: lines.map((closing) => lineRecord(closing, formByLine.get(closing.lineId), alike, windows, shown)),
    personsPresent: people.filter(({ opened }) => present.has(categoryOf(opened))).length,
    places: headcountPlaces,
    stage1Count: listed,
    stage2Count: lines.filter(({ closing }) => closing === "interviewed" || closing === "administration").length,
    isInstitutionClosed: windowStateAt(windows, "interviewing", nowMs) === "late",
  };
  return openInterview(premisesQuestionnaire(), { context, answers: {} })
    .findings()
    .flatMap(({ edit, level }): readonly CentreFinding[] =>
      level === "critical" ? [] : [{ institution: id, tablet: null, line: null, edit, level, beside: null }],
    );
}

const certificateKey = (tablet: string, line: number): string => `${tablet} ${line}`;

/**
 * Lines whose certificate somebody showed where he was met again (L07): the number names the series of the tablet and the
 * line. Numbers that are none, or of no tablet of this collection, say nothing.
 */
function shownCertificates(people: readonly Person[], devices: readonly Device[]): ReadonlySet<string> {
  const tabletBySeries = new Map(devices.map(({ certificateSeries, sourceId }) => [certificateSeries, sourceId]));
  return new Set(
    people.flatMap(({ opened: { form, questionnaire } }) => {
      const number = valueInRole({ questionnaire, answers: form.answers }, "shownCertificate");
      if (number?.kind !== "text") return [];
      const serial = parseCertificateNumber(number.text);
      const tablet = serial.ok ? tabletBySeries.get(serial.value.series) : undefined;
      return serial.ok && tablet !== undefined ? [certificateKey(tablet, serial.value.counter)] : [];
    }),
  );
}

function categoryOf({ form: { answers }, questionnaire }: OpenedForm): string | null {
  const category = valueInRole({ questionnaire, answers }, "category");
  return category?.kind === "code" ? category.code : null;
}

function lineRecord(
  closing: LineClosing,
  person: Person | undefined,
  alike: ReadonlyMap<Person, number>,
  windows: CollectionWindows,
  shown: ReadonlySet<string>,
): ContextRecord {
  const form = person?.opened.form;
  return {
    line: closing.line,
    stage: closing.stage,
    hasForm: form !== undefined,
    closing: closing.closing,
    leftOn: closing.leftOn,
    hasCertificate: shown.has(certificateKey(closing.sourceId, closing.line)),
    interviewMinutes: form === undefined ? null : (form.finishedAtMs - form.startedAtMs) / 60_000,
    alikeInARow: person === undefined ? null : (alike.get(person) ?? null),
    isLate: form === undefined ? null : windowStateAt(windows, "interviewing", form.finishedAtMs) !== "open",
  };
}

/** Who a person is differs in every honest form; what is left must not be the same ten times over. */
const ofIdentity = ["iin", "name", "sex", "birthDate"] as const;

/** Answers to those questions and to the sub-questions that bear their ids, such as the age at the date of birth. */
function isOfIdentity(path: string, questionnaire: Questionnaire): boolean {
  const ids = ofIdentity.flatMap((role) => questionsOf(questionnaire, role));
  return ids.some((id) => path === id || path.startsWith(`${id}.`));
}

/** For each form, how many in a row one officer finished with the very same answers, this one counted last. */
function alikeInARow(people: readonly Person[]): ReadonlyMap<Person, number> {
  const runs = new Map<Person, number>();
  const lastByOfficer = new Map<string, { readonly said: string; readonly run: number }>();
  const byTime = people.toSorted((a, b) => a.opened.form.finishedAtMs - b.opened.form.finishedAtMs);
  for (const person of byTime) {
    const { form, questionnaire, row } = person.opened;
    const { officerId } = row;
    const said = JSON.stringify(
      Object.entries(form.answers)
        .filter(([path]) => !isOfIdentity(path, questionnaire))
        .toSorted(([a], [b]) => (a < b ? -1 : 1)),
    );
    const before = lastByOfficer.get(officerId);
    const run = before?.said === said ? before.run + 1 : 1;
    lastByOfficer.set(officerId, { said, run });
    runs.set(person, run);
  }
  return runs;
}

/** Each form again, now with the answers of all others of the same list: what a tablet could not know shows itself. */
function ofHouseholds(institution: Institution, people: readonly Person[]): readonly CentreFinding[] {
  return people.flatMap(({ tablet, opened: { form, questionnaire } }) => {
    const persons = people
      .filter((other) => other.opened.form.list === form.list && other.opened.form.line !== form.line)
      .map(({ summary }) => summary);
    const { context, answers, confirmations } = form;
    return openInterview(questionnaire, { context: { ...context, persons }, answers, confirmations })
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
