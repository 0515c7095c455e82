import 'server-only'
import type { Tenant } from '../../../tenants/tenant'
import { findSecret } from '../../auth/secrets'
import { type Envelope, type Line, meaningOf, openLine } from '../transport'
import { noteFailure, noteRecovery } from './commands'
import { findMailHealth } from './queries'
import { isPaused, passwordName } from './rules'

/**
 * The way a city's letters leave: by its own mail server when it has one, and by the operator's as soon as that one fails,
 * so that nobody waits for a link. What happened is written down, and told to those who run the city.
 */
export async function lineOf(tenant: Tenant, now: Date): Promise<Line> {
  const { sender, server } = tenant.mail
  if (sender === 'operator' || !server) return openLine()
  const health = await findMailHealth(tenant)
  if (isPaused(health?.failingSince ?? null, health?.checkedAt ?? null, now)) return openLine()
  const password = await findSecret(tenant, passwordName(server))
  const [own, spare] = [openLine({ server, password }), openLine()]
  let isFailing = false
  let wasFailing = Boolean(health?.failingSince)
  const post = async (letter: Envelope): Promise<string> => {
    if (isFailing) return spare.post(letter)
    let answer: string
    try {
      answer = await own.post(letter)
    } catch (error) {
      if (!isServersFault(error)) throw error
      isFailing = true
      await noteFailure(tenant, error instanceof Error ? error.message : String(error), now)
      return spare.post(letter)
    }
    if (wasFailing) await noteRecovery(tenant)
    wasFailing = false
    return answer
  }
  return { post, close: () => (own.close(), spare.close()) }
}

/** It cannot be had, does not let us in, or cannot speak in secret: not the letter's fault, nor its reader's. */
function isServersFault(error: unknown): boolean {
  const { code = '' } = error as { code?: string }
  return meaningOf(error) === 'away' || /^(EAUTH|ETLS|ESOCKET|EDNS|ENOTFOUND)$/.test(code)
}
