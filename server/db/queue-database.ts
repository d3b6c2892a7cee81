import type { ConstructorOptions } from 'pg-boss'
import type { ParameterOrJSON, Sql } from 'postgres'

type QueueDatabase = NonNullable<ConstructorOptions['db']>

/**
 * pg-boss on the store's own pool: one driver, one way to connect, and the same types as everywhere else. It hands over
 * JSON as text, and several statements in one text only without parameters.
 */
export function queueDatabase(sql: Sql): QueueDatabase {
  return {
    executeSql: async (text, values = []) => {
      const result = /^\s*begin\b/i.test(text)
        ? await inTransaction(sql, text)
        : await sql.unsafe<Row[]>(text, values.map(plain))
      // Of several statements every one has its list of rows.
      return { rows: result.every((rows) => Array.isArray(rows)) ? result.flat() : [...result] }
    },
    listen: async (channel, onNotification, onReconnect) => {
      const listening = await sql.listen(channel, onNotification, onReconnect)
      return { close: async () => listening.unlisten() }
    },
  }
}

type Row = Readonly<Record<string, unknown>>

/** The text begins and commits itself, so it needs a connection of its own, and the rollback that it leaves to others. */
async function inTransaction(sql: Sql, text: string): Promise<readonly Row[]> {
  const connection = await sql.reserve()
  try {
    return await connection.unsafe<Row[]>(text)
  } catch (error) {
    await connection.unsafe('rollback')
    throw error
  } finally {
    connection.release()
  }
}

/** What pg-boss binds: texts, numbers, booleans, lists of texts, dates and null. */
function plain(value: unknown): ParameterOrJSON<never> {
  if (value === undefined || value === null) return null
  if (value instanceof Date) return value.toISOString()
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value
  if (Array.isArray(value)) return value.map(String)
  return JSON.stringify(value)
}
