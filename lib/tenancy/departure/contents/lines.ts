import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { createGunzip, createGzip } from 'node:zlib'
import { seal, unseal } from '../../../auth/sealing'
import { namesItsCity, type Row, sealedColumns } from '../rules'

export type Measure = { rows: number; bytes: number; sha256: string }

/** Passes bytes on, and says what went by once it has. */
export function measured(bytes: AsyncIterable<Uint8Array>) {
  const hash = createHash('sha256')
  const seen = { rows: 0, bytes: 0 }
  return { through: through(), measure: (): Measure => ({ ...seen, sha256: hash.digest('hex') }) }

  async function* through(): AsyncIterable<Uint8Array> {
    for await (const chunk of bytes) {
      hash.update(chunk)
      seen.bytes += chunk.byteLength
      for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) seen.rows++
      yield chunk
    }
  }
}

/** Postgres hands out a row at a time; what follows works on more at once. */
export async function* gathered(bytes: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  const enough = 128 * 1024
  let held: Uint8Array[] = []
  let size = 0
  for await (const chunk of bytes) {
    held.push(chunk)
    size += chunk.byteLength
    if (size < enough) continue
    yield Buffer.concat(held)
    ;[held, size] = [[], 0]
  }
  if (size > 0) yield Buffer.concat(held)
}

export const zipped = (bytes: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> =>
  Readable.from(bytes).pipe(createGzip({ level: 1 }))

/** An error in what comes in ends what goes out: nothing is taken for whole that was cut. */
export function unzipped(bytes: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  const [packed, plain] = [Readable.from(bytes), createGunzip()]
  packed.on('error', (error) => plain.destroy(error))
  return packed.pipe(plain)
}

/** As rows leave: what is sealed here is open, within a part that is sealed as a whole; settings name no city. */
export function asTheyLeave(table: string, city: { id: string }, rows: AsyncIterable<Uint8Array>) {
  if (table in sealedColumns)
    return changed(rows, (row) =>
      withSecret(table, row, (sealed, purpose) => unseal(purpose, city.id, sealed).toString('base64url')),
    )
  if (!namesItsCity.includes(table)) return rows
  return changed(rows, ({ settings, ...row }) => ({
    ...row,
    settings: { ...(settings as Row), id: undefined },
  }))
}

/** The same the other way: closed under this installation's secret, and the settings are those of the city here. */
export function asTheyArrive(table: string, city: { id: string }, rows: AsyncIterable<Uint8Array>) {
  if (table in sealedColumns)
    return changed(rows, (row) =>
      withSecret(table, row, (open, purpose) => seal(purpose, city.id, Buffer.from(open, 'base64url'))),
    )
  if (!namesItsCity.includes(table)) return rows
  return changed(rows, ({ settings, ...row }) => ({
    ...row,
    settings: { ...(settings as Row), id: city.id },
  }))
}

function withSecret(table: string, row: Row, change: (value: string, purpose: string) => string): Row {
  const secret = sealedColumns[table]
  const value = secret && row[secret.column]
  return secret && typeof value === 'string'
    ? { ...row, [secret.column]: change(value, secret.purpose(row)) }
    : row
}

async function* changed(
  bytes: AsyncIterable<Uint8Array>,
  change: (row: Row) => Row,
): AsyncIterable<Uint8Array> {
  let rest = Buffer.alloc(0)
  for await (const chunk of bytes) {
    rest = Buffer.concat([rest, chunk])
    const end = rest.lastIndexOf(10)
    if (end < 0) continue
    const lines = rest.subarray(0, end).toString('utf8').split('\n')
    rest = rest.subarray(end + 1)
    yield Buffer.from(lines.map((line) => `${JSON.stringify(change(JSON.parse(line) as Row))}\n`).join(''))
  }
}
