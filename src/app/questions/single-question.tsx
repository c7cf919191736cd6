// One choice. Never pre-selected; a chosen answer is cleared by its own button (no long press).
import { textWithFills } from "#questionnaire";
import { OptionList } from "./option-list.tsx";
import { useQuestionSetting, type QuestionProps } from "./question-props.ts";

export function SingleQuestion({ view, labelId, onAnswer }: QuestionProps) {
  const { language } = useQuestionSetting();
  const items = view.options.map(({ code, text, hint, chosen }) => ({
    code,
    text: textWithFills(text, language, view.fills),
    hint: hint === null ? null : textWithFills(hint, language, view.fills),
    isChecked: chosen,
  }));
  return (
    <OptionList
      kind="radio"
      name={view.path}
      labelledBy={labelId}
      lang={language}
      items={items}
      isSideBySide={items.length === 2 && items.every(({ text }) => text.length <= 14)}
      onChoose={(code, byPointer) =>
        onAnswer(view.path, { state: "answered", value: { kind: "code", code } }, byPointer ? "next-if-clear" : "stay")
      }
    />
  );
}
