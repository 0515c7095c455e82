import { getTranslations } from 'next-intl/server'
import { ButtonLink } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import type { IconName } from '@/components/ui/icon-shapes'
import { type Acting, actsAs, type Role } from '@/lib/people/rules'
import { mayAskUnion, mayDecideUnion } from '@/lib/people/unions/desk/rules'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'
import { isOffered, type Surface } from '@/lib/tenancy/site'
import type { Tenant } from '@/tenants/tenant'
import { SignOut } from './account-parts'

/** `on` is where the page is, `of` what it is about: neither is offered where the city has switched it off. */
type Way = {
  to: string
  on?: Surface
  of?: Surface
  icon: IconName
  role: Role | readonly Role[]
  /** Where the role alone does not open it. */
  may?: (person: Acting) => boolean
  when?: (tenant: Tenant) => boolean
}

const asksItsPeople = ({ modules }: Tenant) => modules.consultations
const signsOnPaper = ({ ideas }: Tenant) => ideas.paperSheets

/** Where an account leads, and where it leads those who act for the city. */
const ways = {
  notifications: { to: '/notifications', icon: 'bell', role: 'citizen' },
  mine: { to: '/mes-idees', on: 'decider', icon: 'file-text', role: 'citizen' },
  supports: { to: '/mes-soutiens', on: 'decider', icon: 'hand-heart', role: 'citizen' },
  comments: { to: '/mes-commentaires', on: 'decider', icon: 'message-circle', role: 'citizen' },
  registrations: { to: '/mes-inscriptions', on: 'agir', icon: 'calendar', role: 'citizen' },
  hours: { to: '/mes-heures', on: 'agir', icon: 'clock', role: 'citizen' },
  favourites: { to: '/mes-favoris', on: 'agir', icon: 'heart', role: 'citizen' },
  searches: { to: '/mes-recherches', on: 'agir', icon: 'search', role: 'citizen' },
  forYou: { to: '/pour-vous', on: 'agir', icon: 'sparkles', role: 'citizen' },
  messages: { to: '/messages', on: 'agir', icon: 'messages-square', role: 'citizen' },
  volunteer: { to: '/benevole', on: 'agir', icon: 'heart-handshake', role: 'citizen' },
  activities: { to: '/mes-activites', on: 'agir', icon: 'list', role: 'citizen' },
  initiatives: { to: '/mes-initiatives', on: 'agir', icon: 'sprout', role: 'citizen' },
  organisations: { to: '/mes-organisations', on: 'agir', icon: 'users', role: 'citizen' },
  moderation: { to: '/moderation', icon: 'eye', role: 'moderator' },
  lives: { to: '/moderation/vie', on: 'decider', icon: 'hourglass', role: ['moderator', 'signatory'] },
  examination: { to: '/instruction', on: 'decider', icon: 'scale', role: ['instructor', 'signatory'] },
  checking: { to: '/verification', on: 'decider', icon: 'award', role: 'moderator' },
  paper: { to: '/papier', on: 'decider', icon: 'pencil', role: 'area_admin', when: signsOnPaper },
  consultations: {
    to: '/administration/consultations',
    of: 'decider',
    icon: 'messages-square',
    role: 'area_admin',
    when: asksItsPeople,
  },
  sources: { to: '/sources', on: 'agir', icon: 'refresh-cw', role: 'area_admin' },
  proofs: { to: '/verifications', on: 'agir', icon: 'shield', role: 'area_admin' },
  calls: { to: '/appels', on: 'agir', icon: 'megaphone', role: 'area_admin' },
  administration: {
    to: '/administration',
    icon: 'sliders-horizontal',
    role: ['admin', 'area_admin', 'dpo', 'auditor'],
  },
  roles: { to: '/administration/roles', icon: 'users', role: 'admin' },
  post: { to: '/administration/courrier', icon: 'mail', role: 'admin' },
  unions: {
    to: '/administration/comptes',
    icon: 'users',
    role: ['moderator', 'dpo'],
    may: (person) => mayAskUnion(person) || mayDecideUnion(person),
  },
  journal: { to: '/administration/journal', icon: 'book-open', role: 'auditor' },
  privacy: { to: '/administration/donnees', icon: 'shield', role: ['dpo', 'auditor', 'admin'] },
} as const satisfies Record<string, Way>

export async function AccountWays({ person }: { person: Acting }) {
  const t = await getTranslations('account.follows')
  const href = await currentHref()
  const { tenant } = await currentSite()
  const open = Object.entries<Way>(ways)
    .filter(([, { role }]) => [role].flat().some((one) => actsAs(person, one)))
    .filter(([, { may }]) => !may || may(person))
    .filter(([, { when }]) => !when || when(tenant))
    .filter(([, { on, of = on }]) => !of || isOffered(tenant, of))
  return (
    <div className="mb-8 flex flex-wrap gap-3">
      {open.map(([name, { to, on, icon }]) => (
        <ButtonLink key={name} href={href(to, on)} variant="secondary" icon={<Icon name={icon} />}>
          {t(name as keyof typeof ways)}
        </ButtonLink>
      ))}
      <SignOut />
    </div>
  )
}
