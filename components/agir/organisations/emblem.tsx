/** The first letters of a name, for those who have no picture of their own. */
export function Emblem({ name, large = false }: { name: string; large?: boolean }) {
  const letters = name
    .split(/[\s’'-]+/)
    .filter((word) => /^\p{L}/u.test(word) && (word.length > 3 || /^\p{Lu}/u.test(word)))
    .slice(0, 2)
    .map((word) => [...word][0]!.toLocaleUpperCase())
  const size = large ? 'size-20 text-2xl' : 'size-12 text-lg'
  return (
    <span
      aria-hidden="true"
      className={`${size} inline-flex shrink-0 items-center justify-center rounded-card bg-action-tint font-title font-bold text-on-action-tint`}
    >
      {letters.join('') || [...name][0]?.toLocaleUpperCase()}
    </span>
  )
}
