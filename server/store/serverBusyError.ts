/** The database has no connection left. Nothing has been done of the statement or transaction that wanted one. */
export class ServerBusyError extends Error {
  override readonly name = 'ServerBusyError'
  readonly code: 'too-many-waiting' | 'waited-too-long' | 'connections-refused'

  constructor(code: ServerBusyError['code'], options?: ErrorOptions) {
    super('No connection to the database is free', options)
    this.code = code
  }
}
