// Why a file gave no rows. What is wrong inside the rows is told by #fieldwork, row by row.

export type ListFileError =
  /** Not CSV and not XLSX. `looksLike` names the frequent mistakes, so that the screen can say "save it as XLSX". */
  | { readonly type: "not-a-list-file"; readonly looksLike: "xls" | "pdf" | "zip" | "other" }
  | { readonly type: "file-too-large"; readonly bytes: number; readonly limit: number }
  /** The right kind of file, but cut short or broken. */
  | { readonly type: "file-damaged" }
  | { readonly type: "too-many-rows"; readonly rows: number; readonly limit: number };
