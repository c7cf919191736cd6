// A number from our own pad: no steppers, no sliders, the unit inside the field (ux 3.2).
import { unanswered, unitText } from "#questionnaire";
import { NumberPad } from "../ui/index.ts";
import { m } from "../i18n/index.ts";
import { DigitField } from "./digit-field.tsx";
import { useQuestionSetting, type Intent, type QuestionProps } from "./question-props.ts";
import { useDraft, whenLeft } from "./use-draft.ts";
import { valueOf } from "./value-of.ts";
import { DoneButton } from "./done-button.tsx";
import styles from "./number-question.module.css";

export function NumberQuestion({ view, labelId, onAnswer, isField, isActive }: QuestionProps) {
  const { language } = useQuestionSetting();
  const { definition, answer, path } = view;
  const value = valueOf(answer);
  const recorded = value?.kind === "number" ? String(value.number) : "";
  const draft = useDraft(recorded, (text) => record(text, "stay"));
  if (definition.type !== "number") throw new Error(`not a number question: ${path}`);
  const size = String(Math.max(Math.abs(definition.min), Math.abs(definition.max))).length;
  const isOutside =
    draft.value !== "" && (Number(draft.value) < definition.min || Number(draft.value) > definition.max);

  function record(text: string, intent: Intent): void {
    const next =
      text === ""
        ? unanswered
        : { state: "answered" as const, value: { kind: "number" as const, number: Number(text) } };
    onAnswer(path, next, intent);
  }
  const type = (digits: string): void => {
    const text = `${draft.value}${digits}`.replace(/^0+(?=\d)/u, "");
    if (text.length <= size) draft.set(text);
  };
  const leave = (intent: Intent): void => {
    if (isOutside || (!draft.isTouched && intent === "stay")) return;
    draft.settle();
    record(draft.value, intent);
  };

  return (
    <div className={styles.entry} onBlur={whenLeft(() => leave("stay"))}>
      <div className={styles.side}>
        <DigitField
          labelledBy={labelId}
          value={draft.value}
          unit={unitText(definition.unit, language, draft.value === "" ? null : Number(draft.value)) || undefined}
          isWrong={isOutside}
          onType={type}
          onErase={() => draft.set(draft.value.slice(0, -1))}
          onEnter={() => leave("next")}
        />
        <p className={isOutside ? styles.wrong : styles.hint}>
          {definition.year === true
            ? m.q_year_allowed({ min: definition.min, max: definition.max })
            : m.q_number_allowed({ min: definition.min, max: definition.max })}
        </p>
        {!isField && <DoneButton isDisabled={draft.value === "" || isOutside} onDone={() => leave("next")} />}
      </div>
      {isActive && (
        <NumberPad
          label={m.q_number_pad()}
          eraseLabel={m.q_erase()}
          onDigit={(digit) => type(String(digit))}
          onErase={() => draft.set(draft.value.slice(0, -1))}
        />
      )}
    </div>
  );
}
