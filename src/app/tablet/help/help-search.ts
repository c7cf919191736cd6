// Searching Help without a network: by the number of a question, or by the beginnings of words in any of the three
// languages, Kazakh letters folded. What has the words in its title comes first.
import { foldForSearch } from "#census";
import { languages, type LocalText } from "#questionnaire";
import { helpArticles, helpSections, type HelpArticle, type HelpQuestion, type HelpSection } from "./help-entries.ts";

interface HelpFindings {
  readonly articles: readonly HelpArticle[];
  /** Only sections in which something was found. */
  readonly sections: readonly HelpSection[];
  readonly count: number;
}

interface Searchable {
  /** Folded, each word with a space before it. */
  readonly title: string;
  readonly whole: string;
}

/** Everything where the query is empty. */
export function searchHelp(query: string): HelpFindings {
  const words = foldForSearch(query)
    .split(" ")
    .filter((word) => word !== "");
  if (words.length === 0) return findings(helpArticles, helpSections());
  const index = searchIndex();
  const articles = helpArticles
    .map((article) => ({ article, rank: rankOf(index.get(article), words) }))
    .filter(({ rank }) => rank > 0)
    .toSorted((a, b) => b.rank - a.rank)
    .map(({ article }) => article);
  const number = typedNumber(query);
  const sections = helpSections().map((section) => ({
    ...section,
    questions: section.questions.filter((question) =>
      number === null ? rankOf(index.get(question), words) > 0 : isNumbered(question.id, number),
    ),
  }));
  return findings(
    number === null ? articles : [],
    sections.filter(({ questions }) => questions.length > 0),
  );
}

function findings(articles: readonly HelpArticle[], sections: readonly HelpSection[]): HelpFindings {
  const count = sections.reduce((sum, { questions }) => sum + questions.length, articles.length);
  return { articles, sections, count };
}

/** 2: all words in the title; 1: all words somewhere; 0: not. */
function rankOf(searchable: Searchable | undefined, words: readonly string[]): number {
  if (searchable === undefined) return 0;
  if (words.every((word) => searchable.title.includes(` ${word}`))) return 2;
  return words.every((word) => searchable.whole.includes(` ${word}`)) ? 1 : 0;
}

/** `P05`, `p 5`, `Р05` with the Cyrillic letter, `L04.1` or bare `5`; null for anything else. */
function typedNumber(query: string): string | null {
  const found = /^№?\s*([a-zа-я]?)\s*(\d{1,2}(?:\.\d)?)$/iu.exec(query.trim());
  if (found === null) return null;
  const [, letter = "", digits = ""] = found;
  const latin = letter.toUpperCase().replace("Р", "P").replace("Л", "L");
  return `${latin}${digits.padStart(digits.includes(".") ? 4 : 2, "0")}`;
}

function isNumbered(id: string, number: string): boolean {
  const own = /^\D/u.test(number) ? id : id.replace(/^\D+/u, "");
  return own === number || own.startsWith(`${number}.`);
}

let index: ReadonlyMap<HelpArticle | HelpQuestion, Searchable> | null = null;

/** Folded once, at the first search. */
function searchIndex(): ReadonlyMap<HelpArticle | HelpQuestion, Searchable> {
  index ??= new Map<HelpArticle | HelpQuestion, Searchable>([
    ...helpArticles.map((article) => [article, searchable([article.title], article.steps)] as const),
    ...helpSections().flatMap(({ title, questions }) =>
      questions.map((question) => [question, searchable([question.text], [title, ...textsOf(question)])] as const),
    ),
  ]);
  return index;
}

function textsOf({ explanations }: HelpQuestion): readonly LocalText[] {
  return explanations.flatMap(({ text, field }) => (field === null ? [text] : [text, field]));
}

function searchable(titles: readonly LocalText[], others: readonly LocalText[]): Searchable {
  const title = folded(titles);
  return { title, whole: title + folded(others) };
}

function folded(texts: readonly LocalText[]): string {
  return texts.flatMap((text) => languages.map((language) => ` ${foldForSearch(text[language])}`)).join("");
}
