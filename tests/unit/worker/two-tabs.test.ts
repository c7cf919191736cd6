// Two programs over one browser profile: nobody overwrites anybody.
import { expect, it } from "vitest";
import { createEnrolledTablet, must, personWith } from "../../support/tablet/test-tablet.ts";

it("[SY76] two tabs add people at the same time: every one is kept, every number is given once", async () => {
  const { tablet: first, start, unlockCode } = await createEnrolledTablet();
  const second = start();
  must(await second.unlock(unlockCode));
  const added = await Promise.all(
    Array.from({ length: 12 }, async (_, index) =>
      (index % 2 === 0 ? first : second).addPerson(personWith({ surname: `Қатар${"а".repeat(index + 1)}` })),
    ),
  );
  expect(
    added
      .map(must)
      .map(({ number }) => number)
      .toSorted((a, b) => a - b),
  ).toEqual(Array.from({ length: 12 }, (_, index) => index + 1));
  expect((await first.readList()).rows).toEqual((await second.readList()).rows);
  expect((await first.readList()).rows).toHaveLength(12);
});

it("[SY68] two tabs seal at the same time: the chain has no fork", async () => {
  const { tablet: first, start, unlockCode, collector } = await createEnrolledTablet();
  const second = start();
  must(await second.unlock(unlockCode));
  must(await first.declareHeadcount(0));
  const statement = { onList: 0, headcount: 0, differenceReason: null };
  const sealed = await Promise.all([first.signAndSealList(statement), second.signAndSealList(statement)]);
  const byRev = sealed.map(must).toSorted((a, b) => a.rev - b.rev);
  expect(byRev).toEqual([
    { rev: 1, seqs: [2] },
    { rev: 2, seqs: [3] },
  ]);
  expect(await first.push()).toMatchObject({ outcome: "done", sent: 3 });
  expect(collector.stored.map(({ seq, prev }) => [seq, prev])).toEqual(
    collector.stored.map(({ seq }, index) => [seq, collector.stored[index - 1]?.link ?? null]),
  );
  await collector.openAll();
  expect(await second.push()).toMatchObject({ accepted: 3, left: 0 });
});
