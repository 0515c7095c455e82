/** Everything a page leads to or is made of, as it is written there. */
export function addressesIn(html: string): string[] {
  const kept = withoutMachinery(html)
  return [...kept.matchAll(/<[a-z][^>]*>/gi)].flatMap(([tag]) => [
    ...[...tag.matchAll(/\s(?:href|src|poster)="([^"]*)"/g)].map(([, address]) => plain(address!)),
    ...[...tag.matchAll(/\ssrcset="([^"]*)"/gi)].flatMap(([, set]) => candidates(plain(set!))),
  ])
}

export function addressesInStyles(css: string): string[] {
  return [...css.matchAll(/url\(\s*["']?([^"')]+)["']?\s*\)/g)].map(([, address]) => address!)
}

export const stylesWith = (css: string, wayTo: (address: string) => string | null) =>
  css.replace(/url\(\s*["']?([^"')]+)["']?\s*\)/g, (all, address: string) =>
    address.startsWith('data:') ? all : `url("${wayTo(address) ?? ''}")`,
  )

/** What only works while somebody answers: scripts, forms and their buttons, and what speaks to other programs. */
function withoutMachinery(html: string): string {
  return html
    .replace(/<script\b[\s\S]*?<\/script>/gi, '')
    .replace(/<\/?noscript>/gi, '')
    .replace(/<(form|button|dialog|template)\b[\s\S]*?<\/\1>/gi, '')
    .replace(/<link\b(?![^>]*\srel="(?:stylesheet|icon)")[^>]*>/gi, '')
    .replace(/<meta\b[^>]*\s(?:property|name)="(?:og|twitter|article):[^>]*>/gi, '')
}

type Rewriting = {
  /** Where an address leads within the archive; null when it is not there; undefined for somewhere else altogether. */
  wayTo: (address: string) => string | null | undefined
  /** Put at the top of the page, and the look that belongs to it. */
  notice: string
  styles: string
}

/** A page as it is read without anybody to answer: linked to its neighbours, and to nothing that is gone. */
export function asArchived(html: string, { wayTo, notice, styles }: Rewriting): string {
  return withoutMachinery(html)
    .replace(/<[a-z][^>]*>/gi, (tag) => retold(tag, wayTo))
    .replace(/<\/head>/i, `<link rel="stylesheet" href="${styles}"></head>`)
    .replace(/(<body\b[^>]*>)/i, `$1<p class="archive" role="note">${escaped(notice)}</p>`)
}

function retold(tag: string, wayTo: Rewriting['wayTo']): string {
  const isPicture = /^<(img|source)\b/i.test(tag)
  const written = tag
    .replace(/\s(href|src|poster)="([^"]*)"/g, (all, name: string, address: string) => {
      const way = wayTo(plain(address))
      if (way === undefined) return all
      return way === null ? '' : ` ${name}="${escaped(way)}"`
    })
    .replace(/\ssrcset="([^"]*)"/gi, (_all, set: string) => {
      const ways = plain(set)
        .split(/,\s+/)
        .flatMap((one) => {
          const [address = '', size = ''] = one.trim().split(/\s+/)
          const way = wayTo(address)
          return way ? [`${way} ${size}`.trim()] : []
        })
      return ways.length > 0 ? ` srcset="${escaped(ways.join(', '))}"` : ''
    })
  return isPicture && !/\s(src|srcset)="/i.test(written) ? '' : written
}

const candidates = (set: string) => set.split(/,\s+/).map((one) => one.trim().split(/\s+/)[0]!)

const entities: Record<string, string> = { amp: '&', quot: '"', lt: '<', gt: '>', '#x27': "'", '#39': "'" }
const plain = (text: string) =>
  text.replace(/&(amp|quot|lt|gt|#x27|#39);/g, (_, name: string) => entities[name]!)
const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
