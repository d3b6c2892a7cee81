import * as z from 'zod'

/** Parts of a document, the weightiest first. */
export const documentPartSchema = z.enum(['title', 'abstract', 'excerpt'])
export type DocumentPart = z.infer<typeof documentPartSchema>

/**
 * `high`: a strong term or an act of the catalogue in the title; `medium`: a strong term in the abstract or a
 * contract, or several weak ones; `low`: a strong term in a passage only, or weak ones.
 */
export const relevanceSchema = z.enum(['high', 'medium', 'low'])
export type Relevance = z.infer<typeof relevanceSchema>
