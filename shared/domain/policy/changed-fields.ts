/** What differs between two records of one kind, field by field. Records are JSON; the order of their keys says nothing. */

/** Both are JSON; `before` undefined: the record was new or had no such field, `after` undefined: it ended or lost it. */
export type FieldChange = { readonly field: string; readonly before: unknown; readonly after: unknown }

type JsonObject = Readonly<Record<string, unknown>>

/** The fields that differ, in the order of the newer record, then those it lost. null: there was none, or is none now. */
export function changedFields(before: object | null, after: object | null): FieldChange[] {
  const older: JsonObject = { ...before }
  const newer: JsonObject = { ...after }
  return [...new Set([...Object.keys(newer), ...Object.keys(older)])]
    .filter((field) => !isSameJson(older[field], newer[field]))
    .map((field) => ({ field, before: older[field], after: newer[field] }))
}

/** Whether two JSON values say the same; lists in another order do not. */
export function isSameJson(one: unknown, other: unknown): boolean {
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((value, place) => isSameJson(value, other[place]))
  if (isObject(one) && isObject(other)) {
    const names = Object.keys(one)
    return (
      names.length === Object.keys(other).length &&
      names.every((name) => name in other && isSameJson(one[name], other[name]))
    )
  }
  return one === other
}

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
