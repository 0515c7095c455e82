import { headers } from 'next/headers'
import { getRequestConfig } from 'next-intl/server'
import { usualZone } from '../../tenants/blueprints/offered'
import { locales } from '../../tenants/tenant'
import { currentSite } from '../tenancy/current-site'
import { messagesOf } from './city-messages'
import { messagesFor } from './messages'

export default getRequestConfig(async () => {
  const sent = await headers()
  if (sent.get('x-parvis-operator') === '1') {
    const locale = locales.find((one) => one === sent.get('x-parvis-locale')) ?? 'fr'
    return { locale, messages: messagesFor(locale), timeZone: usualZone }
  }
  const { tenant, locale } = await currentSite()
  return { locale, messages: messagesOf(tenant, locale), timeZone: tenant.timeZone }
})
