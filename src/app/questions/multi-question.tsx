// Many choices; an exclusive one stands after "or" and takes the others off (ux 3.2). Each mark is recorded at once,
// "done" only goes on.
import { optionText, textWithFills, unanswered, type Language } from "#questionnaire";
import { m } from "../i18n/index.ts";
import { toggleCode } from "./choose-several.ts";
import { DoneButton } from "./done-button.tsx";
import { OptionList } from "./option-list.tsx";
import { useQuestionSetting, type QuestionProps } from "./question-props.ts";
import styles from "./multi-question.module.css";

export function MultiQuestion({ view, labelId, onAnswer, onDone, isField }: QuestionProps) {
  const { language, person } = useQuestionSetting();
  const { options } = view;
  const ordered = [...options.filter(({ exclusive }) => !exclusive), ...options.filter(({ exclusive }) => exclusive)];
  const firstExclusive = ordered.find(({ exclusive }) => exclusive)?.code;

  return (
    <>
      <p className={styles.hint}>{m.q_several()}</p>
      <OptionList
        kind="checkbox"
        name={view.path}
        labelledBy={labelId}
        lang={language}
        items={ordered.map((option) => ({
          code: option.code,
          text: optionText(option, view, language, person),
          textIn: (one: Language) => optionText(option, view, one, person),
          hint: option.hint === null ? null : textWithFills(option.hint, language, view.fills, person),
          isChecked: option.chosen,
        }))}
        before={(item) =>
          item.code === firstExclusive && (
            <p className={styles.or}>
              <strong>{m.q_or()}</strong> <span className={styles.hint}>{m.q_exclusive_hint()}</span>
            </p>
          )
        }
        onChoose={(code) => {
          const codes = toggleCode(code, options);
          const value = { kind: "codes" as const, codes };
          onAnswer(view.path, codes.length === 0 ? unanswered : { state: "answered", value }, "stay");
        }}
      />
      {!isField && <DoneButton isDisabled={!options.some(({ chosen }) => chosen)} onDone={onDone} />}
    </>
  );
}
