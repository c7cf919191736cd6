// One choice. Never pre-selected; a chosen answer is cleared by its own button (no long press).
import { optionText, textWithFills, type Language } from "#questionnaire";
import { OptionList } from "./option-list.tsx";
import { useQuestionSetting, type QuestionProps } from "./question-props.ts";

export function SingleQuestion({ view, labelId, onAnswer }: QuestionProps) {
  const { language, person, isFromAnotherSource } = useQuestionSetting();
  const items = view.options.map((option) => ({
    code: option.code,
    text: optionText(option, view, language, person),
    textIn: (one: Language) => optionText(option, view, one, person),
    hint: option.hint === null ? null : textWithFills(option.hint, language, view.fills, person),
    isChecked: option.chosen,
  }));
  return (
    <OptionList
      kind="radio"
      name={view.path}
      labelledBy={labelId}
      lang={language}
      items={items}
      isSideBySide={items.length === 2 && items.every(({ text }) => text.length <= 14)}
      isChosenAnew={() => isFromAnotherSource(view.path)}
      onChoose={(code, byPointer) =>
        onAnswer(view.path, { state: "answered", value: { kind: "code", code } }, byPointer ? "next-if-clear" : "stay")
      }
    />
  );
}
