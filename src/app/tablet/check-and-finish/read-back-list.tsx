// All answers as sentences, for the officer to read aloud before finishing (ux 3.9).
import { useEffect, useId, useRef, useState } from "react";
import { questionText, type AnswerPath } from "#questionnaire";
import { getLocale, m } from "../../i18n/index.ts";
import { answerText, rowText } from "../../questions/answer-text.ts";
import { isNameHidden, ShowName } from "../../questions/hidden-name.tsx";
import { useQuestionSetting } from "../../questions/question-props.ts";
import { useInterviewStore, useQuestion, useSections, useSources } from "../interview/use-interview.ts";
import { speakersText } from "../start-interview/source-text.ts";
import styles from "./read-back-list.module.css";

interface ReadBackListProps {
  /** The officer has asked for it just now: it comes into sight, with the focus. */
  readonly isCalled?: boolean;
}

export function ReadBackList({ isCalled = false }: ReadBackListProps) {
  const headingId = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!isCalled) return;
    heading.current?.scrollIntoView({ block: "start" });
    heading.current?.focus({ preventScroll: true });
  }, [isCalled]);
  const sections = useSections().filter(({ relevant }) => relevant);
  const { language } = useQuestionSetting();
  return (
    <section className={styles.list} aria-labelledby={headingId} lang={language}>
      <h2 ref={heading} id={headingId} className={styles.heading} tabIndex={-1} lang={getLocale()}>
        {m.int_read_back_title()}
      </h2>
      {sections.map((section) => (
        <div key={section.id}>
          <h3 className={styles.title}>{section.title[language]}</h3>
          {section.paths.map((path) => (
            <Sentence key={path} path={path} />
          ))}
        </div>
      ))}
    </section>
  );
}

function Sentence({ path }: { readonly path: AnswerPath }) {
  const view = useQuestion(path);
  const inSetting = useQuestionSetting();
  const [isShown, setIsShown] = useState(false);
  const isHidden = isNameHidden(view, inSetting);
  const setting = { ...inSetting, hidesNames: inSetting.hidesNames && !isShown };
  const { language, person } = setting;
  return (
    <p className={styles.sentence}>
      <span className={styles.question}>{questionText(view, language, person)}</span>
      {view.rows.length > 0 ? (
        <span className={styles.rows}>
          {view.rows.map((row, place) => (
            <span key={row.path}>
              <strong className={styles.answer}>
                {m.q_row({ row: place + 1 })}: {rowText(row, setting) || m.q_no_answer()}
              </strong>
              <OtherSource path={row.path} />
            </span>
          ))}
        </span>
      ) : (
        <span>
          <span className={styles.said}>
            <strong className={styles.answer}>{answerText(view, setting)}</strong>
            {isHidden && <ShowName isShown={isShown} onToggle={() => setIsShown(!isShown)} />}
          </span>
          <OtherSource path={path} />
        </span>
      )}
    </p>
  );
}

/** Whose word it is, where it is not the form's source. For the officer: in the interface's language. */
function OtherSource({ path }: { readonly path: AnswerPath }) {
  const store = useInterviewStore();
  // Painted anew when the source in force changes.
  useSources();
  const shares = store.othersUnder(path);
  if (shares.length === 0) return null;
  return (
    <span className={styles.source} lang={getLocale()}>
      {m.int_source_of({ source: speakersText(shares) })}
    </span>
  );
}
