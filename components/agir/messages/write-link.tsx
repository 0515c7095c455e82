import { getTranslations } from 'next-intl/server'
import { Icon } from '@/components/ui/icon'
import { VisuallyHidden } from '@/components/ui/visually-hidden'
import { currentHref } from '@/lib/tenancy/current-site'

type Props = {
  way: 'organiser' | 'person' | 'team'
  /** To whom, where a page has several of them. */
  name?: string | null
} & ({ registrationId: string } | { membershipId: string })

/** Leads to what is said about a place or a membership, begun or not. */
export async function WriteLink({ way, name, ...about }: Props) {
  const [t, href] = await Promise.all([getTranslations('agirMessages.ways'), currentHref()])
  const asked =
    'registrationId' in about ? `inscription=${about.registrationId}` : `adhesion=${about.membershipId}`
  return (
    <a
      href={href(`/messages/nouveau?${asked}`)}
      data-screen-only
      className="mt-2 inline-flex min-h-11 items-center gap-2 text-base"
    >
      <Icon name="message-circle" className="size-5" />
      <span>
        {t(way)}
        {name && <VisuallyHidden> ({name})</VisuallyHidden>}
      </span>
    </a>
  )
}
