// The choices sheet as options, and a choice_filter as the condition of each of them.
import type { Option } from "#questionnaire";
import type { Texts } from "./texts.ts";
import { translateExpression, type Scope } from "./translate.ts";
import type { Row, Workbook } from "./workbook.ts";

export interface Choices {
  /** The options of a list; empty for a list that is not there. `filter` is the cell `choice_filter` of `row`. */
  readonly optionsOf: (list: string, filter: string, row: Row, scope: Omit<Scope, "columns">) => readonly Option[];
}

const codeShape = /^[A-Za-z0-9][A-Za-z0-9_-]{0,31}$/u;

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
      workbook.note(row, "name", "type-unsupported", name);
      return null;
    }
    const option: Option = { code: name, text };
    textOf.set(row, option);
    return option;
  };

  return {
    optionsOf: (list, filter, row, scope) => {
      const rows = byList.get(list) ?? [];
      if (rows.length === 0) workbook.note(row, "type", "choices-missing", list);
      const columns = columnsIn(filter);
      let isRefused = false;
      const options = rows.flatMap((choice): readonly Option[] => {
        const option = optionOf(choice);
        if (option === null) return [];
        if (filter === "" || isRefused) return [option];
        const values = Object.fromEntries(
          columns.map((column) => [column, column === "name" ? option.code : choice.take(column)]),
        );
        const when = translateExpression(filter, { ...scope, columns: values });
        if (when.ok) return [{ ...option, when: when.value }];
        isRefused = true;
        workbook.note(row, "choice_filter", "expression-unsupported", when.error.what);
        return [option];
      });
      // One option that cannot be filtered leaves all of them on offer: half a filter would hide true answers.
      const shown = isRefused ? options.map(({ when: _when, ...option }) => option) : options;
      const byCode = new Map<string, Option>();
      for (const option of shown) {
        const first = byCode.get(option.code);
        byCode.set(option.code, first === undefined ? option : offeredAsEither(first, option));
      }
      return [...byCode.values()];
    },
  };
}

/** One name on several rows is one option with the first one's words, on offer where any of the rows is. */
function offeredAsEither(first: Option, second: Option): Option {
  if (first.when === undefined || second.when === undefined) return { code: first.code, text: first.text };
  return { ...first, when: `(${first.when}) or (${second.when})` };
}

/** Bare words of the filter: columns of the choices sheet. */
function columnsIn(filter: string): readonly string[] {
  const outside = filter.replaceAll(/\$\{[^}]*\}|"[^"]*"|'[^']*'/gu, " ");
  const words = outside.match(/[\p{L}_][\p{L}\p{N}_-]*/gu) ?? [];
  return [...new Set(words)].filter((word) => !["and", "or", "not", "selected", "div", "mod"].includes(word));
}
