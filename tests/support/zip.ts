import { crc32, inflateRawSync } from 'node:zlib'

/** Every file of a zip by its name, as its own directory says where each is. */
export function filesInZip(zip: Buffer): Map<string, Buffer> {
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  const files = new Map<string, Buffer>()
  let at = zip.readUInt32LE(end + 16)
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    const [named, extra, noted] = [28, 30, 32].map((field) => zip.readUInt16LE(at + field))
    const name = zip.toString('utf8', at + 46, at + 46 + named!)
    const from = zip.readUInt32LE(at + 42)
    const begins = from + 30 + zip.readUInt16LE(from + 26) + zip.readUInt16LE(from + 28)
    const content = inflateRawSync(zip.subarray(begins, begins + zip.readUInt32LE(at + 20)))
    if (crc32(content) !== zip.readUInt32LE(at + 16)) throw new Error(`${name} is damaged`)
    files.set(name, content)
    at += 46 + named! + extra! + noted!
  }
  return files
}

/** The links of every page, and what styles are made of, that lead to no file of the zip. */
export function deadLinksIn(files: Map<string, Buffer>): string[] {
  return [...files].flatMap(([name, content]) => {
    const text = content.toString('utf8')
    const found = name.endsWith('.html')
      ? [...text.matchAll(/\s(?:href|src)="([^"]*)"/g)]
      : name.endsWith('.css')
        ? [...text.matchAll(/url\("([^"]*)"\)/g)]
        : []
    const led = found.map(([, to]) => to!.replaceAll('&amp;', '&'))
    const within = led.filter((to) => !/^(#|https?:|mailto:|tel:|data:|webcal:)/.test(to))
    return within
      .filter((to) => !files.has(decodeURI(new URL(to.split('#')[0]!, `file:///${name}`).pathname).slice(1)))
      .map((to) => `${name} → ${to}`)
  })
}
