// Invented residents for the demonstration's list files: names put together from common parts, dates by arithmetic.
// Nobody in them exists, and nobody has an IIN.

export interface InventedResident {
  readonly surname: string;
  readonly given: string;
  readonly patronymic: string;
  readonly born: string;
  readonly sex: "ер" | "әйел";
}

const surnames = [
  "Ахметов",
  "Әбдіқадыров",
  "Жұмабаев",
  "Сейітов",
  "Нұрланов",
  "Қасымов",
  "Өтегенов",
  "Ысқақов",
  "Тілеубаев",
  "Ермеков",
  "Бекмұратов",
  "Досжанов",
  "Иванов",
  "Ким",
  "Мұхамеджанов",
  "Оразов",
] as const;
const boys = [
  "Нұрлан",
  "Дамир",
  "Әлихан",
  "Ерасыл",
  "Мирас",
  "Санжар",
  "Ислам",
  "Артём",
  "Бекзат",
  "Темірлан",
] as const;
const girls = ["Айгүл", "Ұлдана", "Аружан", "Әсел", "Қарақат", "Жібек", "Мәдина", "Дарья", "Томирис", "Іңкәр"] as const;
const fathers = ["Серік", "Ерлан", "Марат", "Бауыржан", "Қайрат", "Асқар", "Дәурен", "Талғат"] as const;

/** Endings that have a woman's form; other surnames serve both. */
const hasWomansForm = /(?:ов|ев)$/;

function at<T>(parts: readonly T[], index: number): T {
  const part = parts[index % parts.length];
  if (part === undefined) throw new Error("an empty list of names");
  return part;
}

/** The same list for the same numbers. `firstYear` to `lastYear` are years of birth. */
export function inventResidents(
  count: number,
  years: { readonly first: number; readonly last: number },
  salt: number,
): readonly InventedResident[] {
  return Array.from({ length: count }, (_none, index) => {
    const mixed = index * 7 + salt * 13;
    const sex = mixed % 2 === 0 ? "әйел" : "ер";
    const surname = at(surnames, index + salt);
    const year = years.first + ((mixed * 5) % (years.last - years.first + 1));
    // Names come round again after some eighty people; then at least the day is another.
    const day = String(1 + ((mixed * 3 + Math.floor(index / 80)) % 28)).padStart(2, "0");
    const month = String(1 + ((mixed * 11) % 12)).padStart(2, "0");
    return {
      surname: sex === "әйел" && hasWomansForm.test(surname) ? `${surname}а` : surname,
      given: at(sex === "әйел" ? girls : boys, index + Math.floor(index / 10)),
      patronymic: `${at(fathers, mixed)}${sex === "әйел" ? "қызы" : "ұлы"}`,
      born: `${day}.${month}.${year}`,
      sex,
    };
  });
}

/** The list as an institution would hand it over: CSV, semicolons, a byte order mark for spreadsheet programs. */
export function residentsToCsv(residents: readonly InventedResident[]): string {
  const rows = residents.map(({ surname, given, patronymic, born, sex }) =>
    [surname, given, patronymic, born, sex].join(";"),
  );
  return `\uFEFF${["Тегі;Аты;Әкесінің аты;Туған күні;Жынысы", ...rows].join("\r\n")}\r\n`;
}
