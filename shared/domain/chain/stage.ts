import * as z from 'zod'

/**
 * The stages of the supply chain, upstream first; recycling stands beside, application last.
 * Separation includes cracking and leaching, refining is product finishing.
 */
export const stageSchema = z.enum([
  'mining',
  'separation',
  'refining',
  'metal-alloy',
  'magnet',
  'recycling',
  'application',
])
export type Stage = z.infer<typeof stageSchema>
