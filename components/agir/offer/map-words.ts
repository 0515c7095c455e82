import { getTranslations } from 'next-intl/server'

/** What the map says on which a place is pointed at. */
export async function mapWords() {
  const t = await getTranslations('deposit.place')
  return {
    map: t('mapLabel'),
    zoomIn: t('zoomIn'),
    zoomOut: t('zoomOut'),
    help: t('mapHelp'),
    placeHere: t('placeHere'),
    placed: t('placed', { name: '{name}' }),
    outside: t('outside'),
    none: t('none'),
    failed: t('mapFailed'),
  }
}
