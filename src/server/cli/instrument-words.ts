// What the Department's employee reads after a questionnaire was put in place, in the three languages.
import type { SignedInstrument } from "#protocol";
import type { Language, VersionMove } from "#questionnaire";

const approvals: Readonly<Record<SignedInstrument["approval"]["state"], Readonly<Record<Language, string>>>> = {
  reconstruction: {
    kk: "Ресми емес: көпшілікке белгілі деректер бойынша қайта құрастырылған.",
    ru: "Неофициальный: восстановлен по открытым данным.",
    en: "Not official: reconstructed from public sources.",
  },
  draft: { kk: "Жоба, бекітілмеген.", ru: "Проект, не утверждён.", en: "A draft, not approved." },
  approved: { kk: "Бекітілген", ru: "Утверждён", en: "Approved" },
};

export function installedSentence({ files }: SignedInstrument, language: Language): string {
  const names = files.map(({ id, version }) => `${id} v${version}`).join(", ");
  switch (language) {
    case "kk":
      return `Санақ парағының жаңа нұсқасы орнатылды: ${names}.`;
    case "ru":
      return `Новая версия переписного листа установлена: ${names}.`;
    case "en":
      return `The new version of the census form is installed: ${names}.`;
  }
}

export function approvalSentence({ approval }: SignedInstrument, language: Language): string {
  const words = approvals[approval.state][language];
  if (approval.state !== "approved") return words;
  return `${words}: ${approval.by}${approval.on === null ? "" : `, ${approval.on}`}.`;
}

export function alreadyThereSentence(language: Language): string {
  switch (language) {
    case "kk":
      return "Бұл нұсқа бұрыннан орнатылған. Ештеңе өзгерген жоқ.";
    case "ru":
      return "Эта версия уже установлена. Ничего не изменено.";
    case "en":
      return "This version is there already. Nothing was changed.";
  }
}

/** What changes against the version before, in numbers. */
export function moveSentence({ questions, edits }: VersionMove, language: Language): string {
  const moves = [...questions];
  const gone = moves.filter(([, { to }]) => to === null).length;
  const renamed = moves.filter(([id, { to }]) => to !== null && to !== id).length;
  const changed = moves.filter(([, { to, steps }]) => to !== null && steps.length > 0).length;
  const otherEdits = [...edits.values()].filter((edit) => edit !== "same").length;
  switch (language) {
    case "kk":
      return `Алдыңғы нұсқамен салыстырғанда: алынып тасталған сұрақ – ${gone}, белгісі өзгерген сұрақ – ${renamed}, жауабы өзгеретін сұрақ – ${changed}, өзгерген тексеру – ${otherEdits}.`;
    case "ru":
      return `По сравнению с прежней версией: убрано вопросов – ${gone}, переименовано – ${renamed}, с другими ответами – ${changed}, изменено проверок – ${otherEdits}.`;
    case "en":
      return `Against the version before: questions removed: ${gone}, renamed: ${renamed}, with other answers: ${changed}; edits changed: ${otherEdits}.`;
  }
}
