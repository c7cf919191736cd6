// What was recognised is shown, what was not is chosen by hand; the first rows stand below as they are in the file.
import { useState } from "react";
import { hasNameColumns, ListField, Position, type ListColumns, type ListMapping } from "#fieldwork";
import { formatNumber, m } from "../../i18n/index.ts";
import { Button, Select } from "../../ui/index.ts";
import type { ListFilePreview } from "../../wiring/index.ts";
import { ChoiceButtons } from "../choice-buttons.tsx";
import { assignColumn, fieldOfColumn } from "./column-choice.ts";
import { fieldText } from "./field-text.ts";
import { positionText } from "./person-choices.ts";
import { SampleTable } from "./sample-table.tsx";
import styles from "./import-screen.module.css";

interface ColumnMatchingProps {
  readonly preview: ListFilePreview;
  readonly isProtected: boolean;
  readonly isTaking: boolean;
  readonly onTake: (mapping: ListMapping) => void;
}

const skip = "skip";

export function ColumnMatching({ preview, isProtected, isTaking, onTake }: ColumnMatchingProps) {
  const [columns, setColumns] = useState<ListColumns>(preview.columns);
  const [position, setPosition] = useState<Position | null>(null);
  const [isTried, setIsTried] = useState(false);
  const isNamed = hasNameColumns(columns);

  const take = (): void => {
    setIsTried(true);
    if (isNamed && position !== null) onTake({ headerRow: preview.headerRow, columns, position, presence: "present" });
  };
  return (
    <>
      <section className={styles.section}>
        <h2 className={styles.title}>{preview.fileName}</h2>
        <p className={styles.hint}>{m.list_import_rows({ count: formatNumber(preview.rows) })}</p>
      </section>
      <section className={styles.section}>
        <h2 className={styles.title}>{m.list_import_columns()}</h2>
        <p className={styles.hint}>{m.list_import_columns_hint()}</p>
        <div className={styles.columns}>
          {preview.header.map((heading, column) => (
            <Select<ListField | typeof skip>
              key={`${column} ${heading}`}
              label={heading.trim() === "" ? m.list_import_column({ letter: columnLetter(column) }) : heading}
              value={fieldOfColumn(columns, column) ?? skip}
              options={[
                { value: skip, label: m.list_import_skip() },
                ...ListField.options.map((field) => ({ value: field, label: fieldText(field) })),
              ]}
              onChange={(value) => setColumns(assignColumn(columns, column, value === skip ? null : value))}
            />
          ))}
        </div>
        {isTried && !isNamed && (
          <p className={styles.problem} role="alert">
            {m.list_import_need_name()}
          </p>
        )}
      </section>
      <section className={styles.section}>
        <h2 className={styles.title}>{m.list_import_defaults()}</h2>
        <ChoiceButtons
          label={m.list_position()}
          value={position}
          options={Position.options.map((value) => ({ value, text: positionText(value) }))}
          problem={isTried && position === null ? m.list_import_need_position() : null}
          onChange={setPosition}
        />
      </section>
      <section className={styles.section}>
        <h2 className={styles.title}>{m.list_import_sample()}</h2>
        <SampleTable preview={preview} columns={columns} isProtected={isProtected} />
      </section>
      <div>
        <Button kind="primary" isMain isDisabled={isTaking} onPress={take}>
          {isTaking ? m.list_import_taking() : m.list_import_take()}
        </Button>
      </div>
    </>
  );
}

/** As a table program names it: A, B, … Z, AA. */
function columnLetter(column: number): string {
  const rest = Math.floor(column / 26);
  return `${rest === 0 ? "" : columnLetter(rest - 1)}${String.fromCodePoint(65 + (column % 26))}`;
}
