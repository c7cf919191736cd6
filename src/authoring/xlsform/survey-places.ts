// What each row of the survey sheet is called in our language, found in one walk ahead: an expression may name what
// comes later.
import { codesByList } from "./choices.ts";
import { createNames } from "./names.ts";
import type { Nesting } from "./nesting.ts";
import { typeOf } from "./row-type.ts";
import type { ValueKind } from "./said.ts";
import { settleCalculations } from "./settle-calculations.ts";
import type { Known, KnownRoster, Scope } from "./translate.ts";
import type { Row, Workbook } from "./workbook.ts";

export interface Places {
  /** Null for a row that becomes nothing of its own. */
  readonly of: (row: Row) => Known | null;
  /** The question for the words beside "other" of this row; null where it has none. */
  readonly otherOf: (row: Row) => Known | null;
  /** `self` is what `.` means, `row` where the expression stands. */
  readonly scope: (row: Row, self: Known | null) => Scope;
  /** Names of the form with the ids they became, in their order. */
  readonly names: readonly { readonly name: string; readonly id: string }[];
}

/** A name of the form. `other` is one that `or_other` gives. */
export interface Named {
  readonly row: Row;
  readonly name: string;
  readonly part: "question" | "other" | "roster" | "calculation";
  readonly known: Known;
}

const kinds: ReadonlyMap<string, ValueKind> = new Map([
  ["select_one", "code"],
  ["select_multiple", "codes"],
  ["acknowledge", "code"],
  ["integer", "number"],
  ["decimal", "number"],
  ["range", "number"],
  ["text", "text"],
  ["date", "date"],
]);

/** Notes names that stand twice or not at all: an expression that names one of several means none of them. */
export function findPlaces(workbook: Workbook, nesting: Nesting): Places {
  const rosterAt = new Map<Row, string | null>();
  const all = nameRows(workbook, nesting, rosterAt);
  const byName = new Map<string, Named>();
  for (const named of all) if (named.part === "other") byName.set(named.name, named);
  const twice = new Map<string, readonly Row[]>();
  for (const named of all) {
    if (named.part === "other") continue;
    const first = byName.get(named.name);
    if (first === undefined || first.part === "other") byName.set(named.name, named);
    else twice.set(named.name, [...(twice.get(named.name) ?? [first.row]), named.row]);
  }
  twice.delete("");
  for (const [name, rows] of twice) {
    const value = `${name} (${rows.map(({ number }) => number).join(", ")})`;
    for (const row of rows.slice(1)) workbook.note(row, "name", "name-twice", value);
  }
  const find = (name: string): Named | null => (twice.has(name) ? null : (byName.get(name) ?? null));
  const kindOf = settleCalculations(all, find, (named, withKinds) => scopeOf(named.row, null, withKinds));
  function scopeOf(row: Row, self: Known | null, known: (named: Named) => Known): Scope {
    return {
      question: (name) => {
        const named = find(name);
        return named === null || named.part === "roster" ? null : known(named);
      },
      roster: (name): KnownRoster | null => {
        const named = find(name);
        return named?.part === "roster" ? named.known : null;
      },
      self,
      here: rosterAt.get(row) ?? null,
      columns: null,
    };
  }
  const partsOf = (...parts: readonly Named["part"][]): ReadonlyMap<Row, Known> =>
    new Map(all.filter(({ part }) => parts.includes(part)).map((named) => [named.row, kindOf(named)]));
  const own = partsOf("question", "roster", "calculation");
  const other = partsOf("other");
  return {
    of: (row) => own.get(row) ?? null,
    otherOf: (row) => other.get(row) ?? null,
    scope: (row, self) => scopeOf(row, self, kindOf),
    names: all.map(({ name, known }) => ({ name, id: known.id })),
  };
}

/** Gives every row its id; fills `rosterAt` with the repeat that each row stands in. */
function nameRows(workbook: Workbook, nesting: Nesting, rosterAt: Map<Row, string | null>): readonly Named[] {
  const names = createNames();
  const codes = codesByList(workbook);
  const all: Named[] = [];
  const open: string[] = [];
  for (const row of workbook.survey) {
    const { type, list, hasOther } = typeOf(row);
    const name = row.take("name");
    for (const closed of nesting.get(row) ?? []) if (closed === "repeat") open.pop();
    const roster = open.at(-1) ?? null;
    rosterAt.set(row, roster);
    const idOf = (text: string): string =>
      roster === null ? names.question(text) : `${roster}.${names.field(roster, text)}`;
    const add = (part: Named["part"], id: string, kind: ValueKind | null, of: ReadonlySet<string> | null): void => {
      const isCalculation = part === "calculation";
      const written = part === "other" ? `${name}_other` : name;
      all.push({ row, name: written, part, known: { id, kind, roster, codes: of, isCalculation } });
    };
    const kind = kinds.get(type);
    if (type === "begin_repeat") {
      const id = idOf(name);
      add("roster", id, null, null);
      open.push(id);
    } else if (type === "calculate") add("calculation", names.calculation(name), null, null);
    else if (kind !== undefined) {
      const isChoice = type === "select_one" || type === "select_multiple";
      const offered = new Set([...(codes.get(list) ?? []), ...(hasOther ? ["other"] : [])]);
      add("question", idOf(name), kind, isChoice ? offered : null);
      if (isChoice && hasOther) add("other", idOf(`${name}_other`), "text", null);
    }
    if (name === "" && (type === "begin_repeat" || type === "calculate" || kind !== undefined)) {
      workbook.note(row, "name", "name-missing");
    }
  }
  return all;
}
