import { useId } from 'react'
import { signatureOf, tones } from '@/lib/theme/signature'

const looks = {
  paper: { soft: 'fill-action-tint', strong: 'fill-action', spark: 'fill-accent' },
  deep: { soft: 'fill-on-deep opacity-10', strong: 'fill-on-deep opacity-25', spark: 'fill-accent' },
} as const

/** The city's own geometry, as wide as its place: more of it shows, nothing is stretched. */
export function Signature({
  seed,
  ground = 'paper',
  scale = 3,
  className,
}: {
  seed: string
  ground?: keyof typeof looks
  scale?: number
  className: string
}) {
  const id = useId()
  const { width, height, layers } = signatureOf(seed)
  return (
    <svg aria-hidden="true" focusable="false" className={`block w-full ${className}`}>
      <pattern
        id={id}
        {...{ width, height }}
        patternUnits="userSpaceOnUse"
        patternTransform={`scale(${scale})`}
      >
        {tones.map((tone) => (
          <path key={tone} d={layers[tone]} className={looks[ground][tone]} />
        ))}
      </pattern>
      <rect width="100%" height="100%" fill={`url(#${id})`} />
    </svg>
  )
}
