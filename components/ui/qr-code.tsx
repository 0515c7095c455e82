import { qrCode } from '@/lib/qr/rules'

/** Black on white whatever the page’s ground, with the margin that readers need; nothing for a text too long for one. */
export function QrCode({ text, label, className }: { text: string; label: string; className: string }) {
  const squares = qrCode(text)
  if (!squares) return null
  const side = squares.length + 8
  const dark = squares.flatMap((row, y) =>
    row.flatMap((isDark, x) => (isDark ? [`M${x + 4} ${y + 4}h1v1h-1z`] : [])),
  )
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${side} ${side}`}
      shapeRendering="crispEdges"
      className={className}
    >
      <rect width={side} height={side} fill="#fff" />
      <path d={dark.join('')} fill="#000" />
    </svg>
  )
}
