import { getTranslations } from 'next-intl/server'
import { buttonLook } from '../ui/button'
import { Icon } from '../ui/icon'
import { CopyLink } from './copy-link'

/** Two ways to tell others that need no other company's script. */
export async function ShareLinks({ address, title }: { address: string; title: string }) {
  const t = await getTranslations('supports.share')
  const mail = `mailto:?subject=${encodeURIComponent(t('subject', { title }))}&body=${encodeURIComponent(address)}`
  return (
    <div>
      <h3 className="text-lg">{t('title')}</h3>
      <div className="mt-2 flex flex-wrap gap-2">
        <a href={mail} className={buttonLook({ variant: 'secondary', size: 'small' })}>
          <Icon name="mail" />
          {t('mail')}
        </a>
        <CopyLink address={address} text={t('copy')} done={t('copied')} icon={<Icon name="link" />} />
      </div>
    </div>
  )
}
