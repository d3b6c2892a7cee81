/** The file of a backup: tar in zstd, so that `tar --zstd -xf` opens it. Entries are small; memory stays flat. */
import { once } from 'node:events'
import { createReadStream } from 'node:fs'
import type { Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { constants, createZstdCompress, createZstdDecompress } from 'node:zlib'
import { extract, pack, type Pack } from 'tar-stream'

/** A file being written. Each `add` waits until there is room; `end` until the sink is closed, `abandon` likewise. */
export type ArchiveWriter = {
  readonly add: (name: string, body: Buffer) => Promise<void>
  readonly end: () => Promise<void>
  readonly abandon: () => Promise<void>
}

/** Writes into `sink`, which fails as the disk does. The first failure fails everything after it. */
export function writeArchive(sink: Writable, at: Date, signal: AbortSignal | undefined): ArchiveWriter {
  const tar = pack()
  const zstd = createZstdCompress({ params: { [constants.ZSTD_c_checksumFlag]: 1 } })
  const piped = pipeline(tar, zstd, sink, signal === undefined ? {} : { signal })
  // Whoever adds or ends is told; until then nobody listens.
  piped.catch(() => undefined)
  const failed = piped.then((): never => {
    throw new Error('the file was ended before its last entry')
  })
  failed.catch(() => undefined)
  return {
    add: async (name, body) => {
      try {
        await Promise.race([entered(tar, name, body, at), failed])
      } catch (error) {
        // What the pipeline failed of is the reason; that the tar takes nothing any more only follows from it.
        tar.destroy()
        await piped
        throw error
      }
    },
    end: async () => {
      tar.finalize()
      await piped
    },
    abandon: async () => {
      tar.destroy()
      await piped.catch(() => undefined)
    },
  }
}

/** Comes back when there is room for the next. */
async function entered(tar: Pack, name: string, body: Buffer, at: Date): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const entry = tar.entry({ name, size: body.length, mtime: at, mode: 0o600 }, body, (error) => {
      if (error === null || error === undefined) resolve()
      else reject(error)
    })
    entry.on('error', reject)
  })
}

/** The entries of a file in their order. Throws where it is no such file, or ends early. */
export async function* readArchive(
  file: string,
  signal: AbortSignal | undefined,
): AsyncGenerator<{ readonly name: string; readonly body: Buffer }> {
  const tar = extract()
  const source = createReadStream(file)
  await once(source, 'open')
  const ending = new AbortController()
  const signals = signal === undefined ? [ending.signal] : [ending.signal, signal]
  const piped = pipeline(source, createZstdDecompress(), tar, { signal: AbortSignal.any(signals) })
  piped.catch(() => undefined)
  try {
    for await (const entry of tar) {
      const chunks: Buffer[] = []
      for await (const chunk of entry) if (Buffer.isBuffer(chunk)) chunks.push(chunk)
      yield { name: entry.header.name, body: Buffer.concat(chunks) }
    }
    await piped
  } finally {
    ending.abort()
  }
}
