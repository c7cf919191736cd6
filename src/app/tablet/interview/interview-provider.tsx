// Puts one open interview under the questions: the store, and what the kinds of questions need to know.
import { useMemo, type ReactNode } from "react";
import { ageAtCensus, codeList, questionsOf } from "#census";
import { isProxy, isSameSource } from "#fieldwork";
import { QuestionSettingContext, type QuestionSetting } from "../../questions/question-props.ts";
import { secondBeside } from "../../questions/second-language.tsx";
import { useSecondLanguageChoice } from "../../theme/comfort.ts";
import { insteadOfName } from "../list/instead-of-name.ts";
import { fullName } from "../list/person-words.ts";
import { LanguageSegment } from "./language-segment.tsx";
import { InterviewStoreContext, useSession } from "./use-interview.ts";
import type { OpenInterviewPage } from "./use-opened-interview.ts";

interface InterviewProviderProps {
  readonly page: OpenInterviewPage;
  readonly children: ReactNode;
}

export function InterviewProvider({ page, children }: InterviewProviderProps) {
  return (
    <InterviewStoreContext value={page.store}>
      <Setting page={page}>{children}</Setting>
    </InterviewStoreContext>
  );
}

function Setting({ page, children }: InterviewProviderProps) {
  const language = useSession((session) => session.language);
  const person = useSession((session) => (isProxy(session.source) ? "third" : "second"));
  const second = secondBeside(useSecondLanguageChoice(), language);
  const { rows, store, isProtected } = page;
  const setting = useMemo<QuestionSetting>(
    () => ({
      language,
      person,
      second,
      codeList,
      languageChoice: <LanguageSegment language={language} onChange={(next) => void store.changeLanguage(next)} />,
      ageOf: ageAtCensus,
      birthPaths: questionsOf(store.questionnaire, "birthDate"),
      isFromAnotherSource: (path) => {
        const source = store.sourceOf(path);
        return source !== null && !isSameSource(source, store.session().source);
      },
      personName: (line) => {
        const row = rows.find(({ number }) => number === line);
        if (row === undefined) return "";
        // Another resident's name is never shown there; number and age tell who is meant.
        return isProtected ? insteadOfName(row.person) : fullName(row.person);
      },
      hidesNames: isProtected,
    }),
    [language, person, second, rows, store, isProtected],
  );
  return <QuestionSettingContext value={setting}>{children}</QuestionSettingContext>;
}
