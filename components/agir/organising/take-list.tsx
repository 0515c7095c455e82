import { getTranslations } from 'next-intl/server'
import { Section } from '@/components/ideas/section'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { TextInput } from '@/components/ui/text-input'
import { listReason } from '@/lib/agir/registrations/exports/rules'

/** Those who come, as a file: for a reason, which stays. `isShort`: it was not said well enough. */
export async function TakeList({
  dateId,
  page,
  isShort,
}: {
  dateId: string
  page: string
  isShort: boolean
}) {
  const t = await getTranslations('agirList.export')
  return (
    <Section id="liste" title={t('title')}>
      <p className="mb-5 text-muted">{t('text')}</p>
      <form method="post" action={`/api/dates/${dateId}/list`} className="space-y-4">
        <input type="hidden" name="page" value={page} />
        <TextInput
          name="reason"
          id="list-reason"
          label={t('reason')}
          hint={t('hint')}
          error={isShort ? t('short') : undefined}
          minLength={listReason.min}
          maxLength={listReason.max}
          required
        />
        <Button type="submit" variant="secondary" icon={<Icon name="download" />}>
          {t('button')}
        </Button>
      </form>
    </Section>
  )
}
