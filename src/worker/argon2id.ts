// Argon2id by hash-wasm: the only place of this room that loads WebAssembly, and only when a code is typed.
import { argon2id } from "hash-wasm";
import type { DeriveSlowly } from "./vault.ts";

export const deriveByArgon2id: DeriveSlowly = async (password, salt, cost) =>
  argon2id({
    password,
    salt,
    memorySize: cost.memoryKib,
    iterations: cost.passes,
    parallelism: cost.lanes,
    hashLength: cost.hashBytes,
    outputType: "binary",
  });
