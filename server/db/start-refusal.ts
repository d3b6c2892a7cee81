/**
 * The store cannot be opened, for a reason the operator can act on: a second Oreline, a server too old, data of a
 * newer Oreline. The message says what to do, holds no secret, and is all that needs printing before exit 1.
 */
export class StartRefusal extends Error {
  constructor(message: string, options?: { cause?: unknown }) {
    super(message, options)
    this.name = 'StartRefusal'
  }
}
