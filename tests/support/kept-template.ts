/** A database in which every job has run well, made once a run whoever needs it first, and copied from then on. */
import { jobs } from '../../jobs/jobs/index.ts'
import { createDatabase, onServer, openTestStore } from './database.ts'
import { rehearseJobs } from './rehearse-jobs.ts'

/** A number of the tests' own: `kept` in ASCII. */
const LOCK = 0x6b657074

/** Gives its name; it takes some seconds to the first, and the others wait. */
export async function keptTemplate(server: {
  readonly url: string
  readonly template: string
}): Promise<string> {
  const name = `${server.template}_kept`
  await onServer(server.url, async (sql) => {
    await sql`select pg_advisory_lock(${LOCK})`
    const [made] = await sql`select from pg_database where datname = ${name}`
    if (made !== undefined) return
    const database = await createDatabase(server.url, server.template)
    const store = await openTestStore(database.url)
    const undos: (() => Promise<void>)[] = []
    const rehearsal = await rehearseJobs(store, (undo) => undos.push(undo))
    for (const job of jobs) await rehearsal.run(job.name)
    for (const undo of undos) await undo()
    await store.close()
    await sql`alter database ${sql(database.name)} rename to ${sql(name)}`
  })
  return name
}
