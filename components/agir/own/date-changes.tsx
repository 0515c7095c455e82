import { getTranslations } from 'next-intl/server'
import { FormInput, FormRadios } from '@/components/forms/form-fields'
import { Fold } from '@/components/ui/fold'
import type { OwnActivity } from '@/lib/agir/activities/own/queries'
import { cancel, goOnline, move, postpone } from '@/lib/agir/dates/actions'
import { changeWhatThereIsToDo } from '@/lib/agir/dates/roles/actions'
import type { PublicDate } from '@/lib/agir/dates/queries'
import { scopes } from '@/lib/agir/dates/rules'
import type { Skill } from '@/lib/agir/volunteers/rules'
import { RoleRows, roleLabels } from '../offer/role-fields'
import { DateForm } from './date-form'
import { DatePlaceForm } from './date-place'
import { Reason } from './date-reason'

type Changing = { date: PublicDate; activity: OwnActivity; isSeries: boolean }

/** What can become of a date, one thing at a time. */
export async function DateChanges({ date, activity, isSeries }: Changing) {
  const t = await getTranslations('agirChange')
  return (
    <div className="space-y-6">
      <Fold title={t('move.title')} open>
        <Move date={date} isSeries={isSeries} />
      </Fold>
      {activity.attendance !== 'online' && (
        <Fold title={t('place.title')}>
          <DatePlaceForm date={date} activity={activity} />
        </Fold>
      )}
      <Fold title={t('roles.title')}>
        <Roles date={date} />
      </Fold>
      <Fold title={t('online.title')}>
        <DateForm
          action={goOnline}
          dateId={date.id}
          labels={{ onlineUrl: t('online.link'), reason: t('reason') }}
          submit={t('online.submit')}
        >
          <FormInput
            name="onlineUrl"
            id="onlineUrl"
            type="url"
            label={t('online.link')}
            hint={t('online.hint')}
            required
          />
          <Reason id="online-reason" optional />
        </DateForm>
      </Fold>
      <Fold title={t('postpone.title')}>
        <DateForm
          action={postpone}
          dateId={date.id}
          labels={{ reason: t('reason') }}
          submit={t('postpone.submit')}
        >
          <p className="text-muted">{t('postpone.text')}</p>
          <Reason id="postpone-reason" />
        </DateForm>
      </Fold>
      <Fold title={t('cancel.title')}>
        <DateForm
          action={cancel}
          dateId={date.id}
          labels={{ reason: t('reason') }}
          submit={t('cancel.submit')}
          danger
        >
          <p className="text-muted">{t('cancel.text')}</p>
          {isSeries && <ScopeChoice id="cancel-scope" />}
          <Reason id="cancel-reason" />
        </DateForm>
      </Fold>
    </div>
  )
}

async function Move({ date, isSeries }: { date: PublicDate; isSeries: boolean }) {
  const t = await getTranslations('agirChange')
  const [on, from] = date.startsLocal.split(' ')
  return (
    <DateForm
      action={move}
      dateId={date.id}
      labels={{ on: t('move.on'), from: t('move.from'), to: t('move.to'), reason: t('reason') }}
      submit={t('move.submit')}
    >
      <div className="grid gap-6 sm:grid-cols-3">
        <FormInput name="on" type="date" label={t('move.on')} value={on} required />
        <FormInput name="from" type="time" label={t('move.from')} value={from!.slice(0, 5)} required />
        <FormInput name="to" type="time" label={t('move.to')} value={date.endsLocal.slice(11, 16)} required />
      </div>
      {isSeries && <ScopeChoice id="move-scope" hint={t('move.hint')} />}
      <Reason id="move-reason" optional />
    </DateForm>
  )
}

/** The only thing to do may have no name. */
async function Roles({ date }: { date: PublicDate }) {
  const t = await getTranslations('agirChange')
  const roles = date.positions.map(({ id, label, skills, capacity }) => ({
    ...{ positionId: id, label: label ?? '', capacity },
    skill: (skills[0] as Skill | undefined) ?? null,
  }))
  return (
    <DateForm
      action={changeWhatThereIsToDo}
      dateId={date.id}
      labels={await roleLabels()}
      submit={t('roles.submit')}
    >
      <p className="text-muted">{t('roles.text')}</p>
      <RoleRows roles={roles} />
    </DateForm>
  )
}

async function ScopeChoice({ id, hint }: { id: string; hint?: string }) {
  const t = await getTranslations('agirChange')
  return (
    <FormRadios
      name="scope"
      id={id}
      label={t('scope')}
      hint={hint}
      value="one"
      choices={scopes.map((value) => ({ value, label: t(`scopes.${value}`) }))}
    />
  )
}
