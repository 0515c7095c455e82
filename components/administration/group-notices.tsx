import { getTranslations } from 'next-intl/server'
import { Notice } from '@/components/ui/notice'
import { currentHref } from '@/lib/tenancy/current-site'
import type { Desk } from '@/lib/tenancy/drafts/queries'

/** What came of the form, and whether the draft can be written in at all. */
export async function GroupNotices({ desk, isKept }: { desk: Desk; isKept: boolean }) {
  const [t, href] = await Promise.all([getTranslations('settings'), currentHref()])
  const toDraft = <a href={href('/administration/brouillon')}>{t('pages.draft.title')}</a>
  return (
    <>
      {isKept && (
        <div className="mb-8 max-w-[48rem]">
          <Notice tone="success" live="status" title={t('kept')}>
            <p>
              {t('keptText')} {toDraft}
            </p>
          </Notice>
        </div>
      )}
      {desk.draft?.status === 'proposed' && (
        <div className="mb-8 max-w-[48rem]">
          <Notice tone="warn" title={t('waiting.proposed')}>
            {toDraft}
          </Notice>
        </div>
      )}
    </>
  )
}
