import { smallFileOf } from '@/lib/media/rules'

/** The picture by which it is known, or the first letters of its name: decoration beside the name itself. */
export function Emblem({
  name,
  logo,
  large = false,
}: {
  name: string
  logo?: string | null
  large?: boolean
}) {
  const size = large ? 'size-20 text-2xl' : 'size-12 text-lg'
  if (logo)
    return (
      <img
        src={`/media/${smallFileOf(logo)}`}
        alt=""
        className={`${size} shrink-0 rounded-card border border-line bg-white object-contain`}
      />
    )
  return (
    <span
      aria-hidden="true"
      className={`${size} inline-flex shrink-0 items-center justify-center rounded-card bg-action-tint font-title font-bold text-on-action-tint`}
    >
      {lettersOf(name)}
    </span>
  )
}

function lettersOf(name: string): string {
  const letters = name
    .split(/[\s’'-]+/)
    .filter((word) => /^\p{L}/u.test(word) && (word.length > 3 || /^\p{Lu}/u.test(word)))
    .slice(0, 2)
    .map((word) => [...word][0]!.toLocaleUpperCase())
  return letters.join('') || ([...name][0]?.toLocaleUpperCase() ?? '')
}
