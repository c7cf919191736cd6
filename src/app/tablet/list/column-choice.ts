// Which column holds which field: each field has one column at most, each column one field.
import { ListField, type ListColumns } from "#fieldwork";

export function fieldOfColumn(columns: ListColumns, column: number): ListField | null {
  const found = entriesOf(columns).find(([, at]) => at === column);
  return found?.[0] ?? null;
}

/** The columns after the officer chose `field` (or nothing) for `column`: the field leaves the column it had. */
export function assignColumn(columns: ListColumns, column: number, field: ListField | null): ListColumns {
  const others = entriesOf(columns).filter(([name, at]) => at !== column && name !== field);
  return Object.fromEntries(field === null ? others : [...others, [field, column]]);
}

function entriesOf(columns: ListColumns): readonly (readonly [ListField, number])[] {
  return ListField.options.flatMap((field) => {
    const column = columns[field];
    return column === undefined ? [] : [[field, column] as const];
  });
}
