// The sizes a definition may have. They are far above what a census needs and far below what
// could hold up a tablet: a definition beyond them is refused before anything is computed with it.

/** One limit is one number; LANGUAGE.md quotes them in QL4, QL10 and QL11. */
export const limits = {
  /** Characters of one expression. */
  expressionLength: 2_000,
  /** How deep brackets, calls and operators may sit inside one another. */
  expressionDepth: 40,
  /** Quantifiers inside one another: two in an edit of each row are a million looks for a hundred rows. */
  quantifierDepth: 2,
  /** How many items each list is taken to have when looks are counted. */
  countedItems: 100,
  /** Looks at items that all expressions together may need for one computation of everything: about a second. */
  looks: 10_000_000,
  /** Characters of one text literal. */
  literalLength: 200,
  /** Members of one set `{…}`. */
  setSize: 200,
  /** Steps the search for contradictions may take before it gives a condition the benefit of the doubt. */
  contradictionSteps: 2_000,
  /** Files that may be compiled together. */
  files: 8,
  /** Characters of one definition file written as JSON. */
  fileLength: 2_000_000,
  /** Questions and fields of one questionnaire. */
  questions: 2_000,
  /** Edits of one questionnaire. */
  edits: 1_000,
  /** The highest number of a roster's row: five times the rows a roster may have, so that many can be taken out. */
  rowNumber: 5_000,
  /** Errors that are named one by one; of the others only their number. */
  errors: 200,
  /** Rosters inside rosters. */
  rosterDepth: 3,
} as const;
