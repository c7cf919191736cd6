// The words an officer looks for on the screens, in the three languages of the interface.

export interface OfficerWords {
  readonly where: string;
  readonly back: RegExp;
  readonly goOn: string;
  readonly writeDown: string;
  readonly written: string;
  readonly activate: string;
  readonly activated: string;
  readonly begin: string;
  readonly locked: string;
  readonly list: RegExp;
  readonly fromFile: string;
  readonly resident: string;
  readonly take: string;
  readonly taken: string;
  readonly enterCount: string;
  readonly writeCount: string;
  readonly signList: string;
  readonly statement: string;
  readonly sendList: string;
  readonly listIsOut: RegExp;
  readonly next: RegExp;
  readonly respondent: string;
  readonly sections: string;
  readonly nextSection: string;
  readonly check: string;
  readonly finish: string;
  readonly confirm: string;
  readonly right: string;
  /** How "don't know" is worded: a question may have words of its own for it. */
  readonly unknown: RegExp;
  readonly decide: RegExp;
}

export const kazakh: OfficerWords = {
  where: "Деректер қайда?",
  back: /^(?:Басты бет|Тізімге|Респонденттерге|Деректер|Артқа)$/,
  goOn: "Жалғастыру",
  writeDown: "Планшеттің кодын жазып алыңыз",
  written: "Жазып алдым",
  activate: "Іске қосу",
  activated: "Планшет іске қосылды",
  begin: "Жұмысты бастау",
  locked: "Планшет құлыпталған",
  list: /Респонденттер тізімі/,
  fromFile: "Файлдан алу",
  resident: "тұрғын",
  take: "Тізімге алу",
  taken: "Файл алынды",
  enterCount: "Санын енгізу",
  writeCount: "Санын жазу",
  signList: "Тізімді бекіту",
  statement: "жағдай бойынша толық және дұрыс",
  sendList: "Тізімді жөнелту",
  listIsOut: /Жөнелту белгісі|тек осы планшетте/,
  next: /Келесі респондентке сауал салу/,
  respondent: "Респонденттің өзі",
  sections: "Бөлімдер",
  nextSection: "Келесі бөлім",
  check: "Тексеру",
  finish: "Парақты аяқтау",
  confirm: "Иә, дұрыс",
  right: "Дұрыс",
  unknown: /^(?:Білмейді|Әлі шешкен жоқ)$/,
  decide: /^(?:Дұрыс|Білмейді|Әлі шешкен жоқ)$/,
};

export const russian: OfficerWords = {
  where: "Где данные?",
  back: /^(?:Главная|К списку|К респондентам|Данные|Назад)$/,
  goOn: "Продолжить",
  writeDown: "Запишите код планшета",
  written: "Код записан",
  activate: "Активировать",
  activated: "Планшет активирован",
  begin: "Начать работу",
  locked: "Планшет заблокирован",
  list: /Список респондентов/,
  fromFile: "Взять из файла",
  resident: "проживающий",
  take: "Взять в список",
  taken: "Файл взят",
  enterCount: "Ввести число",
  writeCount: "Записать число",
  signList: "Утвердить список",
  statement: "полон и верен по состоянию",
  sendList: "Отправить список",
  listIsOut: /Отметка об отправке|только на этом планшете/,
  next: /Опросить следующего респондента/,
  respondent: "Сам респондент",
  sections: "Разделы",
  nextSection: "Следующий раздел",
  check: "Проверить",
  finish: "Завершить лист",
  confirm: "Да, верно",
  right: "Верно",
  unknown: /^(?:Не знает|Решения ещё нет)$/,
  decide: /^(?:Верно|Не знает|Решения ещё нет)$/,
};

export const english: OfficerWords = {
  where: "Where is the data?",
  back: /^(?:Home|To the list|To respondents|Data|Back)$/,
  goOn: "Continue",
  writeDown: "Write down the tablet's code",
  written: "I have written it down",
  activate: "Activate",
  activated: "The tablet is active",
  begin: "Start work",
  locked: "The tablet is locked",
  list: /List of respondents/,
  fromFile: "Take from a file",
  resident: "resident",
  take: "Take into the list",
  taken: "The file was taken",
  enterCount: "Enter the number",
  writeCount: "Write the number",
  signList: "Sign the list",
  statement: "complete and right as of",
  sendList: "Send the list",
  listIsOut: /Send mark|on this tablet only/i,
  next: /Interview the next respondent/,
  respondent: "The respondent",
  sections: "Sections",
  nextSection: "Next section",
  check: "Check",
  finish: "Finish the form",
  confirm: "Yes, it is right",
  right: "Right",
  unknown: /^(?:Doesn't know|Undecided)$/,
  decide: /^(?:Right|Doesn't know|Undecided)$/,
};
