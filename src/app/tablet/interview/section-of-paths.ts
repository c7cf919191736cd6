import type { AnswerPath, SectionView } from "#questionnaire";

/** The one section that all of these lie in, as questions, fields or rows; null where there is no such. */
export function sectionOfPaths(paths: readonly AnswerPath[], sections: readonly SectionView[]): SectionView | null {
  const [first] = paths;
  if (first === undefined) return null;
  const section = sections.find((one) => isIn(first, one));
  return section !== undefined && paths.every((path) => isIn(path, section)) ? section : null;
}

function isIn(path: AnswerPath, { paths }: SectionView): boolean {
  return paths.some((one) => path === one || path.startsWith(`${one}.`) || path.startsWith(`${one}[`));
}
