import type { Field } from '@/lib/tenancy/drafts/fields/rules'
import type { Locale, Tenant } from '@/tenants/tenant'
import type { Say } from './setting-words'

/** What every way of writing a setting is given. */
export type FieldProps = {
  field: Field
  value: unknown
  label: string
  hint: string
  settings: Tenant
  locale: Locale
  say: Say
}
