import { getTranslations } from 'next-intl/server'
import { FileSection } from '@/components/examination/file-section'
import { WrittenText } from '@/components/ideas/written-text'
import { Fold } from '@/components/ui/fold'
import { Notice } from '@/components/ui/notice'
import type { FoundSheet } from '@/lib/ideas/paper/queries'
import { AskWithdrawalForm, ControlForm, SendBackForm, WithdrawForm } from './paper-forms'

type Props = { sheet: FoundSheet; personId: string }

/** What can be done with a sheet now, and by whom. */
export async function SheetSteps({ sheet, personId }: Props) {
  const t = await getTranslations('paper')
  if (sheet.state === 'entered')
    return (
      <>
        {sheet.enteredById === personId ? (
          <Notice title={t('anotherTitle')}>{t('another')}</Notice>
        ) : (
          <FileSection id="controle" title={t('controlTitle')} lead={t('controlLead')} isNext>
            <ControlForm sheetId={sheet.id} lines={sheet.toRead} />
          </FileSection>
        )}
        <Fold title={t('sendBackTitle')}>
          <SendBackForm sheetId={sheet.id} />
        </Fold>
      </>
    )
  return sheet.state === 'counted' ? <Withdrawal sheet={sheet} personId={personId} /> : null
}

async function Withdrawal({ sheet, personId }: Props) {
  const t = await getTranslations('paper')
  if (!sheet.withdrawalReason)
    return (
      <Fold title={t('withdrawTitle')}>
        <p className="mb-4 max-w-text">{t('withdrawLead')}</p>
        <AskWithdrawalForm sheetId={sheet.id} />
      </Fold>
    )
  return (
    <FileSection id="retrait" title={t('withdrawTitle')} lead={t('withdrawAsked')} isNext>
      <blockquote className="border-s-2 border-line ps-3">
        <WrittenText text={sheet.withdrawalReason} />
      </blockquote>
      {sheet.withdrawalAskedById === personId ? (
        <Notice>{t('anotherWithdrawal')}</Notice>
      ) : (
        <WithdrawForm sheetId={sheet.id} count={sheet.countedCount ?? 0} />
      )}
    </FileSection>
  )
}
