// The words of the preview, in the three languages.
import type { AskedPerson, Language } from "#questionnaire";

export interface PreviewWords {
  readonly title: string;
  /** Who answers: the person, or somebody else. */
  readonly answering: Readonly<Record<AskedPerson, string>>;
  readonly testData: string;
  readonly save: string;
  readonly noAnswer: string;
  readonly withValue: string;
  readonly addRow: string;
  readonly removeRow: string;
  readonly row: string;
  readonly confirm: string;
  readonly confirmed: string;
  readonly proposed: string;
  readonly remains: string;
  readonly nothingRemains: string;
  readonly findings: string;
  readonly mayFinish: string;
  readonly outside: string;
  readonly outsideHint: string;
  readonly outsideWrong: string;
  readonly example: string;
  readonly fillExample: string;
  readonly fillRest: string;
  readonly startAgain: string;
  readonly notFound: string;
  readonly filled: string;
  readonly other: string;
  readonly refusedRequest: string;
  readonly noPage: string;
}

const kk: PreviewWords = {
  title: "Алдын ала қарау",
  answering: { second: "Респонденттің өзі жауап береді", third: "Басқа адам жауап береді" },
  testData: "Бұл — сынақ. Жауаптар сақталмайды, ешқайда жіберілмейді. Шынайы деректерді енгізбеңіз.",
  save: "Жауаптарды қолдану",
  noAnswer: "жауап жоқ",
  withValue: "жауабы бар",
  addRow: "Қатар қосу",
  removeRow: "Қатарды алып тастау",
  row: "Қатар",
  confirm: "Бәрі дұрыс, растау",
  confirmed: "расталды",
  proposed: "ұсынылған жауап:",
  remains: "Қалған сұрақтар",
  nothingRemains: "Міндетті сұрақтардың бәріне жауап берілді.",
  findings: "Ескертулер",
  mayFinish: "Сұхбатты аяқтауға болады.",
  outside: "Сырттан келетін мәндер",
  outsideHint: "Тізімдер мен күрделі мәндер JSON түрінде жазылады.",
  outsideWrong: "Бұл мәнді оқу мүмкін болмады:",
  example: "Мысал",
  fillExample: "Мысалмен толтыру",
  fillRest: "Қалғанын толтыру",
  startAgain: "Басынан бастау",
  notFound: "мысал табылмады",
  filled: "Мысалмен толтырылды:",
  other: "тізімде жоқ болса, сөзбен",
  refusedRequest: "Сұрау осы беттен келген жоқ.",
  noPage: "Мұндай бет жоқ.",
};

const ru: PreviewWords = {
  title: "Предпросмотр",
  answering: { second: "Отвечает сам респондент", third: "Отвечает другой человек" },
  testData: "Это проба. Ответы не сохраняются и никуда не отправляются. Не вводите настоящих данных.",
  save: "Применить ответы",
  noAnswer: "нет ответа",
  withValue: "есть ответ",
  addRow: "Добавить строку",
  removeRow: "Убрать строку",
  row: "Строка",
  confirm: "Всё верно, подтвердить",
  confirmed: "подтверждено",
  proposed: "предложенный ответ:",
  remains: "Осталось ответить",
  nothingRemains: "На все обязательные вопросы есть ответ.",
  findings: "Замечания",
  mayFinish: "Интервью можно закончить.",
  outside: "Значения извне",
  outsideHint: "Списки и сложные значения записывают в виде JSON.",
  outsideWrong: "Не удалось прочитать значение:",
  example: "Пример",
  fillExample: "Заполнить примером",
  fillRest: "Заполнить остальное",
  startAgain: "Начать заново",
  notFound: "пример не найден",
  filled: "Заполнено примером:",
  other: "если в списке нет, словами",
  refusedRequest: "Запрос пришёл не с этой страницы.",
  noPage: "Такой страницы нет.",
};

const en: PreviewWords = {
  title: "Preview",
  answering: { second: "The respondent answers", third: "Somebody else answers" },
  testData: "This is a trial. Nothing is kept and nothing is sent. Do not enter real data.",
  save: "Apply the answers",
  noAnswer: "no answer",
  withValue: "answered",
  addRow: "Add a row",
  removeRow: "Take the row out",
  row: "Row",
  confirm: "It is right, confirm",
  confirmed: "confirmed",
  proposed: "proposed answer:",
  remains: "Still to answer",
  nothingRemains: "Every required question is answered.",
  findings: "Findings",
  mayFinish: "The interview may be finished.",
  outside: "Values from outside",
  outsideHint: "Lists and compound values are written as JSON.",
  outsideWrong: "This value could not be read:",
  example: "Example",
  fillExample: "Fill with an example",
  fillRest: "Fill the rest",
  startAgain: "Start again",
  notFound: "no example was found",
  filled: "Filled with the example of",
  other: "if it is in no list, in words",
  refusedRequest: "The request did not come from this page.",
  noPage: "There is no such page.",
};

export const previewWords: Readonly<Record<Language, PreviewWords>> = { kk, ru, en };
