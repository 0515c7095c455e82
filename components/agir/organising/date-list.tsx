import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Section } from '@/components/ideas/section'
import type { Asker, DateList } from '@/lib/agir/registrations/organising/queries'
import { fits } from '@/lib/agir/registrations/organising/rules'
import { AnswerForms, DeclineForm } from './answer-forms'
import { AskerRow } from './asker-row'
import { ExcludeForm } from './exclude-forms'
import { SeatsForm } from './seats-form'

type Props = { list: DateList; asks: boolean; isOpen: boolean; phones: Map<string, string> }

/** Everybody who has to do with a date: those who ask, those who come, those who wait; and how many there is room for. */
export async function DateListPanel({ list, asks, isOpen, phones }: Props) {
  const t = await getTranslations('agirList')
  const of = (...states: Asker['state'][]) => list.askers.filter(({ state }) => states.includes(state))
  const nameOf = (asker: Asker) => asker.name ?? t('nameless')
  const positionOf = (asker: Asker) => list.positions.find(({ id }) => id === asker.positionId)!
  const row = (asker: Asker, place?: number, answer?: ReactNode) => {
    const about = {
      asker,
      name: nameOf(asker),
      position: positionOf(asker).label,
      zone: list.zone,
      place,
      phone: phones.get(asker.id),
    }
    return (
      <AskerRow key={asker.id} {...about}>
        {answer}
      </AskerRow>
    )
  }
  const waiting = of('waitlisted', 'offered')
  const placeOf = (asker: Asker) =>
    of('waitlisted')
      .filter(({ positionId }) => positionId === asker.positionId)
      .indexOf(asker) + 1
  return (
    <>
      {asks && (
        <Section id="demandes" title={t('requests.title')}>
          <Rows none={t('requests.none')}>
            {of('pending').map((one) =>
              row(one, undefined, isOpen && <Answers asker={one} position={positionOf(one)} />),
            )}
          </Rows>
        </Section>
      )}
      <Section id="viennent" title={t('coming.title')}>
        <Rows none={t('coming.none')}>
          {of('confirmed', 'attended', 'absent', 'excused').map((one) =>
            row(one, undefined, <ExcludeForm asker={one} name={nameOf(one)} />),
          )}
        </Rows>
      </Section>
      <Section id="attente" title={t('waiting.title')}>
        <Rows none={t('waiting.none')}>
          {waiting.map((one) =>
            one.state === 'offered'
              ? row(one)
              : row(one, placeOf(one), isOpen && <DeclineForm asker={one} name={nameOf(one)} />),
          )}
        </Rows>
      </Section>
      {list.beyond > 0 && <p className="text-muted">{t('beyond', { count: list.beyond })}</p>}
      {isOpen && (
        <div data-screen-only>
          <Section id="places" title={t('seats.title')}>
            <p className="mb-5 text-muted">{t('seats.text')}</p>
            <div className="space-y-8">
              {list.positions.map((one) => (
                <SeatsForm key={one.id} dateId={list.id} position={one} />
              ))}
            </div>
          </Section>
        </div>
      )}
    </>
  )
}

/** A place in the line is only worth giving where there is a line, or no room: with room it would be offered back at once. */
async function Answers({ asker, position }: { asker: Asker; position: DateList['positions'][number] }) {
  const t = await getTranslations('agirList')
  const canAccept = fits(position, asker.party)
  const isFull = position.capacity !== null && position.taken > position.capacity
  const canWait = !canAccept || isFull || position.waiting > 0
  return <AnswerForms {...{ asker, canAccept, canWait }} name={asker.name ?? t('nameless')} />
}

function Rows({ none, children }: { none: string; children: ReactNode[] }) {
  if (children.length === 0) return <p className="text-muted">{none}</p>
  return <ul className="-mt-4 divide-y divide-line">{children}</ul>
}
