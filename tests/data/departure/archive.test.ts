import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { archiveCity } from '@/lib/tenancy/departure/archive/commands'
import { paris } from '@/tenants/paris'
import { deadLinksIn, filesInZip } from '../../support/zip'
import { ownFolder } from '../../support/own-folder'

const now = new Date('2026-11-22T09:00:00Z')
const shown: Record<string, string> = {
  '/': `<html><head><link rel="stylesheet" href="/theme/a.css"/></head><body><a href="/idees">Idées</a>
    <a href="/connexion">Se connecter</a><a href="/idees/flux">flux</a>
    <a href="mailto:?body=http%3A%2F%2Fdecider.paris.localhost%3A3000%2F">Partager</a><a href="/idees/perdue">perdue</a></body></html>`,
  '/idees': `<html><head></head><body><a href="/idees/fontaine?geste=soutenir">Une fontaine</a>
    <script>self.secret=1</script><img src="/media/f.webp"/><a href="/en/idees">English</a></body></html>`,
  '/idees/fontaine':
    '<html><head></head><body><a href="/">Accueil</a><form><button>Soutenir</button></form></body></html>',
  '/en/idees': '<html lang="en"><head></head><body><a href="/en/idees/fontaine">A fountain</a></body></html>',
  '/idees/flux': '<feed></feed>',
  '/theme/a.css': '@font-face{src:url(/fonts/t.woff2)} .h{background:url("/perdu.png")}',
  '/fonts/t.woff2': 'une fonte',
  '/media/f.webp': 'une image',
}
const types = { css: 'text/css', webp: 'image/webp', woff2: 'font/woff2', flux: 'application/atom+xml' }
const type = (path: string) =>
  types[/(\w+)$/.exec(path)?.[1] as keyof typeof types] ?? 'text/html; charset=utf-8'

/** A city of a few pages, that answers like the product and notes who asked. */
const asked: string[] = []
async function ask(address: URL) {
  asked.push(address.host + address.pathname + address.search)
  const body = address.hostname === paris.hosts.decider ? shown[address.pathname] : undefined
  return { status: body ? 200 : 404, type: type(address.pathname), body: Buffer.from(body ?? '') }
}

test('everything a city shows is in one file whose links all lead to one another', async () => {
  const path = join(await ownFolder(), 'paris.zip')
  const made = await archiveCity(path, { tenant: paris, ask, now })
  const files = filesInZip(await readFile(path))
  expect([...files.keys()].sort()).toEqual([
    'archive.css',
    'decider/en/idees/index.html',
    'decider/fichiers/fonts/t.woff2',
    'decider/fichiers/media/f.webp',
    'decider/fichiers/theme/a.css',
    'decider/idees/fontaine/index.html',
    'decider/idees/index.html',
    'decider/index.html',
    'index.html',
    'manifest.json',
  ])
  expect(deadLinksIn(files)).toEqual([])
  const home = files.get('decider/index.html')!.toString()
  expect(home).toContain('Archive de Paris, faite le 22 novembre 2026')
  expect(home).toContain('<a>Se connecter</a><a>flux</a>')
  expect(home).toContain('<a>Partager</a>')
  expect(files.get('decider/en/idees/index.html')!.toString()).toContain('Archive of Paris, made on')
  expect(asked.filter((one) => /connexion|geste/.test(one))).toEqual([])
  expect(new Set(asked).size).toBe(asked.length)
  expect(JSON.parse(files.get('manifest.json')!.toString())).toMatchObject({
    ...{ format: 'parvis-archive', city: 'paris', madeAt: now.toISOString(), pages: made.pages },
    languages: paris.locales,
  })
})

test('a city that does not answer leaves no half of an archive', async () => {
  const path = join(await ownFolder(), 'paris.zip')
  const away = () => Promise.resolve({ status: 503, type: 'text/html', body: Buffer.alloc(0) })
  await expect(archiveCity(path, { tenant: paris, ask: away, now })).rejects.toThrow('answers')
  await expect(readFile(path)).rejects.toThrow('ENOENT')
})
