/** Shapes, their colours and their places. What is not named here is not kept. */
const elements = new Set(
  'svg g path rect circle ellipse line polyline polygon defs clipPath mask linearGradient radialGradient stop symbol use title desc'.split(
    ' ',
  ),
)
const attributes = new Set(
  (
    'id d x y x1 y1 x2 y2 cx cy r rx ry fx fy width height points viewBox preserveAspectRatio transform opacity fill ' +
    'fill-opacity fill-rule clip-rule stroke stroke-width stroke-opacity stroke-linecap stroke-linejoin ' +
    'stroke-miterlimit stroke-dasharray stroke-dashoffset clip-path mask offset stop-color stop-opacity ' +
    'gradientUnits gradientTransform spreadMethod clipPathUnits maskUnits maskContentUnits href xlink:href color'
  ).split(' '),
)
const mostParts = 5000
const ownName = /^#[A-Za-z][\w.-]*$/
const plain = /^[\w\s.,;:#%()+/-]*$/

const token =
  /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[[\s\S]*?\]\]>|<!DOCTYPE[^>[]*(?:\[[^\]]*\])?[^>]*>|<(\/?)([A-Za-z][\w:.-]*)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|[^<]+/g
const pair = /([\w:.-]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/g

/**
 * A drawing written anew from the few things a drawing is made of: no script, no style, no words, no image, no address but
 * of a part of itself. Null when it is not a drawing, or not one that can be read to its end.
 */
export function harmlessDrawing(sent: string): string | null {
  const open: string[] = []
  const written: string[] = []
  let [at, parts, skipped] = [0, 0, 0]
  for (const match of sent.trimStart().matchAll(token)) {
    if (match.index !== at) return null
    at += match[0].length
    const [, closes, name, said = '', alone] = match
    if (!name) continue
    if (++parts > mostParts) return null
    if (!closes && !alone) open.push(name)
    if (closes && open.pop() !== name) return null
    if (skipped > 0) {
      if (closes && open.length < skipped) skipped = 0
      continue
    }
    if (parts === 1 && name !== 'svg') return null
    if (!elements.has(name)) {
      if (!alone) skipped = open.length
      continue
    }
    written.push(closes ? `</${name}>` : `<${name}${keptAttributes(said, parts === 1)}${alone ? '/' : ''}>`)
  }
  const whole = at === sent.trimStart().length && open.length === 0 && parts > 1
  return whole ? written.join('') : null
}

function keptAttributes(said: string, isRoot: boolean): string {
  const kept = [...said.matchAll(pair)].flatMap(([, name = '', one, other]) => {
    const value = (one ?? other ?? '').trim()
    return attributes.has(name) && isHarmless(name, value)
      ? [` ${name.replace('xlink:', '')}="${value}"`]
      : []
  })
  return (isRoot ? ' xmlns="http://www.w3.org/2000/svg"' : '') + [...new Set(kept)].join('')
}

function isHarmless(name: string, value: string): boolean {
  if (name.endsWith('href')) return ownName.test(value)
  const outside = value.replace(/url\(\s*(#[A-Za-z][\w.-]*)\s*\)/g, '')
  return plain.test(outside) && !/url|script|data:|expression|import/i.test(outside)
}
