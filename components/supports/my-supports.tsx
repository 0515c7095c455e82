import { getTranslations } from 'next-intl/server'
import { IdeaCard } from '@/components/ideas/idea-card'
import type { IdeaCard as Idea } from '@/lib/ideas/cards/queries'
import { shelfOf } from '@/lib/ideas/rules'
import { takeBack } from '@/lib/ideas/supports/actions'
import type { Site } from '@/lib/tenancy/site'
import { TakeBackForm } from './take-back-form'

type Props = { ideas: Idea[]; site: Site; href: (path: string) => string; now: Date }

/** What may still change first, by what closes soonest; then what is over. */
export async function MySupports({ ideas, ...shown }: Props) {
  const t = await getTranslations('supports.mine')
  const open = ideas.filter((idea) => isOpen(idea, shown.now)).sort(byDeadline)
  const others = ideas
    .filter((idea) => !isOpen(idea, shown.now))
    .sort(byDeadline)
    .reverse()
  return (
    <>
      {open.length > 0 && <Shelf title={t('open')} ideas={open} mayTakeBack {...shown} />}
      {others.length > 0 && <Shelf title={t('others')} ideas={others} {...shown} />}
    </>
  )
}

async function Shelf({
  title,
  ideas,
  site,
  href,
  now,
  mayTakeBack = false,
}: Props & { title: string; mayTakeBack?: boolean }) {
  const t = await getTranslations('supports')
  const refused = { closed: t('refused.closed'), kept: t('refused.kept'), away: t('refused.away') }
  const words = { ...refused, changed_too_often: t('refused.changed_too_often'), done: t('takenBack') }
  return (
    <section className="mt-10 first:mt-0">
      <h2>{title}</h2>
      <ul className="mt-4 grid gap-5 md:grid-cols-2">
        {ideas.map((idea) => (
          <li key={idea.id} className="flex flex-col">
            <IdeaCard idea={idea} href={href(`/idees/${idea.slug}`)} site={site} now={now} level="h3" />
            {mayTakeBack && (
              <TakeBackForm
                ideaId={idea.id}
                action={takeBack}
                text={t('takeBack')}
                label={t('mine.takeBack', { title: idea.title })}
                words={words}
              />
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function isOpen(idea: Idea, now: Date): boolean {
  const shelf = shelfOf(idea)
  return (shelf === 'open' || shelf === 'reached') && idea.deadlineAt !== null && idea.deadlineAt > now
}

function byDeadline(one: Idea, other: Idea): number {
  return (one.deadlineAt?.getTime() ?? 0) - (other.deadlineAt?.getTime() ?? 0)
}
