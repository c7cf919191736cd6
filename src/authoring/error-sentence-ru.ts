// What is wrong with a definition, in Russian.
import { isForEach, unreachable, type DefinitionError, type Slip } from "#questionnaire";
import { limitIn, phraseIn, placeIn } from "./error-phrases.ts";

const languageNames = { kk: "на казахском", ru: "на русском", en: "на английском" } as const;

const referenceReasons = {
  unknown: "такого вопроса нет",
  "not-a-multi": "это не вопрос с несколькими отметками",
  "not-a-list": "это не список и не таблица",
  "list-without-lines": "в его записях нет «line»",
  "not-a-roster": "это не таблица",
  "in-another-roster": 'он стоит в строках другой таблицы (контроль её строк называет таблицу: "forEach": "P21")',
  "later-than-this": "он задаётся позже этого вопроса",
} as const;

const fillReasons = {
  "two-kinds": "во вставке стоит только одно из plural, choice и label.",
  "exactly-without-plural": "слова для отдельных чисел (exactly) пишут рядом с формами plural.",
  "plural-of-no-number": "формы plural нужны числу, а это значение не число.",
  "choice-of-no-known-codes":
    "choice подходит коду, значения которого перечислены в опроснике: вопросу с одним ответом или внешнему значению с кодами.",
  "no-label": "у этого значения нет названия: укажите вопрос с вариантами, по списку кодов или о месте.",
  "label-with-placeholder": "в вариантах этого вопроса есть вставки, поэтому их тексты нельзя вставить в другой текст.",
  "no-words": "это значение само не пишется: коду нужно choice или label, месту — label.",
} as const;

/** One sentence, without the place. Exhaustive: a new error needs its sentence. */
export function errorSentenceRu(error: DefinitionError): string {
  switch (error.type) {
    case "shape-wrong":
      return `это место файла неправильно: ${phraseIn("ru", error.reason)}.`;
    case "text-missing":
      return `нет текста ${languageNames[error.language]} языке. Каждый текст нужен на казахском, русском и английском.`;
    case "key-unknown":
      return `часть «${error.key}» здесь неизвестна.${error.nearest === undefined ? " Нет ли опечатки, или ей место в другой части файла?" : nearest(error.nearest)}`;
    case "too-big":
      return `слишком много: не больше ${error.max} ${limitIn("ru", error.limit)}.`;
    case "id-duplicate":
      return `«${error.id}» уже занято: ${placeIn("ru", error.firstPlace)}. Каждый id даётся один раз.`;
    case "unit-different":
      return `единица этого файла — «${error.unit}», а другого — «${error.first}». У файлов одного опросника единица общая.`;
    case "code-set-unknown":
      return `в codeSets этого файла нет набора вариантов «${error.set}».`;
    case "list-unknown":
      return `нет списка кодов «${error.list}».`;
    case "list-code-unknown":
      return `в списке кодов «${error.list}» нет кода «${error.code}».`;
    case "reference-wrong":
      return `«${error.to}» здесь назвать нельзя: ${referenceReasons[error.reason]}.`;
    case "range-empty":
      return `между ${error.min} и ${error.max} ничего нет.`;
    case "date-impossible":
      return `в календаре нет такой даты: ${error.date}.`;
    case "more-errors":
      return `и ещё ошибок: ${error.count}. Сначала исправьте те, что названы выше.`;
    case "cycle":
      return `эти части ждут друг друга: ${error.names.join(" → ")}. Одна из них не должна зависеть от следующей.`;
    case "never-asked":
      return `вопрос ${error.question} никогда не будет задан: его условие противоречит ${orOthers("себе или условию раздела", error.because)}.`;
    case "never-fires":
      return `контроль ${error.edit} никогда не сработает: его условие противоречит ${orOthers("себе", error.because)}.`;
    case "never-offered":
      return `вариант «${error.code}» никогда нельзя выбрать: его условие противоречит ${orOthers("себе", error.because)}.`;
    case "proposal-unfit":
      return `вопрос ${error.question} сам такого значения не примет (границы, длина, календарь, список), и оно никогда не будет предложено.`;
    case "prefill-reads-answer":
      return `предзаполнение берут из того, что известно до интервью, а здесь читается ответ на ${error.question}. Запишите его как «default».`;
    case "prefill-source":
      return error.sources.length === 0
        ? "предзаполнение читает хотя бы одно внешнее значение с «source», чтобы сотрудник видел, откуда оно. Если оно ниоткуда, запишите его как «default»."
        : `у предзаполнения один источник, а здесь их несколько: ${error.sources.join(", ")}.`;
    case "known-beforehand":
      return `«${error.name}» известно до интервью и только предлагается: его читают лишь «prefill», «default» и тексты, а здесь его читает ${error.reader}. Сервер, который проверяет лист заново, этого не знает.`;
    case "role-unknown":
      return `роли «${error.role}» нет.${nearest(error.nearest)}`;
    case "role-type":
      return `тип вопроса ${error.to} — ${error.found}, а для роли «${error.role}» нужен: ${error.expected}.`;
    case "role-code":
      return `у вопроса ${error.to} нет варианта «${error.code}», а программы ищут его в роли «${error.role}».`;
    case "role-missing":
      return `ни у одного вопроса нет роли «${error.role}», а опроснику с единицей ${error.unit} она нужна. Запишите "roles": { "${error.role}": … } с id вопроса, тип: ${error.expected}.`;
    case "placeholder-unknown":
      return `{${error.name}} — не вставка, не вычисление и не внешнее значение.${nearest(error.nearest)}`;
    case "placeholder-type":
      return `тип {${error.name}} — ${phraseIn("ru", error.found)}. В текст вставляют текст, число, дату или имя человека. Для названия кода или места опишите вставку (fills).`;
    case "placeholder-broken":
      return `фигурная скобка в тексте ${languageNames[error.language]} языке написана неправильно. Пишите {имя} с именем вставки, вычисления или внешнего значения (в заголовках вставок нет).`;
    case "placeholder-suffix":
      return `в казахском тексте за вставкой нельзя писать окончание, ни слитно, ни отдельно: «{${error.name}}${error.suffix}» будет неверно для половины слов. Постройте фразу так, чтобы {${error.name}} стояло отдельно, или поместите слово целиком во вставку.`;
    case "placeholder-glued":
      return `в тексте ${languageNames[error.language]} языке к вставке прилегает буква: «${error.written}». При другом значении слово будет неверным. Поместите слово целиком в формы вставки.`;
    case "fill-wrong":
      return fillReasons[error.reason];
    case "fill-brace":
      return `в форме вставки может стоять только {value}, и только при числе (текст ${languageNames[error.language]} языке).`;
    case "plural-form-missing":
      return `нет формы «${error.form}» ${languageNames[error.language]} языке. Числу нужны: на казахском other; на русском one, few, many, other; на английском one, other.`;
    case "choice-incomplete":
      return `нет слов для кодов: ${error.codes.join(", ")}. У выбора есть слова для каждого кода.`;
    case "choice-code-unknown":
      return `значение не бывает «${error.code}»; его коды: ${error.known.join(", ")}.`;
    default:
      return ofExpression(error);
  }
}

function ofExpression(error: Extract<DefinitionError, { expression: string }>): string {
  switch (error.type) {
    case "syntax-error":
      if (error.slip !== undefined) return ofSlip(error.slip);
      return `здесь должно стоять: ${phraseIn("ru", error.expected)}, а написано: ${phraseIn("ru", error.found)}.`;
    case "expression-too-big":
      return `выражение слишком велико: не больше ${error.max} ${limitIn("ru", error.limit)}.`;
    case "name-unknown":
      return `нет вопроса, вычисления или внешнего значения «${error.name}».${nearest(error.nearest)}`;
    case "name-in-roster":
      return `«${error.name}» есть в каждой строке таблицы ${error.roster}. Обо всех строках спрашивают так: any(${error.roster}, row => …). В контроле, который проверяет каждую строку, пишут "forEach": "${error.roster}".`;
    case "function-unknown":
      if (isForEach(error.name)) {
        return `«${error.name}» — не функция, а часть контроля, который проверяет каждую строку: "forEach": "P21". Обо всех строках спрашивают так: any(P21, row => …) или all(P21, row => …).`;
      }
      return `нет функции «${error.name}».${nearest(error.nearest)}`;
    case "arguments-wrong":
      return `в скобках функции «${error.name}» нужно значений: ${error.expected}, написано: ${error.found}.`;
    case "type-wrong":
      return `здесь нужно: ${phraseIn("ru", error.expected)}, а это: ${phraseIn("ru", error.found)}.${error.found === "item => …" ? " «Не меньше» пишут так: >=." : ""}`;
    case "code-unknown":
      return `«${error.code}» нет среди кодов${error.known.length > 0 ? ` (${error.known.join(", ")})` : ""}.`;
    case "number-for-code":
      return `код пишут в кавычках: не ${error.number}, а "${error.number}".`;
    case "codes-never-equal":
      return "у этих двух нет общего кода, поэтому они никогда не равны.";
    case "dates-never-equal":
      return `у этих двух дат разная точность (день, месяц или год), поэтому равными они никогда не окажутся. Напишите так: ${error.instead}.`;
    default:
      return unreachable(error);
  }
}

function ofSlip(slip: Slip): string {
  switch (slip.kind) {
    case "instead":
      return `здесь пишут не «${slip.wrong}», а «${slip.instead}».`;
    case "cyrillic":
      return `в «${slip.wrong}» есть русские буквы, похожие на латинские. Напишите латинскими: ${slip.instead}.`;
    case "unquoted":
      return `«${slip.wrong}» — не имя: имена пишут латинскими буквами, коды и тексты — в кавычках.`;
    case "quotes":
      return "эти кавычки не подходят. Коды и тексты пишут в прямых кавычках: '…' или \"…\".";
    case "space":
      return "здесь стоит особый пробел, которого не видно. Поставьте вместо него обычный.";
    default:
      return unreachable(slip);
  }
}

function nearest(name: string | null): string {
  return name === null ? "" : ` Может быть, «${name}»?`;
}

function orOthers(itself: string, because: readonly string[]): string {
  return because.length === 0 ? itself : `условиям или границам вопросов: ${because.join(", ")}`;
}
