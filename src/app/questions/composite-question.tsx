// Several fields under one question, drawn together; one "done" for all of them.
import { DoneButton } from "./done-button.tsx";
import type { QuestionProps } from "./question-props.ts";
import styles from "./composite-question.module.css";

export function CompositeQuestion({ view, onDone, isField, renderField }: QuestionProps) {
  return (
    <div className={styles.fields}>
      {view.fields.filter(({ relevant }) => relevant).map(renderField)}
      {!isField && <DoneButton isDisabled={false} onDone={onDone} />}
    </div>
  );
}
