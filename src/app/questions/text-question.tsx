// A text, or a fixed number of digits such as an IIN. Words are typed with the Kazakh bar under the field; digits come
// from the pad and from the physical keys.
import { unanswered, type Answer } from "#questionnaire";
import { NumberPad, TextField } from "../ui/index.ts";
import { m } from "../i18n/index.ts";
import { DigitField } from "./digit-field.tsx";
import { DoneButton } from "./done-button.tsx";
import { useQuestionSetting, type Intent, type QuestionProps } from "./question-props.ts";
import { useDraft, whenLeft } from "./use-draft.ts";
import { valueOf } from "./value-of.ts";
import styles from "./number-question.module.css";

export function TextQuestion(props: QuestionProps) {
  const { definition, path } = props.view;
  if (definition.type !== "text") throw new Error(`not a text question: ${path}`);
  return definition.digits === undefined ? (
    <Words {...props} maxLength={definition.maxLength} />
  ) : (
    <Digits {...props} size={definition.digits} />
  );
}

function recordedText(answer: Answer): string {
  const value = valueOf(answer);
  return value?.kind === "text" ? value.text : "";
}

function answerOf(text: string): Answer {
  return text === "" ? unanswered : { state: "answered", value: { kind: "text", text } };
}

function Words({
  view,
  labelId,
  onAnswer,
  isField,
  isActive,
  maxLength,
}: QuestionProps & { readonly maxLength: number }) {
  const { language } = useQuestionSetting();
  const recorded = recordedText(view.answer);
  const draft = useDraft(recorded, (text) => onAnswer(view.path, answerOf(text.trim()), "stay"));
  const text = draft.value.trim();
  const isLong = text.length > maxLength;

  const leave = (intent: Intent): void => {
    if (isLong || (!draft.isTouched && intent === "stay")) return;
    draft.settle();
    onAnswer(view.path, answerOf(text), intent);
  };
  return (
    <div onBlur={whenLeft(() => leave("stay"))}>
      <TextField
        labelledBy={labelId}
        lang={language}
        value={draft.value}
        onChange={draft.set}
        onEnter={() => (text === "" ? undefined : leave("next"))}
        problem={isLong ? m.q_text_long({ count: text.length, max: maxLength }) : null}
        hasKazakhBar={isActive}
      />
      {!isField && <DoneButton isDisabled={text === "" || isLong} onDone={() => leave("next")} />}
    </div>
  );
}

function Digits({ view, labelId, onAnswer, isField, isActive, size }: QuestionProps & { readonly size: number }) {
  const draft = useDraft(recordedText(view.answer), (text) => onAnswer(view.path, answerOf(text), "stay"));
  const digits = draft.value;
  const isWhole = digits.length === size;

  const type = (typed: string): void => {
    if (digits.length < size) draft.set(`${digits}${typed}`.slice(0, size));
  };
  const erase = (): void => draft.set(digits.slice(0, -1));
  const leave = (intent: Intent): void => {
    if (!draft.isTouched && intent === "stay") return;
    draft.settle();
    onAnswer(view.path, answerOf(digits), intent);
  };
  return (
    <div className={styles.entry} onBlur={whenLeft(() => leave("stay"))}>
      <div className={styles.side}>
        <DigitField
          labelledBy={labelId}
          value={digits}
          isWrong={false}
          onType={type}
          onErase={erase}
          onEnter={() => (isWhole ? leave("next") : undefined)}
        />
        <p className={styles.hint}>{m.q_digits_left({ count: digits.length, all: size })}</p>
        {!isField && <DoneButton isDisabled={!isWhole} onDone={() => leave("next")} />}
      </div>
      {isActive && (
        <NumberPad
          label={m.q_number_pad()}
          eraseLabel={m.q_erase()}
          onDigit={(digit) => type(String(digit))}
          onErase={erase}
        />
      )}
    </div>
  );
}
