import type { IconName } from '@/components/ui/icon-shapes'
import { type Acting, actsAs, type Role } from '@/lib/people/rules'
import { helperMayOpen } from '@/lib/tenancy/help/rules'
import { generated, slugOf } from '@/lib/tenancy/drafts/rules'
import { hasConsultations } from '@/lib/tenancy/site'
import type { Tenant } from '@/tenants/tenant'

export const parts = ['trace', 'settings', 'people', 'city'] as const

/** A page of the console: its words are `settings.pages.<name>`, or `settings.groups.<name>` for a group of settings. */
export type ConsolePage = {
  name: string
  path: string
  part: (typeof parts)[number]
  icon: IconName
  /** Whoever has one of these roles may open it. */
  roles: readonly Role[]
  words?: 'groups'
}

const groupIcons: Record<(typeof generated)[number], IconName> = {
  identity: 'award',
  territory: 'map-pin',
  themes: 'file-text',
  rules: 'scale',
  modules: 'sliders-horizontal',
  open_data: 'download',
  moderation: 'shield',
  departments: 'users',
  contact: 'mail',
  publishing: 'check',
}

/** Groups with a page of their own, which come after the city's name. */
const ownPages: ConsolePage[] = [
  {
    name: 'words',
    path: '/mots',
    part: 'settings',
    icon: 'messages-square',
    roles: ['admin'],
    words: 'groups',
  },
  {
    name: 'languages',
    path: '/langues',
    part: 'settings',
    icon: 'languages',
    roles: ['admin'],
    words: 'groups',
  },
]

/** Every page of the console that there is, in the order of its navigation. */
export const consolePages: readonly ConsolePage[] = [
  { name: 'draft', path: '/brouillon', part: 'trace', icon: 'pencil', roles: ['admin'] },
  { name: 'versions', path: '/versions', part: 'trace', icon: 'refresh-cw', roles: ['admin'] },
  { name: 'journal', path: '/journal', part: 'trace', icon: 'book-open', roles: ['admin', 'auditor'] },
  { name: 'workshop', path: '/atelier', part: 'trace', icon: 'history', roles: ['admin'] },
  ...generated.flatMap((name): ConsolePage[] => [
    {
      name,
      path: `/reglages/${slugOf(name)}`,
      part: 'settings',
      icon: groupIcons[name],
      roles: ['admin'],
      words: 'groups',
    },
    ...(name === 'identity' ? ownPages : []),
  ]),
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
  { name: 'help', path: '/assistance', part: 'city', icon: 'messages-square', roles: ['admin'] },
  { name: 'departure', path: '/depart', part: 'city', icon: 'download', roles: ['owner'] },
]

/** What a person may open of what this city has. */
export function pagesFor(person: Acting & { helping?: object }, tenant: Tenant): ConsolePage[] {
  return consolePages
    .filter(({ name }) => name !== 'consultations' || hasConsultations(tenant))
    .filter(({ roles }) => roles.some((role) => actsAs(person, role)))
    .filter(({ path }) => !person.helping || helperMayOpen(`/administration${path}`))
}

export const wordsOf = ({ name, words }: ConsolePage, part: 'title' | 'text') =>
  `${words ?? 'pages'}.${name}.${part}`
