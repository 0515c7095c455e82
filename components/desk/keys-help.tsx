import { getTranslations } from 'next-intl/server'
import { DeskKeys } from './desk-keys'

/** The letters a page answers to, and what each does there. */
export async function KeysHelp({
  letters,
}: {
  letters: readonly ('j' | 'k' | 'c' | 'p' | 'r' | 'm' | 'n' | 'u')[]
}) {
  const t = await getTranslations('desk.keys')
  const named = letters.map((key) => ({ key, does: t(key) }))
  const open = letters.includes('j') ? [{ key: '↵', does: t('enter') }] : []
  const words = { title: t('title'), open: t('open'), on: t('on'), hint: t('hint'), close: t('close') }
  return <DeskKeys words={words} keys={[...named, ...open, { key: '?', does: t('help') }]} />
}
