// What stands between an interview and its finishing. The tablet asks before sealing, the server asks again.
import type { AnswerPath } from "./answer.ts";
import type { Finding, Interview } from "./interview-view.ts";

export type FinishBlock =
  | { readonly type: "hard-finding"; readonly finding: Finding }
  | { readonly type: "unconfirmed-finding"; readonly finding: Finding }
  | { readonly type: "unanswered"; readonly path: AnswerPath };

/** Empty when the interview may be finished: no hard finding, every soft one confirmed, nothing required left (QL56). */
export function checkFinished(interview: Interview): readonly FinishBlock[] {
  const blocks: FinishBlock[] = [];
  for (const finding of interview.findings()) {
    if (finding.level === "hard") blocks.push({ type: "hard-finding", finding });
    else if (finding.level === "soft" && !finding.confirmed) blocks.push({ type: "unconfirmed-finding", finding });
  }
  for (const path of interview.remaining()) blocks.push({ type: "unanswered", path });
  return blocks;
}
