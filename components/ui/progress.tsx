/** How far along, with the words beside it: `text` is what is read, the bar only shows it. */
export function Progress({
  value,
  max,
  text,
  thick,
}: {
  value: number
  max: number
  text: string
  thick?: boolean
}) {
  return (
    <progress
      value={Math.min(value, max)}
      max={max}
      aria-label={text}
      className={thick ? 'bar h-3' : 'bar'}
      data-full={value >= max || undefined}
    >
      {text}
    </progress>
  )
}
