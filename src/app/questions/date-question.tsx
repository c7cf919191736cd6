// A date: eight digits, read back in words (with the age where the census can tell it), confirmed by one tap (ux 3.3).
import type { Answer, PartialDate } from "#questionnaire";
import { Button } from "../ui/index.ts";
import { m } from "../i18n/index.ts";
import { draftOfDate, readDate } from "./date-entry.ts";
import { DateEntryField } from "./date-entry-field.tsx";
import { ReadBack } from "./read-back.tsx";
import { useQuestionSetting, type Intent, type QuestionProps } from "./question-props.ts";
import { useDraft, whenLeft } from "./use-draft.ts";
import { valueOf } from "./value-of.ts";
import styles from "./date-question.module.css";

export function DateQuestion({ view, onAnswer, isField, isActive }: QuestionProps) {
  const { language, ageOf, birthPaths } = useQuestionSetting();
  const { definition, path, specials } = view;
  const draft = useDraft(draftOfDate(recordedDate(view.answer)), (value) => {
    const read = readDate(value);
    if (read.state === "complete") onAnswer(path, answerOf(read.date), "stay");
  });
  if (definition.type !== "date") throw new Error(`not a date question: ${path}`);
  const reading = readDate(draft.value);

  const leave = (intent: Intent): void => {
    if (reading.state !== "complete" || (!draft.isTouched && intent === "stay")) return;
    draft.settle();
    onAnswer(path, answerOf(reading.date), intent);
  };
  const isBirth = birthPaths.includes(path);
  const canBeUnknown = specials.some(({ state }) => state === "unknown");
  return (
    <div onBlur={whenLeft(() => leave("stay"))}>
      <DateEntryField
        label={m.q_day()}
        draft={draft.value}
        onDraft={draft.set}
        onEnter={() => leave("next")}
        canBePartial={definition.partial === true}
        isPadShown={isActive}
        readBack={<ReadBack reading={reading} language={language} ageOf={isBirth ? ageOf : null} />}
        {...(isField
          ? {}
          : { confirm: <Confirm isDisabled={reading.state !== "complete"} onPress={() => leave("next")} /> })}
        more={
          isBirth &&
          canBeUnknown && (
            <button
              type="button"
              className={styles.onlyAge}
              onClick={() => {
                draft.settle();
                onAnswer(path, { state: "unknown" }, "next");
              }}
            >
              {m.q_only_age()}
            </button>
          )
        }
      />
    </div>
  );
}

function Confirm({ isDisabled, onPress }: { readonly isDisabled: boolean; readonly onPress: () => void }) {
  return (
    <Button kind="primary" isDisabled={isDisabled} onPress={onPress}>
      {m.q_right()}
    </Button>
  );
}

function recordedDate(answer: Answer): PartialDate | null {
  const value = valueOf(answer);
  return value?.kind === "date" ? value.date : null;
}

function answerOf(date: PartialDate): Answer {
  return { state: "answered", value: { kind: "date", date } };
}
