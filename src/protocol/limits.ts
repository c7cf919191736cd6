// How much a batch may ask of whoever opens it (design 4.4, 4.11). Implements SY23–SY26.

const kib = 1024;

export const batchLimits = {
  manifestBytes: 8 * kib,
  /** The whole file, manifest line included. */
  batchBytes: 4 * kib * kib,
  ageHeaderBytes: 16 * kib,
  plaintextBytes: 64 * kib * kib,
  /** Header and signature lines included. */
  lines: 20_000,
  lineBytes: 64 * kib,
  /** Key documents and every answer of the collector. */
  answerBytes: 64 * kib,
  /** A signed questionnaire, all its files in it. */
  instrumentBytes: 8 * kib * kib,
} as const;

/** What one push over a thin line should carry: whoever plans batches stays under both. */
export const batchTarget = { bytes: 256 * kib, forms: 200 } as const;

/** The limits that an opener with less memory may lower, never raise. */
export interface OpenLimits {
  readonly plaintextBytes: number;
  readonly lines: number;
  readonly lineBytes: number;
}
