import { randomBytes } from 'node:crypto'
import type { AdapterPayload, ClientMetadata } from 'oidc-provider'
import type { Tenant } from '../../../tenants/tenant'
import { demoIssuer } from '../../auth/demo'
import { callbackPath } from '../../auth/oidc'
import { findSecret, saveSecret } from '../../auth/secrets'
import { presets } from '../../../tenants/sign-in'
import { clientSecretName } from '../../people/sign-in/rules'
import { providerIds } from '../../people/ways/rules'
import { publicOrigin } from '../../tenancy/origin'
import { listTenants } from '../../tenancy/registry'
import { MemoryAdapter } from './memory-adapter'

/** The city whose settings say that it is known to the demo's provider under this name. */
export async function cityOf(clientId: string): Promise<Tenant | null> {
  const cities = await listTenants()
  return cities.find(({ signIn }) => signIn.providers.some((one) => isClient(one, clientId))) ?? null
}

const isClient = (one: { issuer: string; clientId: string }, clientId: string) =>
  one.issuer === demoIssuer && one.clientId === clientId

/** Each city that uses this provider is one of its clients, whenever it joined: nothing is registered beforehand. */
export class DemoAdapter extends MemoryAdapter {
  constructor(private readonly kind: string) {
    super(kind)
  }

  override async find(id: string): Promise<AdapterPayload | undefined> {
    if (this.kind !== 'Client') return super.find(id)
    const city = await cityOf(id)
    return city ? ({ ...(await clientOf(city, id)) } as AdapterPayload) : undefined
  }
}

/** The names under which a city may try this provider as another one, before it publishes. */
const wayNames = presets.flatMap((name) => providerIds(name))

async function clientOf(city: Tenant, clientId: string): Promise<ClientMetadata> {
  const { shared, decider, agir } = city.hosts
  const hosts = [shared, decider, agir].filter((host) => host !== undefined)
  return {
    client_id: clientId,
    client_secret: await secretOf(city, clientId),
    redirect_uris: hosts.flatMap((host) => wayNames.map((id) => publicOrigin(host) + callbackPath({ id }))),
    response_types: ['code'],
    grant_types: ['authorization_code'],
    token_endpoint_auth_method: 'client_secret_basic',
  }
}

/** What a real provider would hand over once, by other means: here it goes straight where the city keeps it. */
async function secretOf(city: Tenant, clientId: string): Promise<string> {
  const name = clientSecretName({ issuer: demoIssuer, clientId })
  const known = await findSecret(city, name)
  if (known) return known
  const made = randomBytes(32).toString('base64url')
  await saveSecret(city, name, made, new Date())
  return (await findSecret(city, name)) ?? made
}
