/** A backup cannot be written or taken back, for a reason that a person can act on; nothing was changed. */
export class BackupRefusal extends Error {
  constructor(message: string, options?: { cause?: unknown }) {
    super(message, options)
    this.name = 'BackupRefusal'
  }
}
