// The household of tests/support/questionnaire/household.ts written by hand in React, as one would without an engine: the
// rules as code, a reducer, memoized rows and fields, and the product's own inputs, so that only the engine and what hangs
// on it is compared.
import { memo, useCallback, useEffect, useMemo, useReducer, useRef, useState, type ReactNode } from "react";
import { OptionList } from "../../../src/app/questions/option-list.tsx";
import { SpecialStrip } from "../../../src/app/questions/special-strip.tsx";
import { DigitField } from "../../../src/app/questions/digit-field.tsx";
import { NumberPad, TextField } from "../../../src/app/ui/index.ts";
import fieldStyles from "../../../src/app/questions/answer-area.module.css";
import numberStyles from "../../../src/app/questions/number-question.module.css";
import styles from "../../../src/app/questions/roster-question.module.css";

type Value = string | number | readonly string[] | undefined;
export type Person = Readonly<Record<string, Value>>;

const year = 2021;

interface FieldRule {
  readonly id: string;
  readonly kind: "text" | "number" | "single" | "multi" | "person";
  readonly codes?: (person: Person, age: number | null) => readonly string[];
  readonly isAsked?: (person: Person, age: number | null) => boolean;
  readonly specials?: readonly string[];
  readonly isOptional?: boolean;
}

const atLeast =
  (least: number) =>
  (_person: Person, age: number | null): boolean =>
    age !== null && age >= least;
const of =
  (...codes: readonly string[]) =>
  (): readonly string[] =>
    codes;
const oneToThree = of("1", "2", "3");
const income = (person: Person): readonly string[] => (Array.isArray(person["income"]) ? person["income"] : []);

const rules: readonly FieldRule[] = [
  { id: "given", kind: "text" },
  { id: "sex", kind: "single", codes: of("1", "2"), specials: ["unknown"] },
  { id: "born", kind: "number", specials: ["unknown"] },
  { id: "relation", kind: "single", codes: of("1", "2", "3", "12"), isOptional: true },
  { id: "since", kind: "single", codes: of("1", "2"), specials: ["unknown"] },
  { id: "arrived", kind: "number", isAsked: ({ since }) => since === "2" || since === "unknown" },
  { id: "citizen", kind: "single", codes: oneToThree },
  { id: "language", kind: "single", codes: oneToThree, isAsked: atLeast(3) },
  { id: "schooling", kind: "single", codes: of("1", "2"), isAsked: (_person, age) => age !== null && age <= 69 },
  {
    id: "level",
    kind: "single",
    codes: (_person, age) => (age !== null && age >= 15 ? ["1", "2", "3", "4", "7"] : ["1", "2", "3", "4"]),
    isAsked: ({ schooling }) => schooling === "1",
  },
  { id: "married", kind: "single", codes: of("1", "2", "3", "4"), isAsked: atLeast(15), specials: ["refused"] },
  { id: "spouse", kind: "person", isAsked: ({ married }) => married === "2" || married === "3" },
  {
    id: "children",
    kind: "number",
    isAsked: (person, age) => person["sex"] === "2" && atLeast(15)(person, age),
    specials: ["refused"],
  },
  { id: "living", kind: "number", isAsked: ({ children }) => typeof children === "number" && children >= 1 },
  { id: "income", kind: "multi", codes: of("1", "2", "4", "9") },
  { id: "main", kind: "single", codes: income, isAsked: (person) => income(person).length >= 2 },
  { id: "worked", kind: "single", codes: of("1", "2", "5"), isAsked: atLeast(15) },
  { id: "job", kind: "text", isAsked: ({ worked }) => worked === "1" || worked === "2" },
  ...Array.from({ length: 42 }, (_none, index): FieldRule => ({
    id: `q${index}`,
    kind: "single",
    codes: oneToThree,
    ...(index % 3 === 0 ? { isAsked: atLeast(index) } : { specials: ["unknown"] }),
  })),
];

function ageOf({ born }: Person): number | null {
  return typeof born === "number" ? year - born : null;
}

function isAsked(rule: FieldRule, person: Person): boolean {
  return rule.isAsked?.(person, ageOf(person)) ?? true;
}

function leftOf(person: Person): number {
  return rules.filter((rule) => rule.isOptional !== true && isAsked(rule, person) && person[rule.id] === undefined)
    .length;
}

type Action = { readonly at: number; readonly field: string; readonly value: Value };

function reduce(people: readonly Person[], { at, field, value }: Action): readonly Person[] {
  return people.map((person, index) => (index === at ? { ...person, [field]: value } : person));
}

/** What contradicts what, over the whole household. */
function contradictions(people: readonly Person[]): readonly string[] {
  const heads = people.filter(({ relation }) => relation === "1").length;
  return people
    .flatMap((person, index) => {
      const found: string[] = [];
      const { living, children, given, born, main } = person;
      if (typeof living === "number" && typeof children === "number" && living > children) found.push(`E1 ${index}`);
      if (
        given !== undefined &&
        people.some((one, other) => other !== index && one["given"] === given && one["born"] === born)
      )
        found.push(`E2 ${index}`);
      const age = ageOf(person);
      if (main === "4" && age !== null && age < 45) found.push(`E5 ${index}`);
      return found;
    })
    .concat(heads > 1 ? ["E3"] : []);
}

export function HouseholdByHand({ start }: { readonly start: readonly Person[] }) {
  const [people, change] = useReducer(reduce, start);
  const [open, setOpen] = useState(0);
  const [touched, setTouched] = useState("given");
  const heading = useRef<HTMLHeadingElement>(null);
  const isFirst = useRef(true);
  const found = useMemo(() => contradictions(people), [people]);
  const workers = people.filter(({ worked }) => worked === "1").length;
  const person = people[open] ?? {};
  const onChange = useCallback((field: string, value: Value) => change({ at: open, field, value }), [open]);
  useEffect(() => {
    if (!isFirst.current) heading.current?.focus();
    isFirst.current = false;
  }, [open]);
  return (
    <div className={styles.rows}>
      <ol className={styles.list}>
        {people.map((one, index) => (
          <PersonButton key={index} person={one} index={index} isOpen={index === open} onOpen={setOpen} />
        ))}
      </ol>
      <section className={styles.row} data-row>
        <header className={styles.rowHead}>
          <h4 className={styles.heading} ref={heading} tabIndex={-1}>
            № {open + 1}
          </h4>
        </header>
        {rules
          .filter((rule) => isAsked(rule, person))
          .map((rule) => (
            <Field
              key={`${open} ${rule.id}`}
              rule={rule}
              codes={(rule.codes?.(person, ageOf(person)) ?? []).join(" ")}
              value={person[rule.id]}
              isTouched={rule.id === touched}
              onTouch={setTouched}
              problem={found.includes(`E2 ${open}`) && rule.id === "given" ? "E2" : null}
              onChange={onChange}
            />
          ))}
      </section>
      <p data-total>
        {people.length} / {workers}
      </p>
    </div>
  );
}

interface PersonButtonProps {
  readonly person: Person;
  readonly index: number;
  readonly isOpen: boolean;
  readonly onOpen: (index: number) => void;
}

const PersonButton = memo(function PersonButton({ person, index, isOpen, onOpen }: PersonButtonProps) {
  return (
    <li>
      <button
        type="button"
        className={styles.item}
        aria-current={isOpen ? "true" : undefined}
        onClick={() => onOpen(index)}
      >
        <strong>№ {index + 1}</strong>
        <span className={styles.summary}>{[person["given"], person["sex"]].filter(Boolean).join(", ")}</span>
        <span className={styles.left}>{leftOf(person)}</span>
      </button>
    </li>
  );
});

interface FieldProps {
  readonly rule: FieldRule;
  readonly codes: string;
  readonly value: Value;
  /** It shows its pad or its letters. */
  readonly isTouched: boolean;
  readonly onTouch: (field: string) => void;
  readonly problem: string | null;
  readonly onChange: (field: string, value: Value) => void;
}

const Field = memo(function Field({ rule, codes, value, isTouched, onTouch, problem, onChange }: FieldProps) {
  const labelId = `label-${rule.id}`;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- hears what its controls get, is none itself
    <div
      className={fieldStyles.field}
      role="group"
      aria-labelledby={labelId}
      onFocus={() => {
        if (!isTouched) onTouch(rule.id);
      }}
    >
      <p id={labelId} className={fieldStyles.label}>
        {rule.id}
      </p>
      {input({
        rule,
        codes: codes === "" ? [] : codes.split(" "),
        value,
        choose: (next) => onChange(rule.id, next),
        labelId,
        isTouched,
      })}
      <SpecialStrip
        label={rule.id}
        lang="en"
        alternatives={[]}
        specials={(rule.specials ?? []).map((state) => ({
          id: state,
          text: state,
          isChosen: value === state,
          choose: () => onChange(rule.id, value === state ? undefined : state),
        }))}
        clear={
          <button type="button" className={fieldStyles.clearField} onClick={() => onChange(rule.id, undefined)}>
            ×
          </button>
        }
      />
      {problem !== null && <p>{problem}</p>}
    </div>
  );
});

interface Input {
  readonly rule: FieldRule;
  readonly codes: readonly string[];
  readonly value: Value;
  readonly choose: (value: Value) => void;
  readonly labelId: string;
  readonly isTouched: boolean;
}

function input({ rule, codes, value, choose, labelId, isTouched }: Input): ReactNode {
  const items = codes.map((code) => ({
    code,
    text: `option ${code}`,
    hint: null,
    isChecked: Array.isArray(value) ? value.includes(code) : value === code,
  }));
  const shared = { name: rule.id, labelledBy: labelId, lang: "en", items };
  switch (rule.kind) {
    case "text":
      return (
        <TextField
          labelledBy={labelId}
          value={typeof value === "string" ? value : ""}
          onChange={choose}
          hasKazakhBar={isTouched}
        />
      );
    case "number":
    case "person": {
      const text = typeof value === "number" ? String(value) : "";
      const type = (digits: string): void => choose(Number(`${text}${digits}`));
      return (
        <div className={numberStyles.entry}>
          <div className={numberStyles.side}>
            <DigitField
              labelledBy={labelId}
              value={text}
              isWrong={false}
              onType={type}
              onErase={() => choose(undefined)}
              onEnter={() => undefined}
            />
          </div>
          {isTouched && (
            <NumberPad
              label={rule.id}
              eraseLabel="erase"
              onDigit={(digit) => type(String(digit))}
              onErase={() => choose(undefined)}
            />
          )}
        </div>
      );
    }
    case "single":
      return <OptionList kind="radio" {...shared} onChoose={choose} />;
    case "multi": {
      const marked: readonly string[] = Array.isArray(value) ? value : [];
      return (
        <OptionList
          kind="checkbox"
          {...shared}
          onChoose={(code) => choose(marked.includes(code) ? marked.filter((one) => one !== code) : [...marked, code])}
        />
      );
    }
  }
}
