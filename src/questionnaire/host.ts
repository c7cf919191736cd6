// What a questionnaire takes from outside: functions that the language has not (check digits, registers)
// and code lists too long for a definition file.
import type { Question } from "./definition.ts";
import type { ScalarType } from "./expression-type.ts";
import type { ScalarValue, ValueByType } from "./expression-value.ts";
import type { LocalText } from "./local-text.ts";

/** A typed pure function. It is called with known values only: one unknown argument makes the result unknown (QL33). */
export interface HostFunction {
  readonly parameters: readonly ScalarType[];
  readonly result: ScalarType;
  /** Returns null for "cannot be told". A method, so that `apply(iin: string)` fits without a cast. */
  apply(...values: readonly ScalarValue[]): ScalarValue;
}

type Known<P extends readonly ScalarType[]> = { readonly [K in keyof P]: ValueByType[P[K]] };

/** Writes a host function whose `apply` is typed by its parameters. */
export function hostFunction<const P extends readonly ScalarType[], R extends ScalarType>(definition: {
  readonly parameters: P;
  readonly result: R;
  apply(...values: Known<P>): ValueByType[R] | null;
}): HostFunction {
  return definition;
}

/** A part that a question plays for the host's own code. */
export interface QuestionRole {
  /** Types of question that can play it. */
  readonly types: readonly Question["type"][];
  /** Options that the host's code reads: a version that recodes them would be misread. */
  readonly codes?: readonly string[];
  /** Units whose questionnaires must have it. */
  readonly requiredIn: readonly string[];
}

/** Everything outside a definition file that its expressions and questions may name. */
export interface QuestionnaireHost {
  readonly functions: Readonly<Record<string, HostFunction>>;
  /** Names of the external code lists. */
  readonly lists: ReadonlySet<string>;
  /** Whether the list knows the code; asked only for names in `lists`. */
  hasCode(list: string, code: string): boolean;
  /** What the list calls the code, for texts that name an answer; null for a code it has not. Asked only for names in `lists`. */
  textOf(list: string, code: string): LocalText | null;
  /** Roles by name; without it there are none. */
  readonly roles?: ReadonlyMap<string, QuestionRole>;
}
