import { findTenant, listCityIds } from '../../tenancy/registry'
import { publicOrigin } from '../../tenancy/origin'
import { localized } from '../../i18n/localized'
import { operatorHost } from '../../operator/host'
import type { Environment } from './environment'

const most = 12

/** Tells the person who started the product where everything is. */
export async function printAddresses({ demo }: Environment): Promise<void> {
  const lines: [string, string][] = []
  const ids = await listCityIds()
  for (const id of ids.slice(0, most)) {
    const tenant = await findTenant(id)
    if (!tenant) continue
    const { shared, decider, agir } = tenant.hosts
    const hosts = [shared, decider, agir].filter((host) => host !== undefined)
    lines.push([localized(tenant.name, tenant.locales[0]!, tenant), hosts.map(publicOrigin).join('   ')])
  }
  if (ids.length > most) lines.push([`${ids.length - most} more`, 'npm run tenant -- list'])
  if (demo)
    lines.push(['Mailbox', publicOrigin('mailbox.localhost')], ['Accounts', publicOrigin('compte.localhost')])
  lines.push(['Operator', publicOrigin(operatorHost())])
  const width = Math.max(...lines.map(([name]) => name.length), 8)
  console.log(
    `\nReady.\n\n${lines.map(([name, where]) => `  ${name.padEnd(width)}   ${where}`).join('\n')}\n`,
  )
}
