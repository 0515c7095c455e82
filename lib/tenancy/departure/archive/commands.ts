import 'server-only'
import { createHash } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { createTranslator } from 'use-intl/core'
import type { Locale, Tenant } from '../../../../tenants/tenant'
import { localized } from '../../../i18n/localized'
import { messagesOf } from '../../../i18n/city-messages'
import { publicOrigin } from '../../origin'
import { pathOf, platformsOf, readPath, type Surface } from '../../site'
import { writeZip } from '../zip/commands'
import type { Answer, Ask } from './asking'
import { addressesIn, addressesInStyles, asArchived, stylesWith } from './pages'
import { placeOf, wayBetween } from './places'

type Found = { address: URL; file: string; type: string; kept: string }
export type ArchiveManifest = {
  format: 'parvis-archive'
  city: string
  name: Tenant['name']
  madeAt: string
  languages: readonly Locale[]
  pages: number
  files: { file: string; address: string; bytes: number; sha256: string }[]
}
type Archiving = { tenant: Tenant; ask: Ask; now: Date }

/**
 * Everything a city shows to anybody, as pages that need nobody to answer: read like a visitor, so that it can hold no
 * more than a visitor sees.
 */
export async function archiveCity(path: string, archiving: Archiving): Promise<ArchiveManifest> {
  // Beside it: a large city may be more than the memory that some machines have for what is temporary.
  const folder = await mkdtemp(join(dirname(path), '.archive-'))
  try {
    const found = await gather(folder, archiving)
    return await bind(path, found, archiving)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Reads page after page, and what each leads to, until there is nothing new. What is not there is left out. */
async function gather(folder: string, { tenant, ask }: Archiving): Promise<Map<string, Found>> {
  const found = new Map<string, Found>()
  const seen = new Set<string>()
  const waiting = beginnings(tenant)
  for (let address = waiting.pop(); address; address = waiting.pop()) {
    const place = placeOf(tenant, address)
    if (!place || seen.has(place.key)) continue
    seen.add(place.key)
    const answer = await ask(new URL(place.key.slice(address.host.length), address))
    if (answer.status !== 200 || !isAsNamed(place.file, answer)) continue
    const kept = join(folder, String(found.size))
    await writeFile(kept, answer.body)
    found.set(place.key, { address, file: place.file, type: answer.type, kept })
    for (const next of leadsOf(answer)) if (URL.canParse(next, address)) waiting.push(new URL(next, address))
  }
  if (found.size === 0) throw new Error(`Nothing of ${tenant.id} answers`)
  return found
}

/** A feed or a calendar at the address of a page is for programs that ask again. */
const isAsNamed = (file: string, { type }: Answer) => !file.endsWith('.html') || type.startsWith('text/html')

function leadsOf({ type, body }: Answer): string[] {
  if (type.startsWith('text/html')) return addressesIn(body.toString('utf8'))
  return type.startsWith('text/css') ? addressesInStyles(body.toString('utf8')) : []
}

/** The first page of each platform in each language, and of the city above them where it has one host for both. */
function beginnings(tenant: Tenant): URL[] {
  const surfaces: Surface[] = [...platformsOf(tenant), ...(tenant.hosts.shared ? (['ville'] as const) : [])]
  return surfaces.flatMap((surface) => {
    const host = tenant.hosts.shared ?? (surface === 'ville' ? undefined : tenant.hosts[surface])
    return host
      ? tenant.locales.map((locale) => new URL(pathOf(tenant, locale, surface, '/'), publicOrigin(host)))
      : []
  })
}

async function bind(
  path: string,
  found: Map<string, Found>,
  { tenant, now }: Archiving,
): Promise<ArchiveManifest> {
  const { id: city, name, locales: languages } = tenant
  const about = { format: 'parvis-archive' as const, city, name, madeAt: now.toISOString(), languages }
  const manifest: ArchiveManifest = { ...about, pages: 0, files: [] }
  await writeZip(path, now, async ({ add }) => {
    for (const one of found.values()) {
      const content = await rewritten(one, found, tenant, now)
      await add(one.file, content)
      if (one.type.startsWith('text/html')) manifest.pages++
      const sha256 = createHash('sha256').update(content).digest('hex')
      manifest.files.push({ file: one.file, address: one.address.href, bytes: content.byteLength, sha256 })
    }
    await add('archive.css', Buffer.from(look))
    if (!tenant.hosts.shared) await add('index.html', Buffer.from(cover(tenant, found)))
    await add('manifest.json', Buffer.from(JSON.stringify(manifest, null, 1)))
  })
  return manifest
}

async function rewritten(one: Found, found: Map<string, Found>, tenant: Tenant, now: Date): Promise<Buffer> {
  const content = await readFile(one.kept)
  const wayTo = (address: string) => {
    if (address.startsWith('#') || !URL.canParse(address, one.address)) return undefined
    const target = new URL(address, one.address)
    if (target.protocol === 'mailto:' && address.includes(encodeURIComponent(one.address.host))) return null
    if (!/^https?:$/.test(target.protocol)) return undefined
    const there = found.get(placeOf(tenant, target)?.key ?? '')
    if (there) return wayBetween(one.file, there.file) + target.hash
    return isOwn(tenant, target.hostname) ? null : undefined
  }
  if (one.type.startsWith('text/css'))
    return Buffer.from(stylesWith(content.toString('utf8'), (address) => wayTo(address) ?? null))
  if (!one.type.startsWith('text/html')) return content
  const styles = wayBetween(one.file, 'archive.css')
  return Buffer.from(
    asArchived(content.toString('utf8'), { wayTo, styles, notice: noticeOf(one.address, tenant, now) }),
  )
}

const isOwn = ({ hosts }: Tenant, hostname: string) =>
  [hosts.shared, hosts.decider, hosts.agir, ...hosts.aliases.map(({ host }) => host)].includes(hostname)

function noticeOf({ hostname, pathname }: URL, tenant: Tenant, now: Date): string {
  const { shared, decider } = tenant.hosts
  const host = shared === hostname ? 'shared' : decider === hostname ? 'decider' : 'agir'
  const { locale } = readPath(tenant, host, pathname)
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: tenant.timeZone }).format(now)
  const city = localized(tenant.name, locale, tenant)
  const t = createTranslator({ locale, messages: messagesOf(tenant, locale), namespace: 'departure.archive' })
  return t('notice', { city, day })
}

/** Two platforms on hosts of their own have no page in common: this one leads to both. */
function cover(tenant: Tenant, found: Map<string, Found>): string {
  const locale = tenant.locales[0]!
  const links = beginnings(tenant).flatMap((address) => {
    const there = found.get(placeOf(tenant, address)?.key ?? '')
    return there ? [`<li><a href="${there.file}">${plain(address.host + address.pathname)}</a></li>`] : []
  })
  const title = plain(localized(tenant.name, locale, tenant))
  return `<!doctype html><html lang="${locale}"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${title}</title><link rel="stylesheet" href="archive.css"><main class="cover"><h1>${title}</h1><ul>${links.join('')}</ul></main></html>`
}

const plain = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** What asks for an answer is out of sight; what leads nowhere any more reads as text. */
const look = `.archive{margin:0;padding:.75rem 1rem;text-align:center;border-block-end:1px solid currentColor}
.cover{max-width:40rem;margin:4rem auto;padding:0 1rem;font:1.125rem/1.6 system-ui}
a:not([href]){color:inherit;text-decoration:none}
a:not([href])[class*="inline-flex"],fieldset,input,select,textarea,label:has(input){display:none}
`
