// One answer of a long list: the frequent ones are one tap away in the question itself, all others one tap further.
import { useMemo, useState } from "react";
import type { AnswerValue } from "#questionnaire";
import { m } from "../i18n/index.ts";
import { isFrequent } from "./code-list-entries.ts";
import { CodePicker } from "./code-picker.tsx";
import { Frequent } from "./code-picker-rows.tsx";
import { ChosenValue } from "./chosen-value.tsx";
import { useQuestionSetting, type QuestionProps } from "./question-props.ts";
import { specialItems } from "./special-text.ts";
import { valueOf } from "./value-of.ts";

export function CodeListQuestion({ view, onAnswer }: QuestionProps) {
  const { language, person, codeList } = useQuestionSetting();
  const [isOpen, setIsOpen] = useState(false);
  const { definition, path } = view;
  if (definition.type !== "code-list") throw new Error(`not a code list question: ${path}`);
  const { list: name, except, frequent, freeText } = definition;
  const choices = useMemo(
    () => ({ list: codeList(name), except: except ?? [], frequent: frequent ?? [] }),
    [codeList, name, except, frequent],
  );
  const value = valueOf(view.answer);
  const chosen = value?.kind === "code" ? value.code : null;
  const isAmongFrequent = chosen !== null && isFrequent(choices, chosen);

  const answer = (next: AnswerValue): void => {
    setIsOpen(false);
    onAnswer(path, { state: "answered", value: next }, "next-if-clear");
  };
  return (
    <>
      <Frequent choices={choices} chosen={chosen} onChoose={(code) => answer({ kind: "code", code })} />
      <ChosenValue
        text={isAmongFrequent ? null : textOf(value, (code) => choices.list.get(code)?.[language] ?? code)}
        buttonText={m.q_choose_from_list()}
        onOpen={() => setIsOpen(true)}
      />
      <CodePicker
        view={view}
        choices={choices}
        chosen={chosen}
        isOpen={isOpen}
        onChoose={(code) => answer({ kind: "code", code })}
        onWrite={freeText === true ? (text) => answer({ kind: "other", text }) : null}
        specials={specialItems(view, { language, person }, (at, special, intent) => {
          setIsOpen(false);
          onAnswer(at, special, intent);
        })}
        onClose={() => setIsOpen(false)}
      />
    </>
  );
}

function textOf(value: AnswerValue | null, nameOf: (code: string) => string): string | null {
  if (value?.kind === "code") return nameOf(value.code);
  return value?.kind === "other" ? value.text : null;
}
