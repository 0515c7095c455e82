import type { Tenant } from '../../../tenants/tenant'
import type { Quotas, Use } from '../../tenancy/means/rules'
import type { CityStatus } from '../../tenancy/states/rules'

/** A city in the list: what it is, and how it is doing. */
export type ListedCity = {
  id: string
  status: CityStatus
  statusReason: string | null
  closesAt: Date | null
  version: number
  tenant: Tenant | null
  ideas: number
  supports: number
  people: number
  lettersWaiting: number
  lettersFailed: number
  senderFailingSince: Date | null
  lastError: { text: string; at: Date } | null
  hosts: { host: string; status: 'active' | 'failing' | 'detached' }[]
  withheld: string[]
  quotas: Quotas
  uses: Use[]
}

export type OperatorAct = {
  id: string
  action: string
  byEmail: string
  detail: Record<string, string>
  at: Date
}
