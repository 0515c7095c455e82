/** One to three letters on the city's colour; the name is beside it. */
export function Monogram({ letters }: { letters: string }) {
  const size = [...letters].length > 2 ? 'text-base' : [...letters].length > 1 ? 'text-lg' : 'text-2xl'
  return (
    <span
      aria-hidden="true"
      className={`flex size-11 shrink-0 items-center justify-center rounded-control bg-action font-title leading-none font-bold text-on-action forced-colors:border ${size}`}
    >
      {letters}
    </span>
  )
}
