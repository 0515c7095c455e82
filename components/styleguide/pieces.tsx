import { getTranslations } from 'next-intl/server'
import { Signature } from '@/components/layout/signature'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { Dialog } from '@/components/ui/dialog'
import { EmptyState } from '@/components/ui/empty-state'
import { ErrorSummary } from '@/components/ui/error-summary'
import { Icon } from '@/components/ui/icon'
import { Notice } from '@/components/ui/notice'
import { Pagination } from '@/components/ui/pagination'
import { Progress } from '@/components/ui/progress'
import { Stat } from '@/components/ui/stat'
import { Steps } from '@/components/ui/steps'
import { Tag } from '@/components/ui/tag'

const tones = ['neutral', 'action', 'accent', 'success', 'warn', 'danger'] as const

export async function Pieces({ seed }: { seed: string }) {
  const t = await getTranslations('ui.styleguide')
  const [first, second, third] = t('steps').split(', ') as [string, string, string]
  return (
    <section className="grid gap-8">
      <Breadcrumbs label={t('trail')} trail={[{ href: '/', text: t('home') }, { text: t('title') }]} />
      <div>
        <h2>{t('signature')}</h2>
        <Signature seed={seed} scale={4} className="mt-4 h-[144px] rounded-card" />
        <div className="ground-deep mt-4">
          <Signature seed={seed} ground="deep" scale={4} className="h-[144px]" />
        </div>
      </div>
      <div>
        <h2>{t('type')}</h2>
        {(['text-sm', 'text-base', 'text-lg', 'text-xl', 'text-2xl', 'text-3xl', 'text-4xl'] as const).map(
          (size) => (
            <p key={size} className={`${size} mt-2 font-title`}>
              {t('sample')}
            </p>
          ),
        )}
      </div>
      <ErrorSummary
        title={t('errors')}
        errors={[
          { name: 'wrong', text: t('nameError') },
          { name: 'street', text: t('nameHint') },
        ]}
      />
      <h2>{t('notices')}</h2>
      <Notice title={t('info')}>{t('sample')}</Notice>
      <Notice tone="success" title={t('success')} />
      <Notice tone="warn" title={t('warn')} />
      <Notice tone="danger" title={t('failed')} />
      <h2>{t('states')}</h2>
      <div className="flex flex-wrap gap-2">
        {tones.map((tone) => (
          <Tag key={tone} tone={tone} icon={<Icon name="flag" />}>
            {t('open')}
          </Tag>
        ))}
      </div>
      <Progress value={312} max={500} text={t('progress')} />
      <Stat figure="312" label={t('count')} href="#" />
      <Steps
        label={t('states')}
        text={t('stepOf')}
        steps={[
          { title: first, href: '#', state: 'done' },
          { title: second, state: 'current' },
          { title: third, state: 'ahead' },
        ]}
      />
      <h2>{t('tables')}</h2>
      <Pagination
        label={t('tables')}
        previous={{ href: '#1', label: t('previous') }}
        next={{ href: '#3', label: t('next') }}
        pages={[1, 2, 3].map((number) => ({
          number: String(number),
          href: `#page-${number}`,
          label: t('pageNumber', { number }),
          current: number === 2,
        }))}
      />
      <h2>{t('dialog')}</h2>
      <Dialog trigger={t('openDialog')} title={t('dialog')} close={t('close')}>
        {t('sample')}
      </Dialog>
      <EmptyState title={t('emptyTitle')} art={<Signature seed={seed} className="h-[72px]" />}>
        {t('emptyText')}
      </EmptyState>
    </section>
  )
}
