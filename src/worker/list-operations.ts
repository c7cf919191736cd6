// The list as the officer works on it: lines, headcount, a file of the institution's, the signature. Each call is one
// change of the book; ids are made here, events are those of #fieldwork.
import { newId } from "#protocol";
import { err, ok, PartialDate, type Result } from "#questionnaire";
import {
  guessList,
  listAsOf,
  ListMapping,
  ListPerson,
  listRevision,
  ListStatement,
  nextLineNumber,
  parseListRows,
  planListBatches,
  RecordId,
  RemovalReason,
  type FieldworkError,
  type ListImport,
  type ListImportError,
  type TableRows,
} from "#fieldwork";
import { createSealedWork } from "#storage";
import type { TabletApi } from "./api.ts";
import {
  linesOf,
  listStateOf,
  mergeChanges,
  withLineEvent,
  withListEvent,
  withNewLines,
  type Book,
  type BookChange,
} from "./book.ts";
import type { ListChangeError, ListSealError } from "./errors.ts";
import type { TabletHost } from "./host.ts";
import { createLineChange, lineFacts } from "./line-change.ts";
import { withRemovedPerson, withSavedPerson, withTwoToldApart } from "./saved-person.ts";
import { sealedChange } from "./sealed-change.ts";
import { sealLockName, type Sealer } from "./sealing.ts";
import type { Decision, Session } from "./session.ts";

type ListOperations = Pick<
  TabletApi,
  | "addPerson"
  | "correctPerson"
  | "removePerson"
  | "restorePerson"
  | "tellApart"
  | "declareHeadcount"
  | "signAndSealList"
  | "readListFile"
  | "importListFile"
>;

/** As #fieldwork's event allows. */
const headcountLimit = 100_000;

/** Rows shown of a file before anything is taken. */
const sampleRows = 8;

export function createListOperations(host: TabletHost, session: Session, sealer: Sealer): ListOperations {
  const sealedWork = createSealedWork(host.database);
  let lastFile: TableRows | null = null;
  session.onClose(() => {
    lastFile = null;
  });

  const changeLine = createLineChange(host, session);
  const facts = (book: Book) => ({ atMs: host.clock.nowMs(), by: book.facts.enrolled.officer.id });

  /** The list is started by the first thing that happens to it. Lines without a list mean that its record is damaged: a second list would tear them apart. */
  const started = (book: Book): Result<BookChange, FieldworkError | { readonly type: "record-damaged" }> => {
    if (listStateOf(book).state !== "not-started") return ok({ book, records: [] });
    if (book.linesById.size > 0) return err({ type: "record-damaged" });
    const list = newId(host.random);
    return withListEvent(book, { type: "list-started", ...facts(book), list, asOf: listAsOf }, newId(host.random));
  };

  /** People as new lines with rising numbers. */
  const added = (
    book: Book,
    people: readonly ListPerson[],
    origin: "file" | "entry",
  ): Result<Decision<readonly { readonly lineId: string; readonly number: number }[]>, ListChangeError> => {
    const begun = started(book);
    if (!begun.ok) return begun;
    const listRev = listRevision(listStateOf(book));
    const firstNumber = nextNumberOf(book);
    const events = people.map((person, index) => ({
      type: "line-added" as const,
      ...facts(book),
      listRev,
      lineId: newId(host.random),
      number: firstNumber + index,
      person,
      origin,
    }));
    const lines = withNewLines(
      begun.value.book,
      events.map((event) => ({ event, recordId: newId(host.random) })),
    );
    if (!lines.ok) return lines;
    const value = events.map(({ lineId, number }) => ({ lineId, number }));
    return ok({ ...mergeChanges([begun.value, lines.value], book), value });
  };

  return {
    addPerson: async (person, toldApartFrom = []) => {
      const parsed = ListPerson.safeParse(person);
      if (!parsed.success) return err({ type: "person-invalid" });
      const told = RecordId.array().safeParse(toldApartFrom);
      if (!told.success) return err({ type: "line-unknown" });
      return session.change<{ readonly lineId: string; readonly number: number }, ListChangeError>((book) => {
        const decision = added(book, [parsed.data], "entry");
        if (!decision.ok) return decision;
        const [line] = decision.value.value;
        if (line === undefined) return err({ type: "person-invalid" });
        const saving = { lineId: line.lineId, typedOf: null, toldApartFrom: told.data };
        const settled = withSavedPerson(decision.value, saving, lineFacts(host, book));
        return settled.ok ? ok({ ...settled.value, value: line }) : settled;
      });
    },

    correctPerson: async (lineId, person, toldApartFrom = []) => {
      const parsed = ListPerson.safeParse(person);
      if (!parsed.success) return err({ type: "person-invalid" });
      const told = RecordId.array().safeParse(toldApartFrom);
      if (!told.success) return err({ type: "line-unknown" });
      return session.change<true, ListChangeError>((book) => {
        const line = book.linesById.get(lineId);
        if (line === undefined) return err({ type: "line-unknown" });
        const common = lineFacts(host, book);
        const event = { type: "line-corrected", ...common, person: parsed.data } as const;
        const corrected = withLineEvent(book, lineId, line, event);
        if (!corrected.ok) return corrected;
        const saving = { lineId, typedOf: lineId, toldApartFrom: told.data };
        const settled = withSavedPerson(corrected.value, saving, common);
        return settled.ok ? ok({ ...settled.value, value: true }) : settled;
      });
    },

    tellApart: async (lineId, otherLineId) =>
      session.change<true, ListChangeError>((book) => {
        const said = withTwoToldApart(book, lineId, otherLineId, lineFacts(host, book));
        return said.ok ? ok({ ...said.value, value: true }) : said;
      }),

    removePerson: async (lineId, reason, leftOn = null) => {
      const why = {
        reason: RemovalReason.parse(reason),
        ...(leftOn === null ? {} : { leftOn: PartialDate.parse(leftOn) }),
      };
      return session.change<true, ListChangeError>((book) => {
        const line = book.linesById.get(lineId);
        if (line === undefined) return err({ type: "line-unknown" });
        const removed = withRemovedPerson(book, line, { type: "line-removed", ...lineFacts(host, book), ...why });
        return removed.ok ? ok({ ...removed.value, value: true }) : removed;
      });
    },

    restorePerson: async (lineId) => changeLine(lineId, (_line, common) => ok({ type: "line-restored", ...common })),

    declareHeadcount: async (count) => {
      if (!Number.isInteger(count) || count < 0 || count > headcountLimit) return err({ type: "headcount-invalid" });
      return session.change<true, ListChangeError>((book) => {
        const begun = started(book);
        if (!begun.ok) return begun;
        const declared = withListEvent(
          begun.value.book,
          { type: "headcount-declared", ...facts(book), count },
          newId(host.random),
        );
        if (!declared.ok) return declared;
        return ok({ ...mergeChanges([begun.value, declared.value], book), value: true });
      });
    },

    signAndSealList: async (given) => {
      const statement = ListStatement.parse(given);
      return host.locks.run(sealLockName, async () =>
        session.changeWith<{ rev: number; seqs: readonly number[] }, ListSealError, never>(async (book) => {
          const onList = linesOf(book).filter(({ removed }) => removed === null).length;
          const begun = started(book);
          if (!begun.ok) return begun;
          const { headcount } = statement;
          if (statement.onList !== onList) return err({ type: "statement-disagrees", headcount });
          const rev = listRevision(listStateOf(book)) + 1;
          const signed = withListEvent(
            begun.value.book,
            { type: "list-signed", ...facts(book), rev, statement },
            newId(host.random),
          );
          if (!signed.ok) return signed;
          const change = mergeChanges([begun.value, signed.value], book);
          const batches = planListBatches(listStateOf(change.book), linesOf(book));
          if (!batches.ok) return batches;
          const vault = session.vault();
          if (vault === null) return err({ type: "locked" });
          const made = await sealer.seal(
            book.facts,
            vault.officer,
            batches.value.map((lines) => ({ kind: "list", lines, forms: [], listRev: rev })),
          );
          if (!made.ok) return made;
          const seqs = made.value.map(({ row }) => row.entry.seq);
          return ok(sealedChange({ ...change, value: { rev, seqs } }, made.value, { sealedWork, random: host.random }));
        }),
      );
    },

    readListFile: async (bytes, fileName) => {
      lastFile = null;
      const file = await host.readListFile(bytes, fileName);
      if (!file.ok) return file;
      const guess = guessList(file.value.rows);
      if (!guess.ok) return guess;
      lastFile = file.value.rows;
      const { header, headerRow, columns, rows } = guess.value;
      return ok({
        fileName,
        encoding: file.value.encoding ?? "xlsx",
        header,
        headerRow,
        columns,
        rows,
        sample: file.value.rows
          .slice(headerRow + 1)
          .filter((row) => row.some((cell) => cell.trim() !== ""))
          .slice(0, sampleRows),
      });
    },

    importListFile: async (given) => {
      const mapping = ListMapping.parse(given);
      const file = lastFile;
      if (file === null) return err({ type: "list-file-not-read" });
      return session.change<ListImport, ListImportError | ListChangeError>((book) => {
        const judged = parseListRows(file, mapping, linesOf(book));
        if (!judged.ok) return judged;
        const { accepted } = judged.value;
        if (accepted.length === 0) return ok({ book, records: [], value: judged.value });
        const people = accepted.map(({ person }) => person);
        const decision = added(book, people, "file");
        return decision.ok ? ok({ ...decision.value, value: judged.value }) : decision;
      });
    },
  };
}

/** Numbers have no gaps, so a damaged record may hold any number up to the count of all: those are not given again either. */
function nextNumberOf(book: Book): number {
  const lines = linesOf(book);
  return Math.max(nextLineNumber(lines), lines.length + book.damagedRecords + 1);
}
