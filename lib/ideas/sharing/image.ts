import 'server-only'
import { rmSync } from 'node:fs'
import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import type { Emblem } from '../../../tenants/theme'
import { mediaFolder } from '../../media/commands'
import { unpackWoff } from './woff'

const shipped = [
  'ibm-plex-sans/files/ibm-plex-sans-latin',
  'ibm-plex-sans-arabic/files/ibm-plex-sans-arabic-arabic',
]
const weights = ['400', '700']

/** A city's emblem for a drawing; nothing when its file is away, which keeps no link from being shared. */
export async function emblemOf(tenant: { id: string }, { file, width, height }: Emblem) {
  const pixels = await sharp(join(mediaFolder(tenant), file))
    .resize({ width: 520, height: 168, fit: 'inside' })
    .png()
    .toBuffer()
    .catch(() => null)
  return pixels ? { href: `data:image/png;base64,${pixels.toString('base64')}`, width, height } : undefined
}

let fonts: Promise<void> | undefined

/** A drawing as a PNG. The fonts are those of the product, so that it looks the same on a machine that has none. */
export async function pictureOf(drawing: string): Promise<Buffer> {
  await (fonts ??= layOutFonts())
  return sharp(Buffer.from(drawing)).png({ palette: true, colours: 64, effort: 3 }).toBuffer()
}

/** What draws text looks for fonts where this variable says, the first time it draws any. */
async function layOutFonts(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'parvis-fonts-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  const packages = join(process.cwd(), 'node_modules', '@fontsource')
  for (const name of shipped.flatMap((font) => weights.map((weight) => `${font}-${weight}-normal`)))
    await writeFile(
      join(folder, `${name.replaceAll('/', '-')}.ttf`),
      unpackWoff(await readFile(join(packages, `${name}.woff`))),
    )
  const settings = join(folder, 'fonts.conf')
  const written = `<fontconfig><dir>${folder}</dir><cachedir>${folder}</cachedir></fontconfig>`
  await writeFile(settings, `<?xml version="1.0"?>${written}`)
  process.env.FONTCONFIG_FILE = settings
}
