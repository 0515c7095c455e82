import { getTranslations } from 'next-intl/server'
import { Icon } from '@/components/ui/icon'
import { Tag } from '@/components/ui/tag'
import type { OwnOrganisation } from '@/lib/agir/organisations/queries'
import { hasPower } from '@/lib/agir/organisations/rules'
import { Emblem } from './emblem'
import { stateTones } from './own-state'

/** Those one acts with, as what, and whether somebody waits for an answer. */
export async function OwnList({ own }: { own: (OwnOrganisation & { href: string })[] }) {
  const t = await getTranslations('agirOrganisations')
  return (
    <ul className="divide-y divide-line border-y border-line">
      {own.map(({ id, name, logo, state, role, membership, asked, href }) => (
        <li key={id} className="flex items-start gap-4 py-5">
          <Emblem name={name} logo={logo} />
          <div className="min-w-0">
            <h2 dir="auto" className="text-lg wrap-anywhere md:text-lg">
              {membership === 'active' ? <a href={href}>{name}</a> : name}
            </h2>
            <p className="text-base text-muted">
              {membership === 'active' ? t(`roles.${role}`) : t('own.requested')}
            </p>
            <p className="mt-2 flex flex-wrap gap-2">
              <Tag tone={stateTones[state]}>{t(`own.states.${state}`)}</Tag>
              {asked > 0 && hasPower(role, 'manage') && (
                <Tag tone="accent" icon={<Icon name="users" className="size-4" />}>
                  {t('own.asking', { count: asked })}
                </Tag>
              )}
            </p>
          </div>
        </li>
      ))}
    </ul>
  )
}
