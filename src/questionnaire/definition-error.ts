// Everything that can be wrong with definition files: a closed list of plain objects. Each says the file and the
// place in words a statistician can follow ("section B › P08 › option 2 › when"); explainDefinitionError makes the sentence.

import type { Slip } from "./slips.ts";

/** Where an error is. */
export interface DefinitionPlace {
  /** The file's `id`, or `#1`, `#2`… when it has none. */
  readonly file: string;
  readonly place: string;
}

/** What stands in the way: questions whose conditions or limits do not go with this one; none if it contradicts itself. */
interface Unreachable {
  readonly because: readonly string[];
}

type ExpressionLimit = "length" | "depth" | "quantifier-depth" | "literal" | "set";
type QuestionnaireLimit = "files" | "file-length" | "questions" | "edits" | "roster-depth" | "looks";

/** Why an expression is not an expression; `at` is an offset in it, from 0. */
export type SyntaxProblem =
  | {
      readonly type: "syntax-error";
      readonly at: number;
      readonly found: string;
      readonly expected: string;
      /** What the author may have taken for the language's own. */
      readonly slip?: Slip;
    }
  | { readonly type: "expression-too-big"; readonly at: number; readonly limit: ExpressionLimit; readonly max: number };

/** Why an expression means nothing. */
type MeaningProblem =
  | { readonly type: "name-unknown"; readonly at: number; readonly name: string; readonly nearest: string | null }
  | { readonly type: "name-in-roster"; readonly at: number; readonly name: string; readonly roster: string }
  | { readonly type: "function-unknown"; readonly at: number; readonly name: string; readonly nearest: string | null }
  | {
      readonly type: "arguments-wrong";
      readonly at: number;
      readonly name: string;
      readonly expected: string;
      readonly found: number;
    }
  | { readonly type: "type-wrong"; readonly at: number; readonly expected: string; readonly found: string }
  | { readonly type: "code-unknown"; readonly at: number; readonly code: string; readonly known: readonly string[] }
  | { readonly type: "number-for-code"; readonly at: number; readonly number: string }
  | { readonly type: "codes-never-equal"; readonly at: number }
  /** `instead` is what to write: `year(P05) = 2010`. */
  | { readonly type: "dates-never-equal"; readonly at: number; readonly instead: string };

export type ExpressionProblem = SyntaxProblem | MeaningProblem;

export type DefinitionError =
  // the shape of the file
  | (DefinitionPlace & { readonly type: "shape-wrong"; readonly reason: string })
  | (DefinitionPlace & { readonly type: "text-missing"; readonly language: "kk" | "ru" | "en" })
  | (DefinitionPlace & { readonly type: "key-unknown"; readonly key: string; readonly nearest?: string })
  | (DefinitionPlace & { readonly type: "too-big"; readonly limit: QuestionnaireLimit; readonly max: number })
  // names
  | (DefinitionPlace & { readonly type: "id-duplicate"; readonly id: string; readonly firstPlace: string })
  | (DefinitionPlace & { readonly type: "unit-different"; readonly unit: string; readonly first: string })
  | (DefinitionPlace & { readonly type: "code-set-unknown"; readonly set: string })
  | (DefinitionPlace & { readonly type: "list-unknown"; readonly list: string })
  | (DefinitionPlace & { readonly type: "list-code-unknown"; readonly list: string; readonly code: string })
  | (DefinitionPlace & { readonly type: "reference-wrong"; readonly to: string; readonly reason: ReferenceProblem })
  | (DefinitionPlace & { readonly type: "range-empty"; readonly min: string; readonly max: string })
  | (DefinitionPlace & { readonly type: "date-impossible"; readonly date: string })
  // expressions
  | (DefinitionPlace & { readonly expression: string } & ExpressionProblem)
  // the whole
  /** Stands last, for all that are not named. */
  | (DefinitionPlace & { readonly type: "more-errors"; readonly count: number })
  | (DefinitionPlace & { readonly type: "cycle"; readonly names: readonly string[] })
  | (DefinitionPlace & Unreachable & { readonly type: "never-asked"; readonly question: string })
  | (DefinitionPlace & Unreachable & { readonly type: "never-fires"; readonly edit: string })
  | (DefinitionPlace & Unreachable & { readonly type: "never-offered"; readonly code: string })
  // what is proposed
  | (DefinitionPlace & { readonly type: "proposal-unfit"; readonly question: string })
  | (DefinitionPlace & { readonly type: "prefill-reads-answer"; readonly question: string })
  | (DefinitionPlace & { readonly type: "prefill-source"; readonly sources: readonly string[] })
  | (DefinitionPlace & { readonly type: "known-beforehand"; readonly name: string; readonly reader: string })
  // roles
  | (DefinitionPlace & { readonly type: "role-unknown"; readonly role: string; readonly nearest: string | null })
  | (DefinitionPlace & RoleProblem & { readonly type: "role-type"; readonly to: string; readonly found: string })
  | (DefinitionPlace & {
      readonly type: "role-code";
      readonly role: string;
      readonly to: string;
      readonly code: string;
    })
  | (DefinitionPlace & RoleProblem & { readonly type: "role-missing"; readonly unit: string })
  // texts
  | (DefinitionPlace & { readonly type: "placeholder-unknown"; readonly name: string; readonly nearest: string | null })
  | (DefinitionPlace & { readonly type: "placeholder-type"; readonly name: string; readonly found: string })
  | (DefinitionPlace & { readonly type: "placeholder-broken"; readonly language: "kk" | "ru" | "en" })
  | (DefinitionPlace & { readonly type: "placeholder-suffix"; readonly name: string; readonly suffix: string })
  | (DefinitionPlace & {
      readonly type: "placeholder-glued";
      readonly language: "kk" | "ru" | "en";
      readonly written: string;
    })
  // fills
  | (DefinitionPlace & { readonly type: "fill-wrong"; readonly reason: FillProblem })
  | (DefinitionPlace & { readonly type: "fill-brace"; readonly language: "kk" | "ru" | "en" })
  | (DefinitionPlace & {
      readonly type: "plural-form-missing";
      readonly language: "kk" | "ru" | "en";
      readonly form: string;
    })
  | (DefinitionPlace & { readonly type: "choice-incomplete"; readonly codes: readonly string[] })
  | (DefinitionPlace & {
      readonly type: "choice-code-unknown";
      readonly code: string;
      readonly known: readonly string[];
    });

/** Why a fill can put nothing in words. */
export type FillProblem =
  | "two-kinds"
  | "exactly-without-plural"
  | "plural-of-no-number"
  | "choice-of-no-known-codes"
  | "no-label"
  | "label-with-placeholder"
  | "no-words";

/** `expected` are the types of question that can play the role. */
interface RoleProblem {
  readonly role: string;
  readonly expected: string;
}

/** Why a question named outside an expression cannot be meant. */
export type ReferenceProblem =
  | "unknown"
  | "not-a-multi"
  | "not-a-list"
  | "list-without-lines"
  | "not-a-roster"
  | "in-another-roster"
  | "later-than-this";
