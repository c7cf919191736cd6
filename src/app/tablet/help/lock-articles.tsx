import { helpArticles } from "./help-entries.ts";
import { ArticleRow } from "./help-rows.tsx";

const told = new Set(["lock", "emergency", "day"]);

/** The articles that say nothing of the institution and help before unlocking. */
export function LockArticles() {
  return helpArticles
    .filter(({ id }) => told.has(id))
    .map((article) => <ArticleRow key={article.id} article={article} />);
}
