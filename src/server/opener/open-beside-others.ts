// Opens what waits while another opener may be at it too, the running server's beside an `import`: whoever reads what
// became of these batches next should not read of one that is being opened at this moment.
import { isBeingOpened } from "../store/batch-store.ts";
import { openWaiting, type OpenerFacts } from "./opener.ts";

const waitLimitMs = 10_000;
const lookAgainMs = 200;

/**
 * Returns when nobody opens a batch of these tablets any more, after ten seconds at the latest. What no opener can
 * decide now is not waited for.
 */
export async function openBesideOthers(
  facts: OpenerFacts,
  sourceIds: readonly string[],
  wait: (ms: number) => Promise<void>,
): Promise<void> {
  await openWaiting(facts);
  let waitedMs = 0;
  while (waitedMs < waitLimitMs && (await isBeingOpened(facts.database, sourceIds))) {
    await wait(lookAgainMs);
    waitedMs += lookAgainMs;
  }
  // The other may have let it go undecided, or have been ended.
  if (waitedMs > 0) await openWaiting(facts);
}
