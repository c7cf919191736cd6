/** One of the enrolment links the server printed. */
export function enrolmentLink(output: string, index: number): string {
  const link = [...output.matchAll(/enrolment link\s+(\S+)/g)][index]?.[1];
  if (link === undefined) throw new Error("no enrolment link was printed");
  return link;
}
