// CSB/1: everything that is signed, sealed or encrypted, as pure functions. Rules and errors: SPEC.md. Randomness is
// handed in, except where WebCrypto and age make keys and nonces themselves; there is no clock and no network here.

export { base64UrlToBytes, bytesToBase64Url, sha256 } from "./bytes.ts";
export type { Bytes, Random } from "./bytes.ts";
export { Id, Instant, instantToMs, Label, msToInstant, newId, Sha256 } from "./id.ts";
export {
  batchErrorCodes,
  exchangeErrorCodes,
  httpStatusOf,
  isProtocolErrorCode,
  protocolErrorCodes,
} from "./errors.ts";
export type {
  BatchErrorCode,
  ExchangeErrorCode,
  FormInvalid,
  ProtocolError,
  ProtocolErrorCode,
  ProtocolRefusal,
} from "./errors.ts";
export { batchLimits, batchTarget } from "./limits.ts";
export type { OpenLimits } from "./limits.ts";

export {
  exportSigningKey,
  generateSigningKey,
  importSigningKey,
  importVerifyKey,
  onlyKey,
  PrivateJwk,
  PublicJwk,
  thumbprint,
  verifyKeyOf,
} from "./keys.ts";
export type { KeyLookup, KeyPurpose, SignatureAlg, SigningKey, VerifyKey } from "./keys.ts";
export { readUnverifiedJws, signJws, verifyJws } from "./jws.ts";
export type { JwsTyp, UnverifiedJws, VerifiedJws } from "./jws.ts";
export { generateSealKey, Recipient, recipientOf } from "./recipient.ts";
export type { SealIdentity, SealKeyPair } from "./recipient.ts";
export { currentSealKey, documentKey, KeyDocument, signKeyDocument, verifyKeyDocument } from "./key-document.ts";
export type { SealRecipient } from "./key-document.ts";

export { SignedInstrument, signInstrument, verifyInstrument } from "./signed-instrument.ts";
export type { InstalledFile, InstrumentChecks } from "./signed-instrument.ts";

export { Hello, HelloRequest, signHello, verifyHello } from "./hello.ts";
export { Poll, PollAnswer, signPoll, verifyPoll } from "./poll.ts";

export {
  createManifestLineReader,
  Manifest,
  manifestLink,
  readManifestLine,
  readUnverifiedManifest,
  SendMark,
  verifyManifest,
} from "./manifest.ts";
export type { ManifestLine, ManifestLineReader, ManifestLineState, VerifiedManifest } from "./manifest.ts";
export { sealBatch } from "./seal-batch.ts";
export type { BatchToSeal, SealedBatch } from "./seal-batch.ts";
export { openBatch, verifyBatchEnvelope } from "./open-batch.ts";
export type { BatchOpening, Enrolment, OpenedBatch, VerifiedBatch } from "./open-batch.ts";
export { EscrowBox, PayloadHeader } from "./payload.ts";
export type { OpenedLine } from "./payload.ts";
export { chainReach, judgeArrival } from "./chain.ts";
export type { ArrivalVerdict, ChainConflict, ChainedBatch, ChainReach } from "./chain.ts";
export { BundleTrailer, readBundle, writeBundle } from "./bundle.ts";
export type { Bundle, BundleVerdict, ReadBundle } from "./bundle.ts";
export { acceptanceCode, formatAcceptanceCode, parseAcceptanceCode } from "./acceptance-code.ts";
export { CumulativeReceipt, Receipt, signCumulativeReceipt, signReceipt, verifyReceipt } from "./receipt.ts";
export type { OwnBatch, OwnBatches, VerifiedReceipt } from "./receipt.ts";

export { enrolmentCodeId, formatEnrolmentLink, parseEnrolmentLink } from "./enrolment-link.ts";
export type { EnrolmentLink } from "./enrolment-link.ts";
export {
  buildEnrolRequest,
  comparisonDigits,
  Enrolled,
  EnrolRequest,
  signEnrolled,
  verifyEnrolled,
  verifyEnrolRequest,
} from "./enrolment.ts";
export type { EnrolCheck, EnrolmentCode, EnrolRequestFacts, VerifiedEnrolRequest } from "./enrolment.ts";
export { deliveryNumber, tabletNumber } from "./tablet-number.ts";
export { formatUnlockCode, generateUnlockCode, parseUnlockCode } from "./unlock-code.ts";
export { EscrowedKey, openEscrow, sealEscrow } from "./escrow.ts";
export {
  argon2idCost,
  deriveKek,
  generateDataKey,
  unwrapDataKey,
  unwrapOfficerKey,
  wrapDataKey,
  wrapOfficerKey,
} from "./at-rest/vault.ts";
export type { WrappedKey, WrappedOfficerKey } from "./at-rest/vault.ts";
export { decryptRecord, encryptRecord } from "./at-rest/record.ts";
export type { EncryptedRecord, RecordPlace } from "./at-rest/record.ts";
