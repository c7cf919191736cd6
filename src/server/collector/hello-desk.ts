// Answers the probe and remembers for a while which answers it gave, so that an old one opens nothing.
import { newId, signHello, type HelloRequest, type Random, type SigningKey } from "#protocol";
import type { Database } from "../store/database.ts";
import { readDevice } from "../store/device-store.ts";

export interface HelloDesk {
  readonly answer: (request: HelloRequest) => Promise<string>;
  readonly isKnown: (jti: string) => boolean;
}

const rememberedMs = 30 * 60 * 1000;
const rememberedCount = 100_000;

export function createHelloDesk(facts: {
  readonly database: Database;
  readonly col: string;
  readonly keysN: number;
  readonly receiptKey: SigningKey;
  readonly nowMs: () => number;
  readonly random: Random;
}): HelloDesk {
  // In the order they were given: the oldest leave first.
  const givenAtByJti = new Map<string, number>();
  const forget = (nowMs: number): void => {
    for (const [jti, atMs] of givenAtByJti) {
      if (nowMs - atMs < rememberedMs && givenAtByJti.size <= rememberedCount) return;
      givenAtByJti.delete(jti);
    }
  };
  return {
    answer: async ({ n, dev }) => {
      const nowMs = facts.nowMs();
      forget(nowMs);
      const jti = newId(facts.random);
      givenAtByJti.set(jti, nowMs);
      const device = dev === undefined ? null : await readDevice(facts.database, dev);
      return signHello(
        {
          n,
          col: facts.col,
          at: nowMs,
          jti,
          keysN: facts.keysN,
          ...(device === null ? {} : { dev: { id: device.sourceId, revoked: device.revoked } }),
        },
        facts.receiptKey,
      );
    },
    isKnown: (jti) => {
      const atMs = givenAtByJti.get(jti);
      return atMs !== undefined && facts.nowMs() - atMs < rememberedMs;
    },
  };
}
