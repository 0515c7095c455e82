import { getRequestConfig } from 'next-intl/server'
import { currentSite } from '../tenancy/current-site'
import { messagesFor } from './messages'

export default getRequestConfig(async () => {
  const { tenant, locale } = await currentSite()
  return { locale, messages: messagesFor(locale), timeZone: tenant.timeZone }
})
