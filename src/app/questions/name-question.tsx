// Surname, given name and patronymic. Who has no patronymic says so by a tick, so that an empty field is never a doubt.
import { useState } from "react";
import { unanswered, type Answer } from "#questionnaire";
import { tidyName } from "#fieldwork";
import { TextField } from "../ui/index.ts";
import { m } from "../i18n/index.ts";
import { afterPointer } from "./after-pointer.ts";
import { DoneButton } from "./done-button.tsx";
import { HiddenName, isNameHidden } from "./hidden-name.tsx";
import { OtherLayout } from "./other-layout.tsx";
import { useQuestionSetting, type Intent, type QuestionProps } from "./question-props.ts";
import { useDraft, whenLeft } from "./use-draft.ts";
import { valueOf } from "./value-of.ts";
import styles from "./name-question.module.css";

interface NameDraft {
  readonly surname: string;
  readonly given: string;
  readonly patronymic: string;
  readonly hasNone: boolean;
}

export function NameQuestion(props: QuestionProps) {
  const setting = useQuestionSetting();
  // What is being typed stays in sight; what was said before is opened. Folded, the question goes, and is hidden again.
  const [isShown, setIsShown] = useState(
    () => !isNameHidden(props.view, setting) || props.view.answer.state === "proposed",
  );
  if (!isShown && isNameHidden(props.view, setting)) {
    return <HiddenName view={props.view} onShow={() => setIsShown(true)} />;
  }
  return <NameFields {...props} />;
}

function NameFields({ view, onAnswer, isField, isActive }: QuestionProps) {
  const { language } = useQuestionSetting();
  // One bar of Kazakh letters, under the part that is being typed.
  const [typed, setTyped] = useState<"surname" | "given" | "patronymic">("surname");
  const draft = useDraft(draftOf(view.answer), (value) => onAnswer(view.path, answerOf(value), "stay"));
  const { surname, given, patronymic, hasNone } = draft.value;
  const isWhole = surname.trim() !== "" && given.trim() !== "";

  const leave = (intent: Intent): void => {
    if (!draft.isTouched && intent === "stay") return;
    draft.settle();
    onAnswer(view.path, answerOf(draft.value), intent);
  };
  const field = (key: "surname" | "given" | "patronymic", label: string, isDisabled = false) => (
    <div onFocus={() => afterPointer(() => setTyped(key))}>
      <TextField
        label={label}
        lang={language}
        value={draft.value[key]}
        isDisabled={isDisabled}
        onChange={(text) => draft.set({ ...draft.value, [key]: text })}
        onEnter={() => (isWhole ? leave("next") : undefined)}
        hasKazakhBar={isActive && typed === key}
      />
      <OtherLayout text={draft.value[key]} onChoose={(text) => draft.set({ ...draft.value, [key]: text })} />
    </div>
  );
  return (
    <div className={styles.parts} onBlur={whenLeft(() => leave("stay"))}>
      {field("surname", m.q_surname())}
      {field("given", m.q_given())}
      <div className={styles.patronymic}>
        {field("patronymic", m.q_patronymic(), hasNone)}
        <label className={styles.none}>
          <input
            type="checkbox"
            checked={hasNone}
            onChange={() => draft.set({ ...draft.value, hasNone: !hasNone, patronymic: hasNone ? patronymic : "" })}
          />
          {m.q_no_patronymic()}
        </label>
      </div>
      {!isField && <DoneButton isDisabled={!isWhole} onDone={() => leave("next")} />}
    </div>
  );
}

function draftOf(answer: Answer): NameDraft {
  const value = valueOf(answer);
  if (value?.kind !== "name") return { surname: "", given: "", patronymic: "", hasNone: false };
  const { surname, given, patronymic } = value;
  return { surname, given, patronymic: patronymic ?? "", hasNone: patronymic === null };
}

function answerOf(draft: NameDraft): Answer {
  const [surname, given, patronymic] = [draft.surname, draft.given, draft.patronymic].map(tidyName);
  if (surname === undefined || given === undefined || patronymic === undefined) return unanswered;
  if (surname === "" && given === "" && patronymic === "") return unanswered;
  const value = { kind: "name" as const, surname, given, patronymic: patronymic === "" ? null : patronymic };
  return { state: "answered", value };
}
