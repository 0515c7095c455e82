/** What a person may send as an image, and what the product makes of it. */
export const limits = { bytes: 10 * 1024 * 1024, pixels: 40_000_000, side: 1600, smallSide: 640 } as const

export const readableTypes = ['image/jpeg', 'image/png', 'image/webp'] as const

export const imageRefusals = [
  'file_required',
  'file_empty',
  'file_too_big',
  'not_an_image',
  'too_many_pixels',
  'image_damaged',
] as const
export type ImageRefusal = (typeof imageRefusals)[number]

const name = /^[A-Za-z0-9_-]{22}(-640)?\.webp$/

/** Only names the product itself gave: anything else, with or without dots and slashes, is nobody's. */
export function isMediaName(file: string): boolean {
  return name.test(file)
}

/** The same picture, small enough for a list or a phone. */
export function smallFileOf(file: string): string {
  return file.replace(/\.webp$/, '-640.webp')
}

/** The picture a file is a version of: what the database knows. */
export function pictureOf(file: string): string {
  return file.replace(/-640\.webp$/, '.webp')
}

/** What an `<img>` needs, so that a phone takes the small one and nothing shifts. Addresses are the same in every language. */
export function imageSources({ file, width, height }: { file: string; width: number; height: number }) {
  const small = Math.min(width, Math.round(width * Math.min(1, limits.smallSide / Math.max(width, height))))
  return {
    src: `/media/${file}`,
    srcSet: `/media/${smallFileOf(file)} ${small}w, /media/${file} ${width}w`,
    width,
    height,
  }
}

const documentName = /^[A-Za-z0-9_-]{22}\.pdf$/

export function isDocumentName(file: string): boolean {
  return documentName.test(file)
}

const asPicture = { 'content-type': 'image/webp', 'x-content-type-options': 'nosniff' }
/** Drawn by itself, it may load and run nothing. */
const asDrawing = {
  'content-type': 'image/svg+xml',
  'content-security-policy': "default-src 'none'; sandbox",
  'x-content-type-options': 'nosniff',
}

export const imageHeaders = (file: string) => (file.endsWith('.svg') ? asDrawing : asPicture)
