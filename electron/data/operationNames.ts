import type { DataOperations } from './dataOperations'

/** Operations while a profile is open, by name: all that the worker answers to besides opening and closing. */
export const PROFILE_OPERATION_NAMES = [
  'saveSession',
  'readSession',
  'clearSessionToken',
  'readCursor',
  'applyFeed',
  'listQueue',
  'queueFacets',
  'queueItem',
  'applyHolds',
  'listHolds',
  'drawReserved',
  'rememberDraw',
  'storeCase',
  'readCase',
  'dropCase',
  'documentsWanted',
  'storeDocument',
  'storeThumbnail',
  'storeView',
  'readDocument',
  'documentsToExamine',
  'storeExamination',
  'documentsToRead',
  'storeReading',
  'saveDraft',
  'decide',
  'adoptRulePack',
  'recordSubmission',
  'recordNotice',
  'takeOutbox',
  'requeueOutbox',
  'settleOutbox',
  'listOutbox',
  'settleRefused',
  'registerPackage',
  'listPackages',
  'storeRulePackList',
  'rulePackList',
  'storeRulePack',
  'fetchedRulePacks',
  'counts',
] as const satisfies ReadonlyArray<keyof DataOperations>

export const OPERATION_NAMES = [
  'openProfile',
  'rewrapProfile',
  'closeProfile',
  ...PROFILE_OPERATION_NAMES,
] as const satisfies ReadonlyArray<keyof DataOperations>

export type ProfileOperationName = (typeof PROFILE_OPERATION_NAMES)[number]
export type OperationName = (typeof OPERATION_NAMES)[number]
