// The words of a printed form that no definition holds, in the three languages.
import type { EditLevel, Language } from "#questionnaire";

export interface PrintWords {
  readonly form: string;
  readonly version: string;
  readonly approval: Readonly<Record<"reconstruction" | "draft" | "approved", string>>;
  readonly approvedBy: string;
  readonly confidence: Readonly<Record<"REC" | "REP" | "OFF", string>>;
  readonly askedIf: string;
  readonly optionIf: string;
  readonly required: string;
  readonly notRequired: string;
  readonly requiredIf: string;
  readonly thirdPerson: string;
  readonly readAloud: string;
  readonly why: string;
  readonly interviewer: string;
  readonly one: string;
  readonly several: string;
  readonly exclusive: string;
  readonly chosenIn: string;
  readonly number: string;
  readonly digits: string;
  readonly surname: string;
  readonly given: string;
  readonly patronymic: string;
  readonly day: string;
  readonly month: string;
  readonly year: string;
  readonly partial: string;
  readonly list: string;
  readonly except: string;
  readonly freeText: string;
  readonly country: string;
  readonly unit: string;
  readonly settlement: string;
  readonly person: string;
  readonly rows: string;
  readonly special: Readonly<Record<"refused" | "unknown", string>>;
  readonly edits: string;
  readonly editCondition: string;
  readonly editMessage: string;
  readonly editAt: string;
  readonly eachRow: string;
  readonly level: Readonly<Record<EditLevel, string>>;
  readonly fills: string;
  readonly fillOf: string;
  readonly fillForms: string;
  readonly fillValue: string;
  readonly fillLabel: string;
  readonly fillUnknown: string;
  readonly calculations: string;
  readonly context: string;
}

const kk: PrintWords = {
  form: "Нысан",
  version: "Нұсқасы",
  approval: {
    reconstruction: "РЕСМИ ЕМЕС: көпшілікке белгілі деректер бойынша қайта құрастырылған",
    draft: "ЖОБА: бекітілмеген",
    approved: "Бекітілген",
  },
  approvedBy: "Бекіткен",
  confidence: { REC: "қайта құрастырылған мәтін", REP: "дереккөзден алынған мәтін", OFF: "ресми мәтін" },
  askedIf: "Мына жағдайда сұралады",
  optionIf: "Мына жағдайда ұсынылады",
  required: "міндетті",
  notRequired: "міндетті емес",
  requiredIf: "Мына жағдайда міндетті",
  thirdPerson: "Басқа адам жауап берсе",
  readAloud: "Дауыстап оқыңыз",
  why: "Не үшін сұралады",
  interviewer: "Сұрақ қоюшыға",
  one: "бір жауапты белгілеңіз",
  several: "бірнеше жауап белгілеуге болады",
  exclusive: "басқа жауаптармен бірге белгіленбейді",
  chosenIn: "мына сұрақта белгіленгендердің бірі:",
  number: "сан",
  digits: "цифр саны:",
  surname: "Тегі",
  given: "Аты",
  patronymic: "Әкесінің аты",
  day: "күні",
  month: "айы",
  year: "жылы",
  partial: "белгісіз бөлігі бос қалады",
  list: "тізім бойынша код:",
  except: "бұл кодтардан басқа:",
  freeText: "тізімде жоқ болса, сөзбен жазыңыз",
  country: "Ел",
  unit: "Аумақ коды",
  settlement: "қала / ауыл",
  person: "тізімдегі адамның жол нөмірі",
  rows: "қатар саны, ең көбі:",
  special: { refused: "Жауап беруден бас тартты", unknown: "Білмейді" },
  edits: "Қосымша. Тексерістер",
  editCondition: "Іске қосылатын шарты",
  editMessage: "Хабарлама",
  editAt: "Қай жерде көрінеді",
  eachRow: "әр қатар үшін",
  level: {
    hard: "қатаң: аяқтауға жол бермейді",
    soft: "жұмсақ: растауды сұрайды",
    critical: "маңызды: көрсетіледі және хабарланады",
    centre: "тек орталық үшін",
  },
  fills: "Қосымша. Мәтіндегі кірістірмелер",
  fillOf: "Мән",
  fillForms: "Сөздері",
  fillValue: "мән",
  fillLabel: "таңдалған жауаптың немесе тізімдегі атаудың мәтіні",
  fillUnknown: "мәні белгісіз болса",
  calculations: "Қосымша. Есептеулер",
  context: "Қосымша. Сырттан келетін мәндер",
};

const ru: PrintWords = {
  form: "Форма",
  version: "Версия",
  approval: {
    reconstruction: "НЕОФИЦИАЛЬНО: восстановлено по открытым данным",
    draft: "ПРОЕКТ: не утверждено",
    approved: "Утверждено",
  },
  approvedBy: "Кем утверждено",
  confidence: { REC: "восстановленный текст", REP: "текст из источника", OFF: "официальный текст" },
  askedIf: "Задаётся, если",
  optionIf: "Предлагается, если",
  required: "обязательно",
  notRequired: "необязательно",
  requiredIf: "Обязательно, если",
  thirdPerson: "Если отвечает другой человек",
  readAloud: "Прочитайте вслух",
  why: "Зачем спрашивают",
  interviewer: "Тому, кто опрашивает",
  one: "отметьте один ответ",
  several: "можно отметить несколько ответов",
  exclusive: "не отмечается вместе с другими",
  chosenIn: "один из отмеченных в вопросе",
  number: "число",
  digits: "цифр:",
  surname: "Фамилия",
  given: "Имя",
  patronymic: "Отчество",
  day: "день",
  month: "месяц",
  year: "год",
  partial: "неизвестная часть остаётся пустой",
  list: "код по списку:",
  except: "кроме кодов:",
  freeText: "если в списке нет, запишите словами",
  country: "Страна",
  unit: "Код территории",
  settlement: "город / село",
  person: "номер строки человека в списке",
  rows: "строк, не больше:",
  special: { refused: "Отказ от ответа", unknown: "Не знает" },
  edits: "Приложение. Контроли",
  editCondition: "Когда срабатывает",
  editMessage: "Сообщение",
  editAt: "Где показывается",
  eachRow: "для каждой строки",
  level: {
    hard: "жёсткий: не даёт закончить",
    soft: "мягкий: требует подтверждения",
    critical: "важный: показывается и сообщается",
    centre: "только для центра",
  },
  fills: "Приложение. Вставки в тексты",
  fillOf: "Значение",
  fillForms: "Слова",
  fillValue: "значение",
  fillLabel: "текст выбранного ответа или название из списка",
  fillUnknown: "пока значение неизвестно",
  calculations: "Приложение. Вычисления",
  context: "Приложение. Значения извне",
};

const en: PrintWords = {
  form: "Form",
  version: "Version",
  approval: {
    reconstruction: "NOT OFFICIAL: reconstructed from public sources",
    draft: "DRAFT: not approved",
    approved: "Approved",
  },
  approvedBy: "Approved by",
  confidence: { REC: "reconstructed wording", REP: "wording reported by a source", OFF: "official wording" },
  askedIf: "Asked if",
  optionIf: "Offered if",
  required: "required",
  notRequired: "not required",
  requiredIf: "Required if",
  thirdPerson: "If somebody else answers",
  readAloud: "Read aloud",
  why: "Why this is asked",
  interviewer: "For the interviewer",
  one: "mark one answer",
  several: "several answers can be marked",
  exclusive: "not together with others",
  chosenIn: "one of those marked in",
  number: "number",
  digits: "digits:",
  surname: "Surname",
  given: "Given name",
  patronymic: "Patronymic",
  day: "day",
  month: "month",
  year: "year",
  partial: "what is unknown stays blank",
  list: "code from the list",
  except: "except the codes",
  freeText: "if it is in no list, write it out",
  country: "Country",
  unit: "Code of the area",
  settlement: "urban / rural",
  person: "line number of a person on the list",
  rows: "rows, at most",
  special: { refused: "Refused", unknown: "Does not know" },
  edits: "Annex. Edits",
  editCondition: "When it fires",
  editMessage: "Message",
  editAt: "Shown at",
  eachRow: "for each row",
  level: {
    hard: "hard: blocks finishing",
    soft: "soft: must be confirmed",
    critical: "critical: shown and reported",
    centre: "for the office only",
  },
  fills: "Annex. Values in texts",
  fillOf: "Value",
  fillForms: "Words",
  fillValue: "value",
  fillLabel: "the text of the chosen answer, or the name in the list",
  fillUnknown: "while the value is not known",
  calculations: "Annex. Calculations",
  context: "Annex. Values from outside",
};

export const printWords: Readonly<Record<Language, PrintWords>> = { kk, ru, en };
