import { z } from 'zod'
import { parts } from './rules'

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const counted = z.number().int().nonnegative()

/** What a package says of itself. `tables` and `files` alone decide whether two packages hold the same. */
export const Manifest = z.strictObject({
  format: z.literal('parvis-city'),
  formatVersion: z.literal(1),
  city: z.string().regex(/^[a-z][a-z0-9-]{1,40}$/),
  /** The last migration of the tables the rows come from. */
  schemaVersion: z.string().max(100),
  leftAt: z.iso.datetime(),
  parts: z.array(z.enum(parts)),
  /** What the passphrase of each sealed part is stretched with. */
  salts: z.partialRecord(z.enum(parts), z.string().regex(/^[\w-]{22}$/)),
  tables: z.array(
    z.strictObject({
      table: z.string().regex(/^[a-z_]{1,63}$/),
      part: z.enum(parts),
      entry: z.string().max(120),
      rows: counted,
      bytes: counted,
      sha256,
    }),
  ),
  files: z.array(z.strictObject({ part: z.enum(parts), entry: z.string().max(160), bytes: counted, sha256 })),
})
export type Manifest = z.output<typeof Manifest>
