import 'server-only'
import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { unpackWoff } from './woff'

const shipped = [
  'ibm-plex-sans/files/ibm-plex-sans-latin',
  'ibm-plex-sans-arabic/files/ibm-plex-sans-arabic-arabic',
]
const weights = ['400', '700']

let fonts: Promise<void> | undefined

/** A drawing as a PNG. The fonts are those of the product, so that it looks the same on a machine that has none. */
export async function pictureOf(drawing: string): Promise<Buffer> {
  await (fonts ??= layOutFonts())
  return sharp(Buffer.from(drawing)).png({ palette: true, colours: 64, effort: 3 }).toBuffer()
}

/** What draws text looks for fonts where this variable says, the first time it draws any. */
async function layOutFonts(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'parvis-fonts-'))
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
