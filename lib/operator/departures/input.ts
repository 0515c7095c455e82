import { z } from 'zod'

const Proof = z.strictObject({
  format: z.literal('parvis-departure'),
  city: z.string().max(60),
  erasedAt: z.iso.datetime(),
  rows: z.record(z.string().max(63), z.number().int().nonnegative()),
  digest: z.string().max(64),
  publicKey: z.string().max(200),
  signature: z.string().max(200),
})

/** A proof as it was downloaded, pasted whole. */
export const PastedProof = z.object({
  proof: z
    .string('required')
    .max(100_000)
    .transform((written, context) => {
      try {
        return Proof.parse(JSON.parse(written))
      } catch {
        context.addIssue({ code: 'custom', message: 'not_a_proof' })
        return z.NEVER
      }
    }),
})

/** Typed in full by whoever ends a city before its hour strikes by itself. */
export const Deletion = z.object({ city: z.string().max(60), typed: z.string().trim().max(60) })
