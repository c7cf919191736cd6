// T-21: an answer without a phone. How to work, and the explanations of every question, searched and read offline. From
// the `?` of a question it opens at that question and leads back to it.
import { useState } from "react";
import { useSearch } from "wouter";
import { formatNumber, getLocale, m } from "../../i18n/index.ts";
import { Button, TextField } from "../../ui/index.ts";
import { TabletFrame } from "../frame.tsx";
import { parseHelpAddress } from "./help-address.ts";
import type { HelpSection } from "./help-entries.ts";
import { ArticleRow, QuestionRow } from "./help-rows.tsx";
import { AskTheDepartment } from "./ask-the-department.tsx";
import { searchHelp } from "./help-search.ts";
import styles from "./help-screen.module.css";

export function HelpScreen() {
  const { question, article, back } = parseHelpAddress(useSearch());
  return (
    <TabletFrame
      isBleed
      back={back === null ? { label: m.frame_home(), to: "/" } : { label: m.help_to_interview(), to: back }}
      title={m.help_title()}
    >
      <Help asked={question} article={article} />
    </TabletFrame>
  );
}

interface HelpProps {
  /** The question, or the article, that Help was opened at. */
  readonly asked: string | null;
  readonly article: string | null;
}

function Help({ asked, article: askedArticle }: HelpProps) {
  const [query, setQuery] = useState("");
  const { articles, sections, count } = searchHelp(query);
  const isSearching = query.trim() !== "";
  return (
    <div className={styles.page}>
      <div className={styles.tools}>
        <h1 className={styles.title}>{m.help_title()}</h1>
        <TextField label={m.help_search()} value={query} onChange={setQuery} hasKazakhBar />
        <p className={styles.found} role="status">
          {isSearching && count > 0 && m.help_found({ n: formatNumber(count) })}
        </p>
      </div>
      <div className={styles.content}>
        {count === 0 && (
          <div className={styles.none}>
            <p role="status">{m.help_none()}</p>
            <Button kind="secondary" onPress={() => setQuery("")}>
              {m.help_clear()}
            </Button>
          </div>
        )}
        <div className={styles.columns}>
          {(!isSearching || count === 0) && <AskTheDepartment />}
          {articles.length > 0 && (
            <section className={styles.group} aria-labelledby="help-work">
              <h2 id="help-work" className={styles.heading}>
                {m.help_work()}
              </h2>
              {articles.map((article) => (
                <ArticleRow key={article.id} article={article} isAsked={article.id === askedArticle} />
              ))}
            </section>
          )}
          {sections.length > 0 && (
            <section className={styles.group} aria-labelledby="help-questions">
              <h2 id="help-questions" className={styles.heading}>
                {m.help_questions()}
              </h2>
              {sections.map((section) => (
                <QuestionRows key={section.id} section={section} asked={asked} />
              ))}
            </section>
          )}
        </div>
      </div>
    </div>
  );
}

function QuestionRows({ section, asked }: { readonly section: HelpSection; readonly asked: string | null }) {
  const title = section.title[getLocale()];
  return (
    <>
      <h3 className={styles.section}>{title}</h3>
      {section.questions.map((question) => (
        <QuestionRow key={question.id} question={question} isAsked={question.id === asked} />
      ))}
    </>
  );
}
