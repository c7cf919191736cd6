// All answers as sentences, for the officer to read aloud before finishing (ux 3.9).
import { questionText, type AnswerPath } from "#questionnaire";
import { m } from "../../i18n/index.ts";
import { useAnswerText } from "../../questions/answer-text.ts";
import { useQuestionSetting } from "../../questions/question-props.ts";
import { useQuestion, useSections } from "../interview/use-interview.ts";
import styles from "./read-back-list.module.css";

export function ReadBackList() {
  const sections = useSections().filter(({ relevant }) => relevant);
  const { language } = useQuestionSetting();
  return (
    <section className={styles.list} aria-label={m.int_read_back_title()} lang={language}>
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
  const { language, person } = useQuestionSetting();
  const answerText = useAnswerText();
  return (
    <p className={styles.sentence}>
      <span className={styles.question}>{questionText(view, language, person)}</span>
      <strong className={styles.answer}>{answerText(view)}</strong>
    </p>
  );
}
