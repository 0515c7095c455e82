import type { Tenant } from '../../../tenants/tenant'
import { themeProblems } from '../../theme/rules'
import { settingsProblems } from '../versions/rules'

/** What a city must have before everyone may come in, and where each is seen to. */
export const readinessPoints = {
  publisher: '/administration/pages-legales?page=notice',
  privacy: '/administration/pages-legales?page=privacy',
  languages: '/administration/mots/manques',
  contrast: '/administration/apparence',
  owners: '/administration/roles',
  moderators: '/administration/roles',
  sign_in: '/administration/connexion',
  sender: '/administration/courrier',
  hosts: '/administration/adresses',
} as const
export type ReadinessPoint = keyof typeof readinessPoints

export type Readiness = {
  tenant: Tenant
  /** People who hold the role today, anywhere in the city. */
  moderators: number
  owners: number
  /** Letters have a way out. */
  hasSender: boolean
  /** Hosts of the city that are not proved to be its own. */
  unprovedHosts: readonly string[]
}

type Invited = readonly { role: string }[]

/** What a city has on the day it is made, counting those who are invited as if they had come. */
export function onceTheyCome(tenant: Tenant, invited: Invited, hasSender: boolean): Readiness {
  const countOf = (asked: string) => invited.filter(({ role }) => role === asked).length
  return {
    ...{ tenant, hasSender, unprovedHosts: [] },
    ...{ owners: countOf('owner'), moderators: countOf('moderator') },
  }
}

export const leastOwners = 2
export const leastModerators = 1

/** What is still missing before a city may open; nothing when it may. */
export function missingBeforeOpening(facts: Readiness): ReadinessPoint[] {
  const { tenant, moderators, owners, hasSender, unprovedHosts } = facts
  const { contact, legal, signIn } = tenant
  const ready: Record<ReadinessPoint, boolean> = {
    publisher: Boolean(contact.address && contact.director && contact.host),
    privacy: Boolean(legal.dpoEmail ?? legal.dpoAddress),
    languages: !settingsProblems(tenant).some(({ code }) => code === 'nothing_said'),
    contrast: themeProblems(tenant.theme).length === 0,
    owners: owners >= leastOwners,
    moderators: moderators >= leastModerators,
    sign_in: signIn.email.enabled || signIn.providers.length > 0,
    sender: hasSender,
    hosts: unprovedHosts.length === 0,
  }
  return (Object.keys(readinessPoints) as ReadinessPoint[]).filter((point) => !ready[point])
}
