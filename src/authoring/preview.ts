// A questionnaire tried out in a browser: requests in, pages out, one interview held in between and kept nowhere else.
// It knows no network: a command listens, on this machine only, and hands the requests in.
import {
  languages,
  openInterview,
  type AskedPerson,
  type ExpressionValue,
  type Interview,
  type InterviewStart,
  type Language,
  type Questionnaire,
  type QuestionView,
} from "#questionnaire";
import type { AuthoringHost } from "./authoring-host.ts";
import { fillInterview } from "./fill-interview.ts";
import { createExampleSearch, usualSearch, type ExampleSearch } from "./find-examples.ts";
import { answerOfParts, partsByPath } from "./preview-answer.ts";
import { contextText, readContextField } from "./preview-context.ts";
import { previewPage, settingQuery } from "./preview-page.ts";
import { previewWords } from "./preview-words.ts";
import { printWords } from "./print-words.ts";
import { seededRandom, type Random } from "./seeded-random.ts";

export interface PreviewRequest {
  readonly method: string;
  readonly path: string;
  /** Of the address for a GET, of the body for a POST, in the order sent. */
  readonly fields: readonly (readonly [string, string])[];
  /** Headers `Host`, `Origin` and `Sec-Fetch-Site`; null if not sent. */
  readonly host: string | null;
  readonly origin: string | null;
  readonly fetchSite: string | null;
}

export interface PreviewResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface Preview {
  /** Refuses what does not come from its own page: 403, and nothing changes. */
  respond(request: PreviewRequest): PreviewResponse;
}

/** What may change while somebody tries the form out. */
interface State {
  interview: Interview;
  context: InterviewStart["context"];
  message: Message | null;
}

/** What the last step says; worded when the page is made, in its language. */
interface Message {
  readonly type: "filled" | "not-found" | "value-unreadable";
  readonly id: string;
}

interface Fixed {
  readonly questionnaire: Questionnaire;
  readonly host: AuthoringHost;
  readonly search: ExampleSearch;
  readonly random: Random;
}

const headers: Readonly<Record<string, string>> = {
  "content-type": "text/html; charset=utf-8",
  "cache-control": "no-store",
  "content-security-policy":
    "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  "referrer-policy": "same-origin",
  "x-content-type-options": "nosniff",
};

/** `hosts` are the values of the `Host` header the preview answers to, as `127.0.0.1:4321`. */
export function createPreview(
  questionnaire: Questionnaire,
  host: AuthoringHost,
  { hosts, seed = usualSearch.seed }: { readonly hosts: () => readonly string[]; readonly seed?: number },
): Preview {
  const search = createExampleSearch(questionnaire, host, { ...usualSearch, seed });
  const fixed: Fixed = { questionnaire, host, search, random: seededRandom(seed) };
  const state: State = {
    interview: openInterview(questionnaire, { context: {}, answers: {} }),
    context: {},
    message: null,
  };
  return {
    respond(request) {
      const language = languageOf(request);
      const words = previewWords[language];
      if (!isOwn(request, hosts())) return { status: 403, headers, body: words.refusedRequest };
      if (request.method === "GET" && request.path === "/")
        return { status: 200, headers, body: page(fixed, state, language, personOf(request)) };
      const step = request.method === "POST" ? steps.get(request.path) : undefined;
      if (step === undefined) return { status: 404, headers, body: words.noPage };
      state.message = null;
      const anchor = step(fixed, state, request) ?? "";
      // A reload of the page then asks for the page and does not send the form again.
      const location = `/?${settingQuery(language, personOf(request))}${anchor}`;
      return { status: 303, headers: { ...headers, location }, body: "" };
    },
  };
}

/** A page of another site can send a form here, and a name can be pointed at this machine: both are refused. */
function isOwn({ method, host, origin, fetchSite }: PreviewRequest, hosts: readonly string[]): boolean {
  if (host === null || !hosts.includes(host)) return false;
  if (method === "GET") return true;
  if (fetchSite !== null && fetchSite !== "same-origin") return false;
  if (origin !== null) return origin === `http://${host}`;
  return fetchSite === "same-origin";
}

function languageOf({ fields }: PreviewRequest): Language {
  const word = fields.find(([name]) => name === "lang")?.[1];
  return languages.find((language) => language === word) ?? "kk";
}

function personOf({ fields }: PreviewRequest): AskedPerson {
  return fields.some(([name, value]) => name === "person" && value === "third") ? "third" : "second";
}

function page({ questionnaire, host, search }: Fixed, state: State, language: Language, person: AskedPerson): string {
  return previewPage({
    questionnaire,
    host,
    interview: state.interview,
    language,
    person,
    words: previewWords[language],
    print: printWords[language],
    targets: search.targets,
    context: contextText(state.context),
    message: state.message === null ? null : messageText(state.message, language),
  });
}

function messageText({ type, id }: Message, language: Language): string {
  const { filled, notFound, outsideWrong } = previewWords[language];
  if (type === "not-found") return `${id}: ${notFound}`;
  return `${type === "filled" ? filled : outsideWrong} ${id}`;
}

/** Changes the state; gives the place on the page to come back to. */
type Step = (fixed: Fixed, state: State, request: PreviewRequest) => string | undefined;

const steps: ReadonlyMap<string, Step> = new Map<string, Step>([
  ["/answers", takeAnswers],
  ["/example", takeExample],
  ["/context", takeContext],
]);

function takeAnswers(_fixed: Fixed, { interview }: State, { fields }: PreviewRequest): string | undefined {
  const parts = partsByPath(fields);
  for (const view of askedViews(interview)) {
    const sent = parts.get(view.path);
    if (sent === undefined) continue;
    const answer = answerOfParts(view, sent);
    // Inputs left empty beside a proposal do not turn it down.
    if (answer.state === "unanswered" && view.answer.state === "proposed") continue;
    if (JSON.stringify(answer) !== JSON.stringify(view.answer)) interview.give(view.path, answer);
  }
  const action = fields.find(([name]) => name === "action")?.[1] ?? "";
  const [verb = "", first = "", second = ""] = action.split(" ");
  const asked = new Map(askedViews(interview).map((view) => [view.path, view]));
  if (verb === "add-row" && asked.get(first)?.definition.type === "roster") interview.addRow(first);
  else if (verb === "remove-row") removeRow(interview, asked, first);
  else if (verb === "confirm") confirm(interview, first, second);
  else if (verb === "accept") accept(interview, asked.get(first));
  return first === "" ? undefined : `#${encodeURIComponent(verb === "confirm" ? second : first)}`;
}

function removeRow(interview: Interview, asked: ReadonlyMap<string, QuestionView>, rowPath: string): void {
  for (const [path, view] of asked) {
    const row = view.rows.find((one) => one.path === rowPath);
    if (row !== undefined) interview.removeRow(path, row.row);
  }
}

function accept(interview: Interview, view: QuestionView | undefined): void {
  if (view?.answer.state !== "proposed") return;
  const { value, origin } = view.answer;
  interview.give(view.path, { state: "answered", value, origin });
}

/** Whoever tries a questionnaire out states no reason; the engine wants one. */
const previewReason = "preview";

function confirm(interview: Interview, edit: string, path: string): void {
  const finding = interview.findings().find((one) => one.edit === edit && one.paths[0] === path);
  if (finding?.level === "soft") interview.confirm(edit, path, null);
  if (finding?.level === "critical") interview.confirm(edit, path, previewReason);
}

/** Every asked question and field, outermost first. */
function askedViews(interview: Interview): readonly QuestionView[] {
  const within = (view: QuestionView): readonly QuestionView[] => {
    if (!view.relevant) return [];
    const inner = [...view.fields, ...view.rows.flatMap(({ fields }) => fields)];
    return [view, ...inner.flatMap(within)];
  };
  return interview.sections().flatMap(({ paths }) => paths.flatMap((path) => within(interview.question(path))));
}

function takeExample(fixed: Fixed, state: State, { fields }: PreviewRequest): undefined {
  const action = fields.find(([name]) => name === "action")?.[1];
  if (action === "again") reopen(fixed, state, { context: {}, answers: {} });
  else if (action === "rest") fillInterview(state.interview, fixed.questionnaire, fixed.host, fixed.random);
  else if (action === "example") {
    const wanted = fields.find(([name]) => name === "target")?.[1];
    const target = fixed.search.targets.find(({ kind, id }) => `${kind} ${id}` === wanted);
    if (target === undefined) return;
    const { example } = fixed.search.find(target);
    if (example !== null) reopen(fixed, state, example);
    state.message = { type: example === null ? "not-found" : "filled", id: target.id };
  }
}

function reopen({ questionnaire }: Fixed, state: State, start: InterviewStart): void {
  state.interview = openInterview(questionnaire, start);
  state.context = start.context;
}

function takeContext(fixed: Fixed, state: State, { fields }: PreviewRequest): undefined {
  const context: Record<string, ExpressionValue | undefined> = { ...state.context };
  for (const entry of fixed.questionnaire.files.flatMap((file) => file.context ?? [])) {
    const sent = fields.find(([name]) => name === entry.id)?.[1];
    if (sent === undefined) continue;
    const read = readContextField(entry, sent);
    if (read.ok) context[entry.id] = read.value;
    else state.message = { type: "value-unreadable", id: entry.id };
  }
  const { interview } = state;
  reopen(fixed, state, {
    context,
    answers: interview.answers(),
    confirmations: interview.confirmations(),
    removedRows: interview.removedRows(),
  });
}
