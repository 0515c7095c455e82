import type { IconName } from '@/components/ui/icon-shapes'
import { type Acting, actsAs, type Role } from '@/lib/people/rules'

export const parts = ['settings', 'trace', 'people', 'city'] as const

/** A page of the console: its words are `settings.pages.<name>`. */
export type ConsolePage = {
  name: string
  path: string
  part: (typeof parts)[number]
  icon: IconName
  /** Whoever has one of these roles may open it. */
  roles: readonly Role[]
}

/** Every page of the console that there is, in the order of its navigation. */
export const consolePages = [
  { name: 'roles', path: '/roles', part: 'people', icon: 'users', roles: ['admin'] },
  { name: 'signIn', path: '/connexion', part: 'settings', icon: 'log-in', roles: ['admin'] },
  { name: 'hosts', path: '/adresses', part: 'settings', icon: 'globe', roles: ['admin'] },
  { name: 'post', path: '/courrier', part: 'people', icon: 'mail', roles: ['admin'] },
  { name: 'readiness', path: '/ouverture', part: 'settings', icon: 'circle-check', roles: ['admin'] },
  { name: 'appearance', path: '/apparence', part: 'settings', icon: 'palette', roles: ['admin'] },
  { name: 'legal', path: '/pages-legales', part: 'settings', icon: 'file-text', roles: ['admin'] },
  { name: 'privacy', path: '/donnees', part: 'people', icon: 'shield', roles: ['dpo', 'auditor', 'admin'] },
  {
    name: 'consultations',
    path: '/consultations',
    part: 'city',
    icon: 'messages-square',
    roles: ['area_admin'],
  },
  { name: 'departure', path: '/depart', part: 'city', icon: 'download', roles: ['owner'] },
] as const satisfies readonly ConsolePage[]
export type ConsolePageName = (typeof consolePages)[number]['name']

export function pagesFor(person: Acting) {
  return consolePages.filter(({ roles }) => roles.some((role) => actsAs(person, role)))
}
