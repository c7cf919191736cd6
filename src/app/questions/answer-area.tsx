// Where a question is answered: a proposed value to confirm, or the kind's own means; below them the answers beside the
// value space and the button that clears. A field of a composite or of a row is the same thing, smaller.
import { memo, useId, useState } from "react";
import {
  optionText,
  questionText,
  unanswered,
  type AnswerPath,
  type Language,
  type QuestionView,
} from "#questionnaire";
import { m } from "../i18n/index.ts";
import { AskedQuestion } from "./asked-question.tsx";
import { FieldFindings } from "./findings.tsx";
import { ProposedAnswer } from "./proposed-answer.tsx";
import { QuestionBody } from "./question-body.tsx";
import { useQuestionSetting, type QuestionProps } from "./question-props.ts";
import { SecondWords, useIsInTwo } from "./second-language.tsx";
import { SpecialStrip } from "./special-strip.tsx";
import { useOpenField, type OpenField } from "./use-open-field.ts";
import { useSteadyCallbacks } from "./use-steady-callbacks.ts";
import { specialItems } from "./special-text.ts";
import styles from "./answer-area.module.css";

export type AnswerAreaProps = Omit<QuestionProps, "renderField">;

export function AnswerArea(props: AnswerAreaProps) {
  const { language, person } = useQuestionSetting();
  const [isChanging, setIsChanging] = useState(false);
  const { view, onAnswer } = props;
  const { answer, path, alternatives } = view;
  if (answer.state === "proposed" && !isChanging) {
    return (
      <ProposedAnswer view={view} isField={props.isField} onAnswer={onAnswer} onChange={() => setIsChanging(true)} />
    );
  }
  const isCleared = answer.state === "unanswered" || answer.state === "proposed";
  const area = (
    <>
      {hasFields(view) ? <Fields {...props} /> : <QuestionBody {...props} renderField={noField} />}
      <SpecialStrip
        {...stripName(view, props.isField ? questionText(view, language, person) : null)}
        lang={language}
        alternatives={alternatives.map((alternative) => ({
          id: alternative.code,
          text: optionText(alternative, view, language, person),
          textIn: (one: Language) => optionText(alternative, view, one, person),
          isChosen: alternative.chosen,
          choose: () =>
            onAnswer(
              path,
              alternative.chosen ? unanswered : { state: "alternative", code: alternative.code },
              "next-if-clear",
            ),
        }))}
        specials={specialItems(view, { language, person }, onAnswer)}
        clear={
          canBeCleared(view) && (
            // Always there, shown when there is something to clear: nothing below it moves.
            <button
              type="button"
              className={props.isField ? styles.clearField : styles.clear}
              data-idle={isCleared || undefined}
              disabled={isCleared}
              onClick={() => onAnswer(path, unanswered, "stay")}
            >
              {m.q_clear()}
            </button>
          )
        }
      />
    </>
  );
  return props.isField ? area : <AskedQuestion view={view}>{area}</AskedQuestion>;
}

/** The fields of a composite or a roster, of which one is open: a field without fields of its own keeps no state for them. */
function Fields(props: AnswerAreaProps) {
  const steady = useSteadyCallbacks(props);
  const open = useOpenField(firstField(props.view));
  return (
    <QuestionBody
      {...props}
      {...steady}
      renderField={(field) => (
        <QuestionField
          key={field.path}
          {...steady}
          view={field}
          isActive={props.isActive && field.path === open.path}
          onTouch={open.onTouch}
        />
      )}
    />
  );
}

function hasFields({ definition }: QuestionView): boolean {
  return definition.type === "composite" || definition.type === "roster";
}

const noField = (): null => null;

/** What the answers beside the value are for: a field, by its name, or a question with fields as a whole. */
function stripName(view: QuestionView, field: string | null): { readonly label: string; readonly caption?: string } {
  const label = field === null ? m.q_special_group() : `${m.q_special_group()}: ${field}`;
  if (!hasFields(view)) return { label };
  return { label: `${label}. ${m.q_special_whole()}`, caption: m.q_special_whole() };
}

/** Of the first row where there are rows. */
function firstField({ fields, rows }: QuestionView): AnswerPath | null {
  return [...fields, ...(rows[0]?.fields ?? [])].find(({ relevant }) => relevant)?.path ?? null;
}

/** What has fields of its own is cleared field by field, unless it was answered as a whole. */
function canBeCleared(view: QuestionView): boolean {
  return !hasFields(view) || view.alternatives.length + view.specials.length > 0;
}

interface QuestionFieldProps extends Omit<AnswerAreaProps, "labelId" | "isField"> {
  readonly onTouch: OpenField["onTouch"];
}

/** Painted again only when its own view changes: a household has thousands of fields. */
const QuestionField = memo(function QuestionField({ onTouch, ...props }: QuestionFieldProps) {
  const { language, person } = useQuestionSetting();
  const isInTwo = useIsInTwo();
  const labelId = useId();
  const { view } = props;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- hears what its controls get, is none itself
    <div className={styles.field} role="group" aria-labelledby={labelId} onFocus={(event) => onTouch(event, view.path)}>
      <p id={labelId} className={styles.label} lang={language}>
        {questionText(view, language, person)}
      </p>
      {isInTwo && <SecondWords words={(one) => questionText(view, one, person)} />}
      <AnswerArea {...props} labelId={labelId} isField />
      <FieldFindings findings={view.findings} onConfirm={props.onConfirm} />
    </div>
  );
});
