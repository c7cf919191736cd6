// Sentences about definition errors, in English, for the command line: where, what, and what to do about it.
import type { DefinitionError, FillProblem, ReferenceProblem } from "./definition-error.ts";
import type { Slip } from "./slips.ts";
import { unreachable } from "./result.ts";

const languageNames = { kk: "Kazakh", ru: "Russian", en: "English" } as const;

const limitNames = {
  length: "characters in one expression",
  depth: "levels of brackets and operators inside one another",
  "quantifier-depth":
    "levels of any, all, count and sum inside one another; an inner one can be a calculation of the roster's rows",
  literal: "characters in one quoted text",
  set: "members in one set",
  files: "files together",
  "file-length": "characters in one file",
  questions: "questions and fields",
  edits: "edits",
  "roster-depth": "rosters inside rosters",
  looks:
    "looks at items of lists in all conditions together, counting 100 items for each list; what goes through a list for each row can be a calculation of the roster's rows",
} as const;

/** One error as a sentence a statistician can act on, with file and place. */
export function explainDefinitionError(error: DefinitionError): string {
  const where = `${error.file}, ${error.place}`;
  const quoted = "expression" in error ? ` In \`${shorten(error.expression)}\`, at character ${error.at + 1}.` : "";
  return `${where}: ${sentence(error)}${quoted}`;
}

function shorten(expression: string): string {
  return expression.length > 120 ? `${expression.slice(0, 117)}…` : expression;
}

/** Says what is wrong and, where it can, what to write instead. Exhaustive: a new error needs its sentence. */
function sentence(error: DefinitionError): string {
  switch (error.type) {
    case "shape-wrong":
      return `the file is not as it should be here: ${error.reason}.`;
    case "text-missing":
      return `the ${languageNames[error.language]} text is missing. Every text is needed in Kazakh, Russian and English.`;
    case "key-unknown":
      return `"${error.key}" is not known here.${error.nearest === undefined ? " Is it misspelt, or does it belong elsewhere?" : didYouMean(error.nearest)}`;
    case "too-big":
      return `too big: at most ${error.max} ${limitNames[error.limit]}.`;
    case "id-duplicate":
      return `"${error.id}" is already used at ${error.firstPlace}. Ids are given once.`;
    case "unit-different":
      return `this file asks about a "${error.unit}" and another about a "${error.first}"; files of one questionnaire share their unit.`;
    case "code-set-unknown":
      return `there is no set of options "${error.set}" in this file's codeSets.`;
    case "list-unknown":
      return `there is no code list "${error.list}".`;
    case "list-code-unknown":
      return `the code list "${error.list}" has no code "${error.code}".`;
    case "reference-wrong":
      return `"${error.to}" cannot be meant here: ${referenceReason(error.reason)}.`;
    case "range-empty":
      return `nothing lies between ${error.min} and ${error.max}.`;
    case "date-impossible":
      return `the calendar has no ${error.date}.`;
    case "more-errors":
      return `and ${error.count} more errors. Mend these first.`;
    case "cycle":
      return `these wait for one another: ${error.names.join(" → ")}. One of them must not depend on the next.`;
    case "never-asked":
      return `${error.question} can never be asked: its condition contradicts ${orOthers("itself or that of its section", error.because)}.`;
    case "never-fires":
      return `edit ${error.edit} can never fire: its condition contradicts ${orOthers("itself", error.because)}.`;
    case "never-offered":
      return `"${error.code}" can never be chosen: its condition contradicts ${orOthers("itself", error.because)}.`;
    case "proposal-unfit":
      return `${error.question} would not take this value itself (range, length, calendar, list), so it would never be proposed.`;
    case "prefill-reads-answer":
      return `a pre-fill comes from what is known before the interview, and this one reads the answer to ${error.question}. Write it as "default".`;
    case "prefill-source":
      return error.sources.length === 0
        ? 'a pre-fill reads at least one context value with a "source", so that the officer is told where it comes from. Write it as "default" if it comes from nowhere.'
        : `a pre-fill comes from one source, and this one reads ${error.sources.join(" and ")}.`;
    case "known-beforehand":
      return `"${error.name}" is known before the interview and is only proposed: nothing but "prefill", "default" and texts may read it, and ${error.reader} does. The server, which checks the form again, is not told it.`;
    case "role-unknown":
      return `nobody asks for a role "${error.role}".${didYouMean(error.nearest)}`;
    case "role-type":
      return `${error.to} is a question of type ${error.found}, and the role "${error.role}" needs one of type ${error.expected}.`;
    case "role-code":
      return `${error.to} has no option "${error.code}", which programs look for in the role "${error.role}".`;
    case "role-missing":
      return `no question has the role "${error.role}", which a questionnaire about a ${error.unit} needs. Write "roles": { "${error.role}": … } with the id of a question of type ${error.expected}.`;
    case "placeholder-unknown":
      return `{${error.name}} is neither a fill nor a calculation nor a context value.${didYouMean(error.nearest)}`;
    case "placeholder-type":
      return `{${error.name}} is a ${error.found}; a placeholder holds a text, a number, a date or a name. For the words of a code or a place write a fill.`;
    case "placeholder-broken":
      return `a brace in the ${languageNames[error.language]} text is no placeholder. Write {name}, with a fill, a calculation or a context value (titles take none).`;
    case "placeholder-suffix":
      return `in Kazakh no ending may follow a placeholder, joined or apart: "{${error.name}}${error.suffix}" is wrong for half of all words. Turn the sentence so that {${error.name}} stands alone, or put the whole word into a fill.`;
    case "placeholder-glued":
      return `in the ${languageNames[error.language]} text a letter touches a placeholder: "${error.written}". The word would be wrong for other values. Put the whole word into the forms of a fill.`;
    case "fill-wrong":
      return fillReason(error.reason);
    case "fill-brace":
      return `a form of a fill holds no placeholder but {value}, and that only beside a number (${languageNames[error.language]} text).`;
    case "plural-form-missing":
      return `the ${languageNames[error.language]} form "${error.form}" is missing. A number needs: Kazakh other; Russian one, few, many, other; English one, other.`;
    case "choice-incomplete":
      return `no words for ${error.codes.map((code) => `"${code}"`).join(", ")}. A choice has words for every code.`;
    case "choice-code-unknown":
      return `the value is never "${error.code}"; its codes are ${error.known.join(", ")}.`;
    default:
      return expressionSentence(error);
  }
}

type OfExpression = Extract<DefinitionError, { expression: string }>;

/** Errors inside an expression, which is quoted after the sentence. */
function expressionSentence(error: OfExpression): string {
  switch (error.type) {
    case "syntax-error":
      if (error.slip !== undefined) return slipSentence(error.slip);
      return `found ${error.found === "the end" ? error.found : `"${error.found}"`} where ${error.expected} should stand.`;
    case "expression-too-big":
      return `the expression is too big: at most ${error.max} ${limitNames[error.limit]}.`;
    case "name-unknown":
      return `there is no question, calculation or context value "${error.name}".${didYouMean(error.nearest)}`;
    case "name-in-roster":
      return `"${error.name}" stands in the rows of ${error.roster}, one for each row. Ask about all of them: any(${error.roster}, row => …). An edit that is checked row by row says so: "forEach": "${error.roster}".`;
    case "function-unknown":
      if (isForEach(error.name)) {
        return `"${error.name}" is no function but a part of an edit, which is then checked in each row: "forEach": "P21". About all rows one asks with any(P21, row => …) or all(P21, row => …).`;
      }
      return `there is no function "${error.name}".${didYouMean(error.nearest)}`;
    case "arguments-wrong":
      return `"${error.name}" takes ${error.expected} in its brackets, here are ${error.found}.`;
    case "type-wrong":
      return `${error.expected} is needed here, and this is ${error.found}.${error.found === "item => …" ? ' "At least" is written >=.' : ""}`;
    case "code-unknown":
      return `"${error.code}" is not one of the codes${error.known.length > 0 ? ` (${error.known.join(", ")})` : ""}.`;
    case "number-for-code":
      return `codes are written in quotes: "${error.number}", not ${error.number}.`;
    case "codes-never-equal":
      return "these two have no code in common, so they can never be equal.";
    case "dates-never-equal":
      return `one of these dates is known more closely than the other (day, month or year), so they are never found equal. Write: ${error.instead}.`;
    default:
      return unreachable(error);
  }
}

function slipSentence(slip: Slip): string {
  switch (slip.kind) {
    case "instead":
      return `write "${slip.instead}" here, not "${slip.wrong}".`;
    case "cyrillic":
      return `"${slip.wrong}" has Cyrillic letters that only look like Latin ones. Write ${slip.instead} in Latin letters.`;
    case "unquoted":
      return `"${slip.wrong}" is no name: names are in Latin letters, codes and texts in quotes.`;
    case "quotes":
      return "these quotes are curly. Codes and texts stand in plain ones: '…' or \"…\".";
    case "space":
      return "there is a special blank here that cannot be seen. Write an ordinary one instead.";
    default:
      return unreachable(slip);
  }
}

function didYouMean(nearest: string | null): string {
  return nearest === null ? "" : ` Did you mean "${nearest}"?`;
}

function referenceReason(reason: ReferenceProblem): string {
  switch (reason) {
    case "unknown":
      return "there is no such question";
    case "not-a-multi":
      return "it is not a question with several marks";
    case "not-a-list":
      return "it is neither a list nor a roster";
    case "list-without-lines":
      return 'its records have no "line"';
    case "not-a-roster":
      return "it is not a roster";
    case "in-another-roster":
      return 'it stands in the rows of a roster that this is not part of (an edit of its rows names the roster: "forEach": "P21")';
    case "later-than-this":
      return "it is asked later than this question";
    default:
      return unreachable(reason);
  }
}

function orOthers(itself: string, because: readonly string[]): string {
  return because.length === 0 ? itself : `the conditions or limits of ${because.join(", ")}`;
}

function fillReason(reason: FillProblem): string {
  switch (reason) {
    case "two-kinds":
      return "a fill is one of plural, choice and label, not several.";
    case "exactly-without-plural":
      return 'words for single numbers ("exactly") stand beside plural forms.';
    case "plural-of-no-number":
      return "plural forms are for a number, and this value is none.";
    case "choice-of-no-known-codes":
      return "a choice is for a code whose values the questionnaire lists: a question with one answer, or a context value with its codes.";
    case "no-label":
      return "this value has no label: name a question with options, from a code list or about a place.";
    case "label-with-placeholder":
      return "the options of this question hold placeholders themselves, so their texts cannot stand in another text.";
    case "no-words":
      return "this value cannot be written as it is: a code needs a choice or a label, a place a label.";
    default:
      return unreachable(reason);
  }
}

/** Other languages go through lists with it; here it is a part of an edit. */
export function isForEach(name: string): boolean {
  return name.toLowerCase() === "foreach";
}
