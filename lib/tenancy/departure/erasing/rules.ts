import { createHash } from 'node:crypto'
import { isSignedBy, publicKeyFrom, signatureOf } from '../../../auth/signing/rules'

/** What is signed of a city that is gone: how many rows of each table were there, none of which is left. */
export type SignedProof = {
  format: 'parvis-departure'
  city: string
  erasedAt: string
  rows: Record<string, number>
  digest: string
  publicKey: string
  signature: string
}

/** The same text for the same rows, in whatever order they were counted. */
export function digestOfRows(city: string, rows: Record<string, number>): string {
  const sorted = Object.entries(rows).sort(([one], [other]) => (one < other ? -1 : 1))
  return createHash('sha256')
    .update(JSON.stringify([city, sorted]))
    .digest('hex')
}

const said = ({ city, erasedAt, digest }: Pick<SignedProof, 'city' | 'erasedAt' | 'digest'>) =>
  Buffer.from(`parvis-departure\n${city}\n${erasedAt}\n${digest}`)

type Known = Pick<SignedProof, 'city' | 'erasedAt' | 'rows'>

/** A proof that anyone can check with the public key it names, without asking whoever signed it. */
export function signedProof(seed: Buffer, { city, erasedAt, rows }: Known): SignedProof {
  const digest = digestOfRows(city, rows)
  const signature = signatureOf(seed, said({ city, erasedAt, digest }))
  return {
    format: 'parvis-departure',
    city,
    erasedAt,
    rows,
    digest,
    publicKey: publicKeyFrom(seed),
    signature,
  }
}

export type ProofVerdict = 'genuine' | 'altered' | 'of_another'

/** Whether a proof says what was signed, and by whom. */
export function verdictOn(proof: SignedProof, ownKey: string): ProofVerdict {
  if (proof.publicKey !== ownKey) return 'of_another'
  if (digestOfRows(proof.city, proof.rows) !== proof.digest) return 'altered'
  return isSignedBy(ownKey, said(proof), proof.signature) ? 'genuine' : 'altered'
}
