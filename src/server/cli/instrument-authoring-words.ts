// What the authoring commands say themselves; what they say about a questionnaire is #authoring's.
import type { JsonBreak, JsonProblem } from "#authoring";
import type { Language } from "#questionnaire";

interface ReadingWords {
  readonly noFile: string;
  readonly unreadable: string;
  readonly notJson: string;
  readonly notJsonAt: (at: JsonBreak) => string;
  readonly notUtf8: string;
  readonly wrong: (errors: number) => string;
  readonly notSigned: (errors: number) => string;
  readonly notInitialised: string;
  readonly noRootKey: string;
  readonly approvedByNobody: string;
  readonly outNeeded: string;
  readonly portWrong: string;
  readonly portTaken: string;
  readonly written: (file: string) => string;
  readonly preview: (address: string) => string;
  readonly stop: string;
}

const jsonProblems: Readonly<Record<Language, Readonly<Record<JsonProblem, string>>>> = {
  kk: {
    value: "Мұнда мән тұруы керек.",
    name: "Мұнда тырнақшадағы атау тұруы керек.",
    colon: "Мұнда «:» белгісі тұруы керек.",
    comma: "Мұнда үтір немесе жабатын жақша тұруы керек.",
    end: "Файл осы жерде бітуі керек.",
    text: "Мәтін жабылмаған немесе ішінде болмайтын таңба бар.",
    "trailing-comma": "Соңғы мүшеден кейін үтір қойылмайды.",
    quotes: 'Тек түзу қос тырнақша жарайды: "…".',
    comment: "JSON файлында түсініктеме жазылмайды.",
  },
  ru: {
    value: "Здесь должно стоять значение.",
    name: "Здесь должно стоять имя в кавычках.",
    colon: "Здесь должно стоять двоеточие.",
    comma: "Здесь должна стоять запятая или закрывающая скобка.",
    end: "Файл должен здесь кончаться.",
    text: "Текст не закрыт кавычкой, или в нём недопустимый знак.",
    "trailing-comma": "После последнего элемента запятую не ставят.",
    quotes: 'Годятся только прямые двойные кавычки: "…".',
    comment: "В файле JSON комментариев не бывает.",
  },
  en: {
    value: "A value should stand here.",
    name: "A name in quotes should stand here.",
    colon: "A colon should stand here.",
    comma: "A comma or a closing bracket should stand here.",
    end: "The file should end here.",
    text: "The text is not closed, or has a sign in it that cannot be.",
    "trailing-comma": "There is no comma after the last member.",
    quotes: 'Only plain double quotes will do: "…".',
    comment: "A JSON file has no comments.",
  },
};

export const readingWords: Readonly<Record<Language, ReadingWords>> = {
  kk: {
    noFile: "анықтама файлын атаңыз",
    unreadable: "файлды оқу мүмкін емес",
    notJson: "файл JSON емес",
    notJsonAt: ({ line, column, problem }) =>
      `файл JSON емес, қате орны: ${line}-жол, ${column}-таңба. ${jsonProblems.kk[problem]}`,
    notUtf8: "файл UTF-8 емес",
    wrong: (errors) => `анықтамадағы қателер: ${errors}; ештеңе жасалған жоқ`,
    notSigned: (errors) => `анықтамадағы қателер: ${errors}; қол қойылған жоқ`,
    notInitialised: "алдымен мына команданы орындаңыз: npm run sanaq -- init",
    noRootKey: "бұл деректер қалтасында түбір кілт жоқ: қолды сол кілт сақталған жерде қойыңыз",
    approvedByNobody: "бекітілген нысанда кім бекіткені жазылуы тиіс (approval › by)",
    outNeeded: "нәтиже файлын атаңыз: --out ФАЙЛ",
    portWrong: "порт — 0 мен 65535 арасындағы бүтін сан",
    portTaken: "бұл порт бос емес; басқасын атаңыз немесе --port жазбаңыз",
    written: (file) => `Жазылды: ${file}`,
    preview: (address) => `Алдын ала қарау: ${address}`,
    stop: "Тоқтату үшін Ctrl-C басыңыз. Енгізілген жауаптар сақталмайды.",
  },
  ru: {
    noFile: "назовите файл определения",
    unreadable: "файл не читается",
    notJson: "файл не JSON",
    notJsonAt: ({ line, column, problem }) =>
      `файл не JSON, ошибка в строке ${line}, знак ${column}. ${jsonProblems.ru[problem]}`,
    notUtf8: "файл не в UTF-8",
    wrong: (errors) => `ошибок в определении: ${errors}; ничего не сделано`,
    notSigned: (errors) => `ошибок в определении: ${errors}; ничего не подписано`,
    notInitialised: "сначала выполните команду npm run sanaq -- init",
    noRootKey: "в этой папке данных нет корневого ключа: подписывают там, где он хранится",
    approvedByNobody: "в утверждённой форме должно быть сказано, кто её утвердил (approval › by)",
    outNeeded: "назовите файл результата: --out ФАЙЛ",
    portWrong: "порт — целое число от 0 до 65535",
    portTaken: "этот порт занят; назовите другой или не указывайте --port",
    written: (file) => `Записано: ${file}`,
    preview: (address) => `Предпросмотр: ${address}`,
    stop: "Остановить: Ctrl-C. Введённые ответы не сохраняются.",
  },
  en: {
    noFile: "name a definition file",
    unreadable: "the file cannot be read",
    notJson: "the file is not JSON",
    notJsonAt: ({ line, column, problem }) =>
      `the file is not JSON, the mistake is in line ${line}, character ${column}. ${jsonProblems.en[problem]}`,
    notUtf8: "the file is not UTF-8",
    wrong: (errors) => `errors in the definition: ${errors}; nothing was done`,
    notSigned: (errors) => `errors in the definition: ${errors}; nothing was signed`,
    notInitialised: "run `npm run sanaq -- init` first",
    noRootKey: "the root key is not in this data folder: sign where it is kept",
    approvedByNobody: "an approved form says who approved it (approval › by)",
    outNeeded: "name the file to write: --out FILE",
    portWrong: "a port is a whole number from 0 to 65535",
    portTaken: "this port is taken; name another or leave --port out",
    written: (file) => `Written: ${file}`,
    preview: (address) => `Preview: ${address}`,
    stop: "Ctrl-C ends it. The answers entered are not kept.",
  },
};
