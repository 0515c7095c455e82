import 'server-only'
import { eq } from 'drizzle-orm'
import { departures } from '../../../drizzle/schema'
import { derivedKey } from '../../auth/sealing'
import { operatorDoor } from '../../db/operator'
import { publicKeyFrom } from '../../auth/signing/rules'
import { type SignedProof, signedProof } from '../../tenancy/departure/erasing/rules'
import { findProof } from '../../tenancy/departure/erasing/commands'

const seed = () => derivedKey('departure-signature', 'operator').subarray(0, 32)

/** The key with which anyone checks what this installation signed. */
export const provingKey = (): string => publicKeyFrom(seed())

/** The proof of a city that is gone, signed for others to check; null while it is there, or when the kept one was altered. */
export async function findSignedProof(id: string, operator = operatorDoor()): Promise<SignedProof | null> {
  const kept = await findProof({ id })
  if (!kept?.isGenuine) return null
  const [row] = await operator.registry
    .select({ erasedAt: departures.erasedAt })
    .from(departures)
    .where(eq(departures.cityId, id))
  return signedProof(seed(), { city: id, erasedAt: row!.erasedAt.toISOString(), rows: kept.rows })
}
