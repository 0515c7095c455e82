import { mkdtemp, readdir, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import { forgetImages, keepImage, mediaFolder } from '../../lib/media/commands'
import { imageSources, isMediaName, limits, smallFileOf } from '../../lib/media/rules'

const city = { id: 'belleville' }
const photo = (width = 1200, height = 800) =>
  sharp({ create: { width, height, channels: 3, background: '#2b6b4f' } })

beforeAll(async () => {
  process.env.DATA_DIR = await mkdtemp(join(tmpdir(), 'media-'))
})

describe('what is no image is refused', () => {
  test.each([
    [
      'a drawing with a script',
      Buffer.from(
        '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script></svg>',
      ),
      'not_an_image',
    ],
    ['a page', Buffer.from('<!doctype html><script>alert(1)</script>'), 'not_an_image'],
    ['nothing', Buffer.alloc(0), 'file_empty'],
    ['noise', Buffer.from('a'.repeat(5000)), 'not_an_image'],
    ['a GIF that is also a script', Buffer.from('GIF89a/*\x01\x00*/=alert(1)//'), 'not_an_image'],
    [
      'a HEIC',
      Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic'), Buffer.alloc(64)]),
      'not_an_image',
    ],
    ['a PDF', Buffer.from('%PDF-1.7\n1 0 obj'), 'not_an_image'],
    ['eleven megabytes', Buffer.alloc(11 * 1024 * 1024, 0xff), 'file_too_big'],
    ['a PNG that says it is 60,000 pixels wide and high', pngHeader(60_000, 60_000), 'too_many_pixels'],
    ['the beginning of a PNG', pngHeader(100, 100), 'image_damaged'],
  ])('%s', async (_what, bytes, refusal) => {
    const before = process.memoryUsage().rss
    expect(await keepImage(city, bytes)).toEqual({ ok: false, refusal })
    expect(process.memoryUsage().rss - before).toBeLessThan(200 * 1024 * 1024)
  })
})

test('half of a photograph is refused, and nothing of it is left', async () => {
  const whole = await photo().jpeg().toBuffer()
  expect(await keepImage(city, whole.subarray(0, 700))).toMatchObject({ ok: false })
  expect(await readdir(mediaFolder(city)).catch(() => [])).toEqual([])
})

test('a photograph loses its place, its camera and whatever hides after it, and stands upright', async () => {
  const taken = await photo(1000, 500)
    .jpeg()
    .withMetadata({
      orientation: 6,
      exif: {
        IFD0: { Make: 'SecretCamera' },
        IFD3: {
          GPSLatitudeRef: 'N',
          GPSLatitude: '48/1 51/1 24/1',
          GPSLongitudeRef: 'E',
          GPSLongitude: '2/1 21/1 8/1',
        },
      },
    })
    .toBuffer()
  expect(taken.includes('SecretCamera')).toBe(true)
  const polyglot = Buffer.concat([taken, Buffer.from('<script>alert(document.domain)</script>')])

  const kept = await keepImage(city, polyglot)
  if (!kept.ok) throw new Error(kept.refusal)
  const stored = await readFile(join(mediaFolder(city), kept.value.file))
  const seen = await sharp(stored).metadata()
  expect(seen).toMatchObject({ format: 'webp', width: 500, height: 1000 })
  expect([seen.exif, seen.xmp, seen.iptc, seen.orientation]).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ])
  expect(stored.includes('SecretCamera') || stored.includes('<script>') || stored.includes('GPS')).toBe(false)
})

test('forty megapixels pass, and come out in two sizes under names nobody chose', async () => {
  const began = performance.now()
  const kept = await keepImage(city, await photo(8000, 5000).png({ compressionLevel: 1 }).toBuffer())
  if (!kept.ok) throw new Error(kept.refusal)
  expect(performance.now() - began).toBeLessThan(10_000)
  expect(kept.value).toMatchObject({ width: 1600, height: 1000 })
  expect(isMediaName(kept.value.file)).toBe(true)
  const small = await sharp(await readFile(join(mediaFolder(city), smallFileOf(kept.value.file)))).metadata()
  expect(small).toMatchObject({ width: 640, height: 400 })
  expect(imageSources(kept.value).srcSet).toContain('640w')
}, 30_000)

test('one pixel more does not', async () => {
  const wide = await photo(8001, 5000).png({ compressionLevel: 1 }).toBuffer()
  expect(8001 * 5000).toBeGreaterThan(limits.pixels)
  expect(await keepImage(city, wide)).toEqual({ ok: false, refusal: 'too_many_pixels' })
}, 30_000)

test('a forgotten image leaves no file', async () => {
  const kept = await keepImage(city, await photo(64, 64).webp().toBuffer())
  if (!kept.ok) throw new Error(kept.refusal)
  await forgetImages(city, [kept.value.file])
  const left = await readdir(mediaFolder(city))
  expect(left.some((file) => file.startsWith(kept.value.file.slice(0, 22)))).toBe(false)
})

test.each([
  '"><svg onload=alert(1)>.png',
  '../../etc/passwd',
  'a.php%00.jpg',
  '\u202Egnp.exe',
  '.webp',
  `${'a'.repeat(22)}.png`,
])('no file is called %s', (name) => expect(isMediaName(name)).toBe(false))

/** The beginning of a PNG: enough to say how large it claims to be. */
function pngHeader(width: number, height: number): Buffer {
  const size = Buffer.alloc(13)
  size.writeUInt32BE(width, 0)
  size.writeUInt32BE(height, 4)
  size.set([8, 2, 0, 0, 0], 8)
  const pixels = deflateSync(Buffer.alloc(1000))
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), chunk('IHDR', size), chunk('IDAT', pixels)])
}

function chunk(type: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type), content])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(content.length)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, sum])
}
