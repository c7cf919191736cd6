import { chainReach, judgeArrival, sha256, type ChainedBatch } from "#protocol";
import { beforeAll, describe, expect, it } from "vitest";
import { textToBytes } from "../../../src/protocol/bytes.ts";

let first: ChainedBatch, second: ChainedBatch, third: ChainedBatch, fourth: ChainedBatch;

async function batch(seq: number, prev: string | null, name = `batch ${seq}`): Promise<ChainedBatch> {
  return {
    seq,
    prev,
    bid: (await sha256(textToBytes(`bid ${name}`))).slice(0, 22),
    sha: await sha256(textToBytes(`sha ${name}`)),
    link: await sha256(textToBytes(`link ${name}`)),
  };
}

beforeAll(async () => {
  first = await batch(1, null);
  second = await batch(2, first.link);
  third = await batch(3, second.link);
  fourth = await batch(4, third.link);
});

const verdict = (arrived: ChainedBatch, ...stored: readonly ChainedBatch[]) => {
  const judged = judgeArrival(arrived, stored);
  return judged.kind === "conflict" ? judged.error.type : judged.kind;
};

describe("a batch that arrives", () => {
  it("[SY39] twice is one batch: it gets the same receipt again", () => {
    expect(verdict(first)).toBe("new");
    expect(verdict(first, first)).toBe("copy");
    expect(verdict(second, first, second, third)).toBe("copy");
  });

  it("[SY39] in any order is new", () => {
    expect(verdict(third, first)).toBe("new");
    expect(verdict(second, first, third)).toBe("new");
    expect(verdict(first, third)).toBe("new");
  });

  it("[SY40] with a known id and other bytes, or another signed line, is `bid-conflict`", () => {
    expect(verdict({ ...second, sha: first.sha }, first, second)).toBe("bid-conflict");
    expect(verdict({ ...second, link: first.link }, first, second)).toBe("bid-conflict");
  });

  it("[SY40] under a number another batch has is `seq-fork`: somebody copied the tablet", async () => {
    const twin = await batch(2, first.link, "the clone's second");
    expect(verdict(twin, first, second)).toBe("seq-fork");
  });

  it("[SY40] that does not follow its neighbours is `chain-broken`", async () => {
    const stranger = await batch(3, first.link, "after the clone's second");
    expect(verdict(stranger, first, second)).toBe("chain-broken");
    expect(verdict(await batch(2, first.link, "before nobody"), first, third)).toBe("chain-broken");
  });
});

describe("how far the chain reaches", () => {
  it("[SY41] up to the last batch without a gap, and names what is missing", () => {
    expect(chainReach([])).toEqual({ have: 0, head: null, gaps: [] });
    expect(chainReach([third, first, second])).toEqual({ have: 3, head: third.link, gaps: [] });
    expect(chainReach([first, fourth])).toEqual({ have: 1, head: first.link, gaps: [2, 3] });
    expect(chainReach([second, third])).toEqual({ have: 0, head: null, gaps: [1] });
  });

  it("[SY41] never over a fork's wrong side", async () => {
    const twin = await batch(2, first.link, "clone");
    const afterTwin = await batch(3, twin.link, "clone 3");
    expect(chainReach([first, twin, second, third]).have).toBe(2);
    const stranger = await batch(2, third.link, "no successor of the first");
    expect(chainReach([first, stranger, afterTwin])).toEqual({ have: 1, head: first.link, gaps: [] });
  });

  it("[SY41] names at most a hundred gaps", async () => {
    const far = await batch(100_000, first.link, "far");
    expect(chainReach([far]).gaps).toHaveLength(100);
  });
});
