// The choices sheet as options, and a choice_filter as the condition of each of them.
import type { Option } from "#questionnaire";
import type { Texts } from "./texts.ts";
import { translateCondition, type Scope } from "./translate.ts";
import type { Row, Workbook } from "./workbook.ts";

export interface Choices {
  /** The options of a list; empty for a list that is not there. `filter` is the cell `choice_filter` of `row`. */
  readonly optionsOf: (list: string, filter: string, row: Row, scope: Scope) => readonly Option[];
  /** Notes the choices that no question offers, whatever is answered. */
  readonly end: () => void;
}

const codeShape = /^[A-Za-z0-9][A-Za-z0-9_-]{0,31}$/u;

/** The codes of each list as they stand on the sheet. */
export function codesByList(workbook: Workbook): ReadonlyMap<string, ReadonlySet<string>> {
  const codes = new Map<string, Set<string>>();
  for (const row of workbook.choices) {
    const list = row.look("list_name") || row.look("list");
    const known = codes.get(list) ?? new Set<string>();
    codes.set(list, known.add(row.look("name") || row.look("value")));
  }
  return codes;
}

export function createChoices(workbook: Workbook, texts: Texts): Choices {
  const byList = new Map<string, Row[]>();
  /** List and name of every choice so far. */
  const named = new Set<string>();
  for (const row of workbook.choices) {
    const list = row.take("list_name") || row.take("list");
    const listed = byList.get(list);
    if (listed === undefined) byList.set(list, [row]);
    else listed.push(row);
    const name = `${list}\n${row.look("name") || row.look("value")}`;
    if (named.has(name)) workbook.note(row, "label", "choice-twice");
    named.add(name);
  }
  const textOf = new Map<Row, Option>();
  const optionOf = (row: Row): Option | null => {
    const known = textOf.get(row);
    if (known !== undefined) return known;
    const name = row.take("name") || row.take("value");
    const text = texts.of(row, "label");
    if (!codeShape.test(name) || text === null) {
      workbook.note(row, "name", "choice-unusable", name);
      return null;
    }
    const option: Option = { code: name, text };
    textOf.set(row, option);
    return option;
  };
  const offered = new Set<Row>();

  return {
    optionsOf: (list, filter, row, scope) => {
      const rows = byList.get(list) ?? [];
      if (rows.length === 0) workbook.note(row, "type", "choices-missing", list);
      // A column that no choice of the list fills is a slip of the author: the filter is refused by its name.
      const columns = columnsIn(filter).filter((column) => rows.some((choice) => cellOf(choice, column) !== ""));
      const usable = rows.flatMap((choice) => {
        const option = optionOf(choice);
        return option === null ? [] : [{ choice, option }];
      });
      let shown: readonly { readonly choice: Row; readonly option: Option }[] = usable;
      if (filter !== "") {
        const filtered = usable.map(({ choice, option }) => {
          const cells = Object.fromEntries(columns.map((column) => [column, cellOf(choice, column)]));
          return { choice, option, when: translateCondition(filter, { ...scope, columns: cells }) };
        });
        // One option that cannot be filtered leaves all of them on offer: half a filter would hide true answers.
        const refused = filtered.find(({ when }) => !when.ok);
        if (refused !== undefined && !refused.when.ok) {
          workbook.note(row, "choice_filter", "expression-unsupported", refused.when.error.what);
        } else {
          shown = filtered.flatMap(({ choice, option, when }) => {
            if (!when.ok || when.value === "false") return [];
            return [{ choice, option: when.value === "true" ? option : { ...option, when: when.value } }];
          });
        }
      }
      const byCode = new Map<string, Option>();
      for (const { choice, option } of shown) {
        offered.add(choice);
        const first = byCode.get(option.code);
        byCode.set(option.code, first === undefined ? option : offeredAsEither(first, option));
      }
      if (rows.length > 0 && byCode.size === 0) workbook.note(row, "type", "choices-missing", list);
      return [...byCode.values()];
    },
    end: () => {
      for (const [row, { code }] of textOf)
        if (!offered.has(row)) workbook.note(row, "name", "choice-never-offered", code);
    },
  };
}

/** One name on several rows is one option with the first one's words, on offer where any of the rows is. */
function offeredAsEither(first: Option, second: Option): Option {
  if (first.when === undefined || second.when === undefined) return { code: first.code, text: first.text };
  return { ...first, when: `(${first.when}) or (${second.when})` };
}

const operators: ReadonlySet<string> = new Set(["and", "or", "div", "mod"]);

/** Bare words of the filter, without what it calls: columns of the choices sheet. */
function columnsIn(filter: string): readonly string[] {
  const outside = filter.replaceAll(/\$\{[^}]*\}|"[^"]*"|'[^']*'/gu, " ");
  const words = outside.match(/[\p{L}_][\p{L}\p{N}_-]*(?![\p{L}\p{N}_-]|\s*\()/gu) ?? [];
  return [...new Set(words)].filter((word) => !operators.has(word));
}

function cellOf(choice: Row, column: string): string {
  return column === "name" ? choice.look("name") || choice.look("value") : choice.take(column.toLowerCase());
}
