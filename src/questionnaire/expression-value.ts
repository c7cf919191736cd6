// The values expressions work with. `null` is "unknown" everywhere: a question not answered, not asked,
// refused, or a calculation from such.
import type { PartialDate } from "./answer.ts";
import type { ScalarType } from "./expression-type.ts";

export interface NameValue {
  readonly surname: string;
  readonly given: string;
  readonly patronymic: string | null;
}

export interface PlaceValue {
  readonly country: string;
  readonly kato: string | null;
  readonly settlement: "urban" | "rural" | null;
  readonly text: string | null;
}

/** A known value of each type. */
export interface ValueByType {
  readonly boolean: boolean;
  readonly number: number;
  readonly text: string;
  readonly date: PartialDate;
  readonly code: string;
  readonly codes: readonly string[];
  readonly name: NameValue;
  readonly place: PlaceValue;
  readonly line: number;
}

export type ScalarValue = ValueByType[ScalarType] | null;

/** One record of a list handed in as context: members by name; a missing member is unknown. */
export type ContextRecord = Readonly<Record<string, ScalarValue | undefined>>;

export type ExpressionValue = ScalarValue | readonly ContextRecord[];

/** Context values by name. A date may also be written as text (`2021-08-31`, `2021-08`, `2021`). */
export type Context = Readonly<Record<string, ExpressionValue | undefined>>;
