import 'server-only'
import { z } from 'zod'
import { Localized } from '../../tenants/tenant'
import { Provider as ProviderShape } from '../../tenants/sign-in'
import { recordTrial } from '../people/ways/commands'
import { trialProblem } from '../people/ways/rules'
import { pathOf } from '../tenancy/site'
import { type Answer, takeStep } from './next-auth'
import { commonOptions, reasonOf } from './options'
import type { Provider } from './oidc'
import { safePath } from './safe-path'
import { seal, unseal } from './sealing'
import type { Asking } from './sign-in'

const Kept = z.object({
  provider: ProviderShape(Localized),
  personId: z.uuid(),
  state: z.string().min(1),
  page: z.string(),
})
const purpose = 'sign-in-trial'
const quarterHour = 900

type Trying = { provider: Provider; personId: string; page: string | null }

/**
 * Goes to a provider as it is written in a draft, for someone of the city who tries it. Its cookies are its own, so that
 * nothing of it can be taken for a sign-in, and what is tried is what was sealed when it began.
 */
export async function beginTrial(asking: Asking, { provider, personId, page }: Trying): Promise<Answer> {
  const { site, cookies, now } = asking
  const { tenant, origin } = site
  const back = safePath(page) ?? pathOf(tenant, tenant.locales[0]!, 'decider', '/administration/connexion')
  const failed = async (reason: string): Promise<Answer> => {
    await recordTrial(tenant, { provider, personId, outcome: trialProblem(reason), now })
    return { location: `${origin}${back}?essai=${provider.id}#${provider.id}`, setCookies: [] }
  }
  try {
    const options = await commonOptions(site, provider, 'try')
    const step = {
      method: 'POST',
      action: 'signin',
      query: {},
      body: { callbackUrl: origin + back },
    } as const
    const answer = await takeStep(origin, provider.id, options, { ...step, cookies })
    const state = answer.location ? new URL(answer.location).searchParams.get('state') : null
    if (!state) return await failed('no_state')
    const kept = seal(
      purpose,
      tenant.id,
      Buffer.from(JSON.stringify({ provider, personId, state, page: back })),
    )
    return {
      location: answer.location,
      setCookies: [...answer.setCookies, cookieOf(origin, kept, quarterHour)],
    }
  } catch (error) {
    return failed(error instanceof Error ? `${error.name} ${error.message}` : '')
  }
}

/** What a provider sends back, when it was a trial that began with this very state; null when it was not. */
export async function finishTrial(
  asking: Asking,
  providerId: string,
  query: Record<string, string>,
): Promise<Answer | null> {
  const { site, cookies, now } = asking
  const { tenant, origin } = site
  const kept = keptTrial(asking)
  if (!kept || kept.provider.id !== providerId || kept.state !== query.state) return null
  const { provider, personId, page } = kept
  const home = `${origin}${page}?essai=${provider.id}#${provider.id}`
  const answer = { location: home, setCookies: [cookieOf(origin, '', 0)] }
  const came = await comeBack(asking, kept, { query, cookies })
  await recordTrial(tenant, {
    ...{ provider, personId, now },
    ...('said' in came ? { outcome: 'ok', ...came } : { outcome: trialProblem(came.problem) }),
  })
  return answer
}

type Came = { said: Record<string, unknown>; subject: string } | { problem: string }
type Brought = { query: Record<string, string>; cookies: Record<string, string> }

async function comeBack(
  { site }: Asking,
  { provider }: z.output<typeof Kept>,
  brought: Brought,
): Promise<Came> {
  let came: Came = { problem: String(brought.query.error ?? '') }
  try {
    const common = await commonOptions(site, provider, 'try')
    const options = {
      ...common,
      logger: {
        ...common.logger,
        error: (_code: string, about: unknown) => {
          if ('problem' in came) came = { problem: `${came.problem} ${reasonOf(about)}` }
        },
      },
      callbacks: {
        ...common.callbacks,
        signIn: async ({ account, profile }: { account: unknown; profile?: unknown }) => {
          const subject = (account as { providerAccountId?: string } | null)?.providerAccountId ?? ''
          came = { said: { ...(profile as object) }, subject }
          return false
        },
      },
    }
    const step = { method: 'GET', action: 'callback', body: {} } as const
    await takeStep(site.origin, provider.id, options, { ...step, ...brought })
  } catch (error) {
    came = { problem: error instanceof Error ? `${error.name} ${error.message}` : '' }
  }
  return came
}

function keptTrial({ site, cookies }: Asking): z.output<typeof Kept> | null {
  const sealed = cookies[cookieName(site.origin)]
  if (!sealed) return null
  try {
    const opened = unseal(purpose, site.tenant.id, sealed).toString('utf8')
    return Kept.safeParse(JSON.parse(opened)).data ?? null
  } catch {
    return null
  }
}

const cookieName = (origin: string) => `${origin.startsWith('https://') ? '__Host-' : ''}parvis.trial`

function cookieOf(origin: string, value: string, seconds: number): string {
  const secure = origin.startsWith('https://') ? '; Secure' : ''
  return `${cookieName(origin)}=${value}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Lax${secure}`
}
