// What stands between an interview and its finishing, and which permissions a finished one waits for. The tablet asks
// before sealing, the server asks again.
import type { AnswerPath } from "./answer.ts";
import type { Finding, Interview } from "./interview-view.ts";

export type FinishBlock =
  | { readonly type: "hard-finding"; readonly finding: Finding }
  | { readonly type: "unconfirmed-finding"; readonly finding: Finding }
  /** A critical edit fires and nobody has said why the Department shall permit it. */
  | { readonly type: "permission-not-asked"; readonly finding: Finding }
  | { readonly type: "unanswered"; readonly path: AnswerPath };

/** Empty when the interview may be finished: no hard finding, every soft one confirmed, permission asked for every critical one, nothing required left (QL56). */
export function checkFinished(interview: Interview): readonly FinishBlock[] {
  const blocks: FinishBlock[] = [];
  for (const finding of interview.findings()) {
    if (finding.level === "hard") blocks.push({ type: "hard-finding", finding });
    else if (finding.confirmed) continue;
    else if (finding.level === "soft") blocks.push({ type: "unconfirmed-finding", finding });
    else if (finding.level === "critical") blocks.push({ type: "permission-not-asked", finding });
  }
  for (const path of interview.remaining()) blocks.push({ type: "unanswered", path });
  return blocks;
}

/** A critical edit that fires and that somebody asked the Department to permit. */
export interface PermissionAsked {
  readonly edit: string;
  /** The first question it is shown at. */
  readonly path: AnswerPath;
  readonly reason: string;
}

/** The permissions this interview needs to count; those of edits that no longer fire are none (QL79). */
export function permissionsAsked(interview: Interview): readonly PermissionAsked[] {
  const confirmations = interview.confirmations();
  return interview.findings().flatMap(({ level, confirmed, edit, paths }) => {
    const [path] = paths;
    if (level !== "critical" || !confirmed || path === undefined) return [];
    const said = confirmations.find((one) => one.edit === edit && paths.includes(one.path) && one.reason !== null);
    return said?.reason === null || said === undefined ? [] : [{ edit, path, reason: said.reason }];
  });
}
