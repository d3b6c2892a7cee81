/**
 * How the private PostgreSQL is set up: given on its command line at every start, so that a newer Oreline's settings
 * hold for data of an older one. Small, for one household: 32 MB of buffers, 30 connections, no replication.
 */
import { majorOf } from './binaries.ts'

/** Where the server listens: a socket in a private directory, or a port of the loopback interface. */
export type Listen =
  | { readonly kind: 'socket'; readonly dir: string }
  | { readonly kind: 'loopback'; readonly port: number }

/** The name of the server's superuser, and of the database in it. */
export const SERVER_USER = 'oreline'
export const SERVER_DATABASE = 'oreline'

/**
 * The arguments of `postgres` for the data in `cluster`. Not `durable` is for tests alone: a power cut may then lose
 * everything, for which it commits without waiting for the disk.
 */
export function serverArguments(cluster: string, listen: Listen, durable: boolean): string[] {
  const settings: Record<string, string> = {
    ...listenSettings(listen),
    fsync: durable ? 'on' : 'off',
    synchronous_commit: durable ? 'on' : 'off',
    full_page_writes: durable ? 'on' : 'off',
    shared_buffers: '32MB',
    // A test run's workers share one server, each with several stores open.
    max_connections: durable ? '30' : '100',
    // Parallel queries put their tuples in /dev/shm, which a container keeps small; our tables do not need them.
    max_parallel_workers_per_gather: '0',
    max_parallel_maintenance_workers: '0',
    wal_level: 'minimal',
    max_wal_senders: '0',
    max_logical_replication_workers: '0',
    max_wal_size: '256MB',
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    lc_messages: 'C',
    logging_collector: 'off',
    log_destination: 'stderr',
    log_line_prefix: '%m [%p] ',
    log_checkpoints: 'off',
    cluster_name: 'oreline',
  }
  return ['-D', cluster, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])]
}

/** The locale of new data. Bytes order text; letters beyond ASCII have their upper and lower case from version 17 on. */
export function localeArguments(version: string): string[] {
  // The store suites also run on the oldest supported server, which has no built-in locales.
  if (majorOf(version) < 17) return ['--locale=C']
  return ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
}

/** What a client connects to; both postgres.js and pg read it. */
export function connectionUrl(listen: Listen, password: string | null, database: string): string {
  const url = new URL(`postgresql://${SERVER_USER}@localhost/${database}`)
  if (listen.kind === 'socket') {
    url.searchParams.set('host', listen.dir)
    return url.href
  }
  url.hostname = '127.0.0.1'
  url.port = `${listen.port}`
  url.password = password ?? ''
  return url.href
}

function listenSettings(listen: Listen): Record<string, string> {
  if (listen.kind === 'loopback')
    return { listen_addresses: '127.0.0.1', unix_socket_directories: '', port: `${listen.port}` }
  return {
    listen_addresses: '',
    // A list of directories: quotes keep a comma in a path from being read as two of them.
    unix_socket_directories: `"${listen.dir.replaceAll('"', '""')}"`,
    unix_socket_permissions: '0700',
    port: '5432',
  }
}
