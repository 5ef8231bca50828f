import { randomBytes } from 'node:crypto'
import { DEFAULT_WORKING_HOURS } from '../../shared/calendar/calendarData'
import { PUBLISHED_YEARS } from '../../shared/calendar/publishedYears'
import { createWorkingCalendar } from '../../shared/calendar/workingCalendar'
import { success, type Result } from '../../shared/result'
import { DEFAULT_KDF_COST } from '../common/crypto/passwordWrap'
import type { DataOperations } from './dataOperations'
import { PROFILE_OPERATION_NAMES, type ProfileOperationName } from './operationNames'
import { createProfileOperations, type ProfileOperations } from './operations/profileOperations'
import { takeEnrolment } from './operations/enrolment'
import { makeWaiting, openProfile, type OpenProfile, type ProfileEnvironment } from './profile/openProfile'

export type DataOptions = Partial<ProfileEnvironment>

interface Opened {
  readonly profile: OpenProfile
  readonly operations: ProfileOperations
}

/**
 * The data layer, in whatever thread it is called. Operations other than `openProfile` throw while no profile is
 * open: the caller asks for what nobody has unlocked.
 */
export function createDataOperations(options: DataOptions = {}): DataOperations {
  const environment: ProfileEnvironment = {
    nativeBinding: options.nativeBinding,
    randomBytes: options.randomBytes ?? randomBytes,
    kdfCost: options.kdfCost ?? DEFAULT_KDF_COST,
    calendar:
      options.calendar ??
      createWorkingCalendar({
        publishedYears: PUBLISHED_YEARS,
        workingHours: DEFAULT_WORKING_HOURS,
        overrides: [],
      }),
  }
  let opened: Opened | null = null
  let isOpening = false

  function current(): Opened {
    if (opened === null) {
      throw new Error('No profile is open')
    }
    return opened
  }

  async function open<Problem>(
    opening: () => Promise<Result<OpenProfile, Problem>>,
  ): Promise<Result<OpenProfile, Problem>> {
    if (opened !== null || isOpening) {
      throw new Error('A profile is open already')
    }
    isOpening = true
    try {
      const result = await opening()
      if (result.ok) {
        opened = { profile: result.value, operations: createProfileOperations(result.value.context) }
      }
      return result
    } finally {
      isOpening = false
    }
  }

  return {
    async openProfile(request) {
      const result = await open(() => openProfile(request, environment))
      return result.ok ? success({ created: result.value.created, waits: result.value.waits() }) : result
    },
    async beginEnrolment(request) {
      const result = await open(() => makeWaiting(request, environment))
      return result.ok ? success(null) : result
    },
    async takeEnrolment(request) {
      const { profile } = current()
      const taken = await takeEnrolment(profile.context, request)
      if (taken.ok) {
        profile.settle()
      }
      return taken
    },
    giveUpEnrolment() {
      const { profile } = current()
      if (profile.waits()) {
        opened = null
      }
      profile.remove()
    },
    rewrapProfile: ({ password, former }) => current().profile.rewrap(password, former),
    provideRecovery: ({ recipient }) => current().profile.provideRecovery(recipient),
    closeProfile() {
      const closing = opened
      opened = null
      closing?.profile.close()
    },
    ...delegated(current),
  }
}

/** Each profile operation, bound to whichever profile is open when it is called. */
function delegated(current: () => Opened): ProfileOperations {
  const bound = PROFILE_OPERATION_NAMES.map((name) => [
    name,
    (...args: readonly never[]): unknown => {
      const { profile, operations } = current()
      const operation: (...args: readonly never[]) => unknown = operations[name]
      try {
        return operation(...args)
      } catch (error) {
        profile.notice(error)
        throw error
      }
    },
  ])
  // Each name got the operation of that name; that no name is missing from the list is what the compiler sees here.
  return Object.fromEntries(bound) as { [Name in ProfileOperationName]: ProfileOperations[Name] }
}
