// What each row of the survey sheet is called in our language, found in one walk ahead: an expression may name what
// comes later.
import { createNames, type Names } from "./names.ts";
import { typeOf } from "./row-type.ts";
import type { Known, Scope, ValueKind } from "./translate.ts";
import type { Row } from "./workbook.ts";

export interface Places {
  /** Null for a row that becomes nothing of its own. */
  readonly of: (row: Row) => Known | null;
  readonly scope: (self: Known | null) => Omit<Scope, "columns">;
  /** Names of the form with the ids they became, in their order. */
  readonly names: readonly { readonly name: string; readonly id: string }[];
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

export function findPlaces(rows: readonly Row[]): Places {
  const known = knownByRow(rows, createNames());
  const byName = new Map([...known].map(([row, one]) => [row.look("name"), { row, one }]));
  return {
    of: (row) => known.get(row) ?? null,
    scope: (self) => ({
      question: (name) => byName.get(name)?.one ?? null,
      roster: (name) => {
        const found = byName.get(name);
        return found !== undefined && typeOf(found.row).type === "begin_repeat" ? found.one.id : null;
      },
      self,
    }),
    names: [...known].map(([row, { id }]) => ({ name: row.look("name"), id })),
  };
}

function knownByRow(rows: readonly Row[], names: Names): ReadonlyMap<Row, Known> {
  const known = new Map<Row, Known>();
  const open: string[] = [];
  for (const row of rows) {
    const { type } = typeOf(row);
    const name = row.take("name");
    const roster = open.at(-1) ?? null;
    const id = (): string => (roster === null ? names.question(name) : `${roster}.${names.field(roster, name)}`);
    const kind = kinds.get(type);
    if (type === "end_repeat") open.pop();
    else if (type === "begin_repeat") {
      const repeat = id();
      known.set(row, { id: repeat, kind: "text", roster: null });
      open.push(repeat);
    } else if (type === "calculate" && roster === null) {
      known.set(row, { id: names.calculation(name), kind: "number", roster: null });
    } else if (kind !== undefined) known.set(row, { id: id(), kind, roster });
  }
  return known;
}
