import type { EventName, EventOf } from '../../../shared/ipc/contract'

/** Tells the window that something changed. It carries ids; stores read again by call. */
export type NotifyDesk = <N extends EventName>(name: N, event: EventOf<N>) => void
