import type { ListColumns } from "#fieldwork";
import { m } from "../../i18n/index.ts";
import type { ListFilePreview } from "../../wiring/index.ts";
import { fieldOfColumn } from "./column-choice.ts";
import { fieldText } from "./field-text.ts";
import styles from "./import-screen.module.css";

interface SampleTableProps {
  readonly preview: ListFilePreview;
  readonly columns: ListColumns;
  /** A cell with letters shows the first of them (ux 3.11): enough to tell one column from the other. */
  readonly isProtected: boolean;
}

/** The first rows as the file has them; a column that is not taken is grey. */
export function SampleTable({ preview, columns, isProtected }: SampleTableProps) {
  return (
    <div className={styles.scroll}>
      <table className={styles.sample}>
        <thead>
          <tr>
            {preview.header.map((heading, column) => {
              const field = fieldOfColumn(columns, column);
              return (
                <th key={`${column} ${heading}`} scope="col" data-skipped={field === null || undefined}>
                  {heading}
                  <small>{field === null ? m.list_import_skip() : fieldText(field)}</small>
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {preview.sample.map((cells, row) => (
            <tr key={row}>
              {preview.header.map((heading, column) => (
                <td key={`${column} ${heading}`} data-skipped={fieldOfColumn(columns, column) === null || undefined}>
                  {isProtected ? covered(cells[column] ?? "") : cells[column]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function covered(cell: string): string {
  return /\p{L}{2}/u.test(cell) ? `${cell.trim().slice(0, 1)}…` : cell;
}
