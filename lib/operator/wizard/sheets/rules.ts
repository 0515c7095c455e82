const fields = 'nom,code,population,centre,contour'
const source = 'https://geo.api.gouv.fr/communes'

/**
 * Where whoever makes a French city fetches its sheet, with their own browser: the State gives it away, under an open
 * licence and always as it is today. The product holds no outline of anybody's, and asks nobody behind their back.
 */
export function sheetAddress({ insee, name, country }: { insee?: string; name?: string; country?: string }) {
  if (country !== 'FR') return null
  if (insee) return `${source}/${encodeURIComponent(insee)}?fields=${fields}`
  const asked = name && new URLSearchParams({ nom: name, boost: 'population', limit: '1' })
  return asked ? `${source}?${asked}&fields=${fields}` : null
}

export const isInsee = (asked: string) => /^\d[\dab]\d{3}$/i.test(asked.trim())
