// Month and year; the month may be unknown where the definition allows it.
import type { Answer, PartialDate } from "#questionnaire";
import { m } from "../i18n/index.ts";
import { draftOfDate, emptyDate, enterBox, readDate, type DateDraft } from "./date-entry.ts";
import { DateEntryField } from "./date-entry-field.tsx";
import { DoneButton } from "./done-button.tsx";
import { useQuestionSetting, type Intent, type QuestionProps } from "./question-props.ts";
import { ReadBack } from "./read-back.tsx";
import { useDraft, whenLeft } from "./use-draft.ts";
import { valueOf } from "./value-of.ts";

const emptyMonth: DateDraft = enterBox({ ...emptyDate, unknown: "day" }, "month");

export function MonthQuestion({ view, onAnswer, isField, isActive }: QuestionProps) {
  const { language } = useQuestionSetting();
  const { definition, path } = view;
  const draft = useDraft(draftOf(view.answer), (value) => {
    const read = readDate(value);
    if (read.state === "complete") onAnswer(path, answerOf(read.date), "stay");
  });
  if (definition.type !== "month") throw new Error(`not a month question: ${path}`);
  const reading = readDate(draft.value);

  const leave = (intent: Intent): void => {
    if (reading.state !== "complete" || (!draft.isTouched && intent === "stay")) return;
    draft.settle();
    onAnswer(path, answerOf(reading.date), intent);
  };
  return (
    <div onBlur={whenLeft(() => leave("stay"))}>
      <DateEntryField
        label={m.q_month()}
        draft={draft.value}
        onDraft={draft.set}
        onEnter={() => leave("next")}
        asksDay={false}
        canBePartial={definition.partial === true}
        isPadShown={isActive}
        readBack={<ReadBack reading={reading} language={language} ageOf={null} />}
        {...(isField
          ? {}
          : { confirm: <DoneButton isDisabled={reading.state !== "complete"} onDone={() => leave("next")} /> })}
      />
    </div>
  );
}

function draftOf(answer: Answer): DateDraft {
  const value = valueOf(answer);
  if (value?.kind !== "month") return emptyMonth;
  return draftOfDate({ year: value.year, month: value.month, day: null });
}

function answerOf({ year, month }: PartialDate): Answer {
  return { state: "answered", value: { kind: "month", year, month } };
}
