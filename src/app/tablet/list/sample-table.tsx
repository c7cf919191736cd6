import type { ListColumns } from "#fieldwork";
import { m } from "../../i18n/index.ts";
import type { ListFilePreview } from "../../wiring/index.ts";
import { fieldOfColumn } from "./column-choice.ts";
import { fieldText } from "./field-text.ts";
import styles from "./import-screen.module.css";

interface SampleTableProps {
  readonly preview: ListFilePreview;
  readonly columns: ListColumns;
  /** Of a name, a date or an IIN the beginning shows (ux 3.11): enough to tell one column from the other. */
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
  if (/\p{L}{2}/u.test(cell)) return `${cell.trim().slice(0, 1)}…`;
  return cell.replaceAll(/\D/gu, "").length > 4 ? `${cell.trim().slice(0, 2)}…` : cell;
}
