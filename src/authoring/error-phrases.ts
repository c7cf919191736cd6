// The short phrases inside error sentences — what was expected, what was found, a reason, a step of a place — in Kazakh
// and Russian. The engine writes them in English; a phrase that is not known here stays as it is.

type Translated = "kk" | "ru";
type Pair = readonly [kk: string, ru: string];

const phrases: ReadonlyMap<string, Pair> = new Map<string, Pair>([
  // what stands in an expression
  ["an operator or the end", ["амал белгісі немесе өрнектің соңы", "знак действия или конец выражения"]],
  ["the end", ["өрнектің соңы", "конец выражения"]],
  ["a value", ["мән", "значение"]],
  ["one value", ["бір мән", "одно значение"]],
  ["a short name", ["қысқа атау", "короткое имя"]],
  ["a day that the calendar has", ["күнтізбеде бар күн", "день, который есть в календаре"]],
  ['"and", "or" or the end', ["«and», «or» немесе өрнектің соңы", "«and», «or» или конец выражения"]],
  ['"," or ")"', ["«,» немесе «)»", "«,» или «)»"]],
  ['"," or "}"', ["«,» немесе «}»", "«,» или «}»"]],
  ["a quoted code, a number or a date", ["тырнақшадағы код, сан немесе күн", "код в кавычках, число или дата"]],
  ["the closing quote", ["жабатын тырнақша", "закрывающая кавычка"]],
  [
    "a name, a number, a quoted text or a sign",
    ["атау, сан, тырнақшадағы мәтін немесе белгі", "имя, число, текст в кавычках или знак"],
  ],
  // types
  ["boolean", ["шарт (иә/жоқ)", "условие (да/нет)"]],
  ["number", ["сан", "число"]],
  ["text", ["мәтін", "текст"]],
  ["date", ["күн", "дата"]],
  ["code", ["код", "код"]],
  ["codes", ["бірнеше код", "несколько кодов"]],
  ["name", ["аты-жөні", "имя человека"]],
  ["place", ["жер", "место"]],
  ["line", ["жол нөмірі", "номер строки"]],
  ["list", ["тізім", "список"]],
  ["quoted text", ["тырнақшадағы мәтін", "текст в кавычках"]],
  ["a question", ["сұрақ", "вопрос"]],
  ["an expression", ["өрнек", "выражение"]],
  ["item => condition", ["«элемент => шарт»", "«элемент => условие»"]],
  ["item => …", ["«элемент => …»", "«элемент => …»"]],
  ["a whole record", ["тұтас жазба", "целая запись"]],
  ["something else", ["басқа нәрсе", "что-то другое"]],
  [
    "a composite (name one of its fields)",
    ["құрама сұрақ (оның бір өрісін атаңыз)", "составной вопрос (назовите одно из его полей)"],
  ],
  [
    "a question and a quoted alternative",
    ["сұрақ және тырнақшадағы балама жауап", "вопрос и альтернативный ответ в кавычках"],
  ],
  // what a part of a file should be
  ["a group of parts in braces { … }", ["жүйелі жақшадағы бөліктер { … }", "части в фигурных скобках { … }"]],
  ["a list in brackets [ … ]", ["шаршы жақшадағы тізім [ … ]", "список в квадратных скобках [ … ]"]],
  ["a text in quotes", ["тырнақшадағы мәтін", "текст в кавычках"]],
  ["a number without quotes", ["тырнақшасыз сан", "число без кавычек"]],
  ["a whole number", ["бүтін сан", "целое число"]],
  ["true or false", ["true немесе false", "true или false"]],
  [
    'a text in three languages { "kk": …, "ru": …, "en": … }',
    ['үш тілдегі мәтін { "kk": …, "ru": …, "en": … }', 'текст на трёх языках { "kk": …, "ru": …, "en": … }'],
  ],
  [
    'a list of options, { "set": … } or { "chosenIn": … }',
    ['нұсқалар тізімі, { "set": … } немесе { "chosenIn": … }', 'список вариантов, { "set": … } или { "chosenIn": … }'],
  ],
  [
    "an id such as P05 or P01.1, with a capital Latin letter first",
    ["P05 не P01.1 сияқты id, басында латынның бас әрпі", "id вида P05 или P01.1, сначала заглавная латинская буква"],
  ],
  ["an id of Latin letters and digits", ["латын әріптері мен цифрлардан тұратын id", "id из латинских букв и цифр"]],
  [
    "a name such as ageByDate, with a small Latin letter first",
    ["ageByDate сияқты атау, басында латынның кіші әрпі", "имя вида ageByDate, сначала строчная латинская буква"],
  ],
  [
    "a code of Latin letters, digits, - and _",
    ["латын әріптерінен, цифрлардан, «-» мен «_» белгілерінен тұратын код", "код из латинских букв, цифр, - и _"],
  ],
  [
    "a date such as 2010, 2010-05 or 2010-05-03",
    ["2010, 2010-05 не 2010-05-03 сияқты күн", "дата вида 2010, 2010-05 или 2010-05-03"],
  ],
  [
    "an id such as f3-person, of small Latin letters, digits and -",
    [
      "f3-person сияқты id: латынның кіші әріптері, цифрлар және «-»",
      "id вида f3-person из строчных латинских букв, цифр и -",
    ],
  ],
  [
    "an id such as B or A-2, with a capital Latin letter first",
    ["B не A-2 сияқты id, басында латынның бас әрпі", "id вида B или A-2, сначала заглавная латинская буква"],
  ],
  [
    "an id such as E012, with a capital Latin letter first",
    ["E012 сияқты id, басында латынның бас әрпі", "id вида E012, сначала заглавная латинская буква"],
  ],
  // reasons
  ["it is empty", ["бос тұр", "здесь пусто"]],
  ["it is missing", ["ол жоқ", "этого нет"]],
  ["it is not written as it should be", ["жазылуы дұрыс емес", "написано не так, как нужно"]],
  ["there is none", ["бірде-бір файл жоқ", "нет ни одного файла"]],
  [
    "a question's id starts with a capital letter",
    ["сұрақтың id-і бас әріптен басталады", "id вопроса начинается с заглавной буквы"],
  ],
  ["a field's id has no dot", ["өрістің id-інде нүкте болмайды", "в id поля нет точки"]],
  [
    '"line" is the row\'s own number and cannot be a field',
    ["«line» — қатардың өз нөмірі, өріс бола алмайды", "«line» — номер самой строки и не может быть полем"],
  ],
]);

const patterns: readonly (readonly [RegExp, Pair])[] = [
  [/^one of: (.+)$/, ["мыналардың бірі: $1", "одно из: $1"]],
  [
    /^it has Cyrillic letters that look like Latin ones: write (.+)$/,
    [
      "латын әрпіне ұқсайтын кирилл әрпі бар, латынша жазыңыз: $1",
      "есть русские буквы, похожие на латинские, напишите латинскими: $1",
    ],
  ],
  [/^it is not written as it should be: (.+)$/, ["жазылуы дұрыс емес, керегі: $1", "написано не так, нужно: $1"]],
  [/^it should be (.+)$/, ["мұнда мынау керек: $1", "здесь нужно: $1"]],
  [
    /^it is too small \(at least (.+)\)$/,
    ["тым аз немесе қысқа (кемінде $1)", "слишком мало или коротко (не меньше $1)"],
  ],
  [/^it is too big \(at most (.+)\)$/, ["тым көп немесе ұзын (ең көбі $1)", "слишком много или длинно (не больше $1)"]],
  [
    /^(".+") is a word of the language and cannot be a name$/,
    ["$1 — тілдің сөзі, атау бола алмайды", "$1 — слово языка и не может быть именем"],
  ],
  [/^(.+) without "(.+)"$/, ["«$2» бөлігі жоқ мән ($1)", "значение без части «$2» ($1)"]],
];

/** The phrase in the language, or as it is. */
export function phraseIn(language: Translated, phrase: string): string {
  const index = language === "kk" ? 0 : 1;
  const known = phrases.get(phrase);
  if (known !== undefined) return known[index];
  for (const [pattern, pair] of patterns) {
    const parts = pattern.exec(phrase);
    if (parts !== null)
      return pair[index].replaceAll(/\$(\d)/g, (_all, part) => partIn(language, parts[Number(part)] ?? ""));
  }
  return phrase;
}

/** A phrase inside a phrase; in a list of several, each by itself. */
function partIn(language: Translated, part: string): string {
  const whole = phraseIn(language, part);
  if (whole !== part || !part.includes(", ")) return whole;
  return part
    .split(", ")
    .map((one) => phraseIn(language, one))
    .join(", ");
}

const placeWords: readonly (readonly [RegExp, Pair])[] = [
  [/^section (.+)$/, ["$1 бөлімі", "раздел $1"]],
  [/^option (.+)$/, ["$1 нұсқасы", "вариант $1"]],
  [/^alternative (.+)$/, ["$1 балама жауабы", "альтернативный ответ $1"]],
  [/^edit (.+)$/, ["$1 тексерісі", "контроль $1"]],
  [/^context (.+)$/, ["$1 сыртқы мәні", "внешнее значение $1"]],
  [/^calculation (.+)$/, ["$1 есебі", "вычисление $1"]],
  [/^fill (.+)$/, ["$1 кірістірмесі", "вставка $1"]],
  [/^from version (.+)$/, ["$1-нұсқадан көшу", "переход с версии $1"]],
  [/^the files?$/, ["файл", "файл"]],
  [/^another file$/, ["басқа файл", "другой файл"]],
];

/** `section B › P08 › option 2 › when` in the words of the language; the file's own keys stay as they are written there. */
export function placeIn(language: Translated, place: string): string {
  const index = language === "kk" ? 0 : 1;
  const steps = place.split(" › ").map((step) => {
    const word = placeWords.find(([pattern]) => pattern.test(step));
    return word === undefined ? step : step.replace(word[0], word[1][index]);
  });
  return steps.join(" › ");
}

const limits: Readonly<Record<string, Pair>> = {
  length: ["бір өрнектегі таңба", "знаков в одном выражении"],
  depth: ["бірінің ішіндегі бірі жақша мен амал деңгейі", "уровней скобок и действий друг в друге"],
  "quantifier-depth": [
    "деңгей: any, all, count, sum бірінің ішінде бірі; ішкісін кесте қатарының есебі етуге болады",
    "уровней any, all, count, sum друг в друге; внутренний можно сделать вычислением строк таблицы",
  ],
  literal: ["тырнақшадағы бір мәтіннің таңбасы", "знаков в одном тексте в кавычках"],
  set: ["бір жиындағы элемент", "элементов в одном множестве"],
  files: ["бірге алынған файл", "файлов вместе"],
  "file-length": ["бір файлдағы таңба", "знаков в одном файле"],
  questions: ["сұрақ пен өріс", "вопросов и полей"],
  edits: ["тексеріс", "контролей"],
  looks: [
    "рет тізім элементі қаралады, барлық шартты бірге алғанда (әр тізімде 100 элемент деп саналады); әр қатар үшін тізімді аралайтын бөлікті кесте қатарының есебі етуге болады",
    "обращений к элементам списков во всех условиях вместе (на каждый список считается 100 элементов); то, что проходит список для каждой строки, можно сделать вычислением строк таблицы",
  ],
  "roster-depth": ["кесте ішіндегі кесте деңгейі", "уровней таблиц друг в друге"],
};

export function limitIn(language: Translated, limit: string): string {
  return limits[limit]?.[language === "kk" ? 0 : 1] ?? limit;
}
