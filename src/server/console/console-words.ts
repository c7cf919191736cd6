// Words of the Department's plain page in the three languages.
import type { Language } from "#questionnaire";

interface ConsoleWords {
  readonly own: string;
  readonly signIn: string;
  readonly user: string;
  readonly password: string;
  readonly enter: string;
  readonly leave: string;
  readonly wrongLogin: string;
  readonly arrived: string;
  readonly institution: string;
  readonly noUsualCategory: string;
  readonly tablet: string;
  readonly notEnrolled: string;
  readonly comparison: string;
  readonly list: string;
  readonly forms: string;
  readonly batches: string;
  readonly stored: string;
  readonly accepted: string;
  readonly refused: string;
  readonly quarantined: string;
  readonly copies: string;
  readonly lastReceived: string;
  readonly acceptanceCode: string;
}

export const consoleWords: Readonly<Record<Language, ConsoleWords>> = {
  kk: {
    own: "Қазақша",
    signIn: "Департамент: кіру",
    user: "Пайдаланушы",
    password: "Құпиясөз",
    enter: "Кіру",
    leave: "Сеансты аяқтау",
    wrongLogin: "Пайдаланушы немесе құпиясөз сәйкес емес. Қайталап көріңіз.",
    arrived: "Не келді",
    institution: "Мекеме",
    noUsualCategory: "L04: әдеттегі санаты жоқ, әр адамға сұралады.",
    tablet: "Планшет",
    notEnrolled: "Планшет әлі іске қосылмаған",
    comparison: "Салыстыру цифрлары",
    list: "Тізімде / мекемедегі адам саны",
    forms: "Санақ парағы",
    batches: "Пакет",
    stored: "Тексерілуде",
    accepted: "Қабылданды",
    refused: "Қабылданбады",
    quarantined: "Адам қарауы керек",
    copies: "Қайта келгені",
    lastReceived: "Соңғысы келген уақыт",
    acceptanceCode: "Қабылдау коды",
  },
  ru: {
    own: "Русский",
    signIn: "Департамент: вход",
    user: "Пользователь",
    password: "Пароль",
    enter: "Войти",
    leave: "Завершить сеанс",
    wrongLogin: "Пользователь или пароль не подошли. Попробуйте ещё раз.",
    arrived: "Что поступило",
    institution: "Учреждение",
    noUsualCategory: "L04: обычной категории нет, спрашивают о каждом.",
    tablet: "Планшет",
    notEnrolled: "Планшет ещё не введён в работу",
    comparison: "Цифры сверки",
    list: "В списке / по учреждению",
    forms: "Переписные листы",
    batches: "Пакеты",
    stored: "Проверяются",
    accepted: "Приняты",
    refused: "Не приняты",
    quarantined: "Нужен человек",
    copies: "Пришли повторно",
    lastReceived: "Последнее поступление",
    acceptanceCode: "Код приёма",
  },
  en: {
    own: "English",
    signIn: "Department: sign in",
    user: "User",
    password: "Password",
    enter: "Sign in",
    leave: "End the session",
    wrongLogin: "User or password did not match. Try again.",
    arrived: "What arrived",
    institution: "Institution",
    noUsualCategory: "L04: no usual category, it is asked about each person.",
    tablet: "Tablet",
    notEnrolled: "No tablet enrolled yet",
    comparison: "Comparison digits",
    list: "On the list / headcount",
    forms: "Census forms",
    batches: "Batches",
    stored: "Being checked",
    accepted: "Accepted",
    refused: "Refused",
    quarantined: "Needs a person",
    copies: "Came again",
    lastReceived: "Last arrival",
    acceptanceCode: "Acceptance code",
  },
};
