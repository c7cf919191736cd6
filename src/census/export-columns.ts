// The columns of the person export and everything a codebook says of them: one row a person, one column a leaf of the
// questionnaire, names made of the paths (P39_a, P21_1_language). The order is that of asking.
import {
  localTextWithFills,
  type Language,
  type LeafQuestion,
  type LocalText,
  type Question,
  type QuestionEntry,
  type Questionnaire,
} from "#questionnaire";
import { listsWrittenOut, writtenOut } from "./export-code.ts";
import { personQuestionnaire } from "./person-questionnaire.ts";

export type ExportType = "code" | "codes" | "number" | "text" | "date" | "month" | "line" | "rows";

/** Parts of a value that has several: a name, a place, a free text beside a code list. Or where a confirmed proposal came from. */
export type ExportPart = "surname" | "given" | "patronymic" | "country" | "kato" | "settlement" | "text" | "origin";

export interface ExportCode {
  readonly code: string;
  readonly label: LocalText;
}

export interface ExportColumn {
  readonly name: string;
  readonly form: string;
  /** Id of the question or field, without a row number. */
  readonly id: string;
  /** The question it is a field of. */
  readonly parent: string | null;
  /** Of a roster's columns: which row in order, from 1. */
  readonly row: number | null;
  readonly part: ExportPart | null;
  readonly type: ExportType;
  readonly label: LocalText;
  /** Codes written out in the questionnaire, with 97, 98 and 99; those of a long list are in the list. */
  readonly codes: readonly ExportCode[];
  /** Name of the code list the other codes come from. */
  readonly list: string | null;
}

const refused: ExportCode = {
  code: "97",
  label: { kk: "Жауап беруден бас тартты", ru: "Отказ от ответа", en: "Refused" },
};
const unknown: ExportCode = {
  code: "98",
  label: { kk: "Білмейді немесе белгісіз", ru: "Не знает или неизвестно", en: "Does not know or unknown" },
};
const notApplicable: ExportCode = {
  code: "99",
  label: { kk: "Бұл адамға қатысы жоқ", ru: "К этому человеку не относится", en: "Not applicable" },
};

const partLabels: Readonly<Record<ExportPart, LocalText>> = {
  surname: { kk: "тегі", ru: "фамилия", en: "surname" },
  given: { kk: "аты", ru: "имя", en: "given name" },
  patronymic: { kk: "әкесінің аты", ru: "отчество", en: "patronymic" },
  country: { kk: "ел", ru: "страна", en: "country" },
  kato: { kk: "ӘАОЖ", ru: "КАТО", en: "KATO unit" },
  settlement: { kk: "қала немесе ауыл", ru: "город или село", en: "urban or rural" },
  text: { kk: "мәтін", ru: "текст", en: "text" },
  origin: {
    kk: "расталған ұсыныстың көзі",
    ru: "источник подтверждённого предложения",
    en: "source of the confirmed proposal",
  },
};

const inOwnWords: ExportCode = {
  code: writtenOut,
  label: { kk: "Басқа, сөзбен жазылған", ru: "Другое, записано словами", en: "Other, written out" },
};

const settlements: readonly ExportCode[] = [
  { code: "urban", label: { kk: "қала", ru: "город", en: "urban" } },
  { code: "rural", label: { kk: "ауыл", ru: "село", en: "rural" } },
];

const origins: readonly ExportCode[] = [
  { code: "list", label: { kk: "тұратын адамдардың тізімі", ru: "список проживающих", en: "list of persons" } },
  { code: "register", label: { kk: "мекемелер тізілімі", ru: "реестр учреждений", en: "register of institutions" } },
  { code: "default", label: { kk: "сауалнаманың өзі", ru: "сам опросник", en: "the questionnaire itself" } },
];

const columnsOf = new WeakMap<Questionnaire, readonly ExportColumn[]>();

/** All columns of the person export in this version of the questionnaire, made once. */
export function exportColumns(questionnaire: Questionnaire = personQuestionnaire()): readonly ExportColumn[] {
  const known = columnsOf.get(questionnaire);
  if (known !== undefined) return known;
  const made = [...questionnaire.questionsById.values()].flatMap((entry) => columnsOfEntry(questionnaire, entry));
  columnsOf.set(questionnaire, made);
  return made;
}

function columnsOfEntry(questionnaire: Questionnaire, entry: QuestionEntry): readonly ExportColumn[] {
  const parent = parentOf(questionnaire, entry);
  const { definition } = entry;
  if (definition.type === "composite") return [];
  if (definition.type === "roster") return [rosterColumn(questionnaire, entry)];
  if (parent?.definition.type !== "roster") return leafColumns({ questionnaire, entry, definition, parent, row: null });
  const rows = Array.from({ length: parent.definition.maxRows }, (_none, index) => index + 1);
  // All fields of a row stand together: the first field writes the rows, the others are already there.
  const [first] = parent.definition.fields;
  if (first === undefined || `${parent.id}.${first.id}` !== entry.id) return [];
  const { fields } = parent.definition;
  return rows.flatMap((row) =>
    fields.flatMap((field) => {
      const own = questionnaire.questionsById.get(`${parent.id}.${field.id}`);
      if (own === undefined || own.definition.type === "composite" || own.definition.type === "roster") return [];
      return leafColumns({ questionnaire, entry: own, definition: own.definition, parent, row });
    }),
  );
}

function parentOf({ questionsById }: Questionnaire, { parent }: QuestionEntry): QuestionEntry | null {
  return parent === null ? null : (questionsById.get(parent) ?? null);
}

function rosterColumn(questionnaire: Questionnaire, { id, form, definition }: QuestionEntry): ExportColumn {
  const codes = [...choicesOf(questionnaire, form, definition), ...specialCodes(definition)];
  const name = columnName(id);
  return {
    name,
    form,
    id,
    parent: null,
    row: null,
    part: null,
    type: "rows",
    label: localTextWithFills(definition.text, questionnaire.unknownFills),
    codes,
    list: null,
  };
}

interface Leaf {
  readonly questionnaire: Questionnaire;
  readonly entry: QuestionEntry;
  readonly definition: LeafQuestion;
  readonly parent: QuestionEntry | null;
  readonly row: number | null;
}

/** A question that proposes an answer has one more: empty where the answer was asked and not confirmed. */
function leafColumns(leaf: Leaf): readonly ExportColumn[] {
  const { entry, definition, parent, row } = leaf;
  const columns = valueColumns(leaf);
  if (definition.default === undefined && definition.prefill === undefined) return columns;
  const label = joined(
    parent === null ? definition.text : joined(parent.definition.text, definition.text),
    partLabels.origin,
  );
  const base = { form: entry.form, id: entry.id, parent: parent?.id ?? null, row, label };
  const codes = [...origins, notApplicable];
  return [...columns, { ...base, name: `${nameOf(leaf)}_origin`, part: "origin", type: "code", codes, list: null }];
}

function nameOf({ entry: { id }, parent, row }: Leaf): string {
  return row === null || parent === null
    ? columnName(id)
    : columnName(id.replace(`${parent.id}.`, `${parent.id}.${row}.`));
}

function valueColumns(leaf: Leaf): readonly ExportColumn[] {
  const { questionnaire, entry, definition, parent, row } = leaf;
  const { id, form } = entry;
  const said = (text: LocalText): LocalText => localTextWithFills(text, questionnaire.unknownFills);
  const own = said(definition.text);
  const label = parent === null ? own : joined(said(parent.definition.text), own);
  const base = { form, id, parent: parent?.id ?? null, row, label };
  const name = nameOf(leaf);
  const specials = specialCodes(definition, parent?.definition);
  const whole = (type: ExportType, codes: readonly ExportCode[], list: string | null = null): ExportColumn => ({
    ...base,
    name,
    part: null,
    type,
    codes: [...codes, ...specials],
    list,
  });
  const partColumn = (
    part: ExportPart,
    type: ExportType,
    codes: readonly ExportCode[] = [],
    list: string | null = null,
  ) => ({
    ...base,
    name: `${name}_${part}`,
    part,
    type,
    codes: [...codes, ...specials],
    list,
    label: joined(label, partLabels[part]),
  });
  const choices = choicesOf(questionnaire, form, definition);
  switch (definition.type) {
    case "single":
      return [whole("code", choices)];
    case "multi":
      return [whole("codes", choices)];
    case "number":
      return [whole("number", choices)];
    case "text":
      return [whole("text", choices)];
    case "date":
      return [whole("date", choices)];
    case "month":
      return [whole("month", choices)];
    case "person-ref":
      return [whole("line", choices)];
    case "code-list":
      return [
        whole("code", [...choices, ...writtenOutOf(definition, definition.list)], definition.list),
        ...(definition.freeText === true ? [partColumn("text", "text")] : []),
      ];
    case "name":
      return [partColumn("surname", "text"), partColumn("given", "text"), partColumn("patronymic", "text")];
    case "place":
      return [
        partColumn(
          "country",
          "code",
          [...choices, ...writtenOutOf(definition, definition.countries)],
          definition.countries,
        ),
        ...(definition.home === undefined
          ? []
          : [partColumn("kato", "code", writtenOutOf(definition, definition.home.units), definition.home.units)]),
        ...(definition.home?.settlement === true ? [partColumn("settlement", "code", settlements)] : []),
        partColumn("text", "text"),
      ];
  }
}

function writtenOutOf({ freeText }: { readonly freeText?: boolean | undefined }, list: string): readonly ExportCode[] {
  return freeText === true && !listsWrittenOut(list) ? [inOwnWords] : [];
}

function columnName(id: string): string {
  return id.replaceAll(".", "_");
}

function joined(first: LocalText, second: LocalText): LocalText {
  const both = (language: Language): string => `${first[language]} — ${second[language]}`;
  return { kk: both("kk"), ru: both("ru"), en: both("en") };
}

/** Options and alternatives as codes; those "one of the marked" takes are the other question's. */
function choicesOf(questionnaire: Questionnaire, form: string, definition: Question): readonly ExportCode[] {
  const toCode = ({ code, text }: { readonly code: string; readonly text: LocalText }): ExportCode => ({
    code,
    label: localTextWithFills(text, questionnaire.unknownFills),
  });
  return [...optionsOf(questionnaire, form, definition).map(toCode), ...(definition.alternatives ?? []).map(toCode)];
}

function optionsOf(
  questionnaire: Questionnaire,
  form: string,
  definition: Question,
): readonly { readonly code: string; readonly text: LocalText }[] {
  if (definition.type !== "single" && definition.type !== "multi") return [];
  const { options } = definition;
  if (Array.isArray(options)) return options;
  if ("set" in options) {
    return questionnaire.files.find((file) => file.form === form)?.codeSets?.[options.set] ?? [];
  }
  const source = questionnaire.questionsById.get(options.chosenIn);
  return source === undefined ? [] : optionsOf(questionnaire, source.form, source.definition);
}

/** A field also takes the special answers of what it stands in. */
function specialCodes(...definitions: readonly (Question | undefined)[]): readonly ExportCode[] {
  const taken = new Set(definitions.flatMap((definition) => definition?.special ?? []));
  const wording = definitions[0]?.specialText;
  return [
    ...(taken.has("refused") ? [{ ...refused, label: wording?.refused ?? refused.label }] : []),
    ...(taken.has("unknown") ? [{ ...unknown, label: wording?.unknown ?? unknown.label }] : []),
    notApplicable,
  ];
}
