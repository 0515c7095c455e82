/** Where one is in a form of several pages: the sentence first (« étape 3 sur 6 »), then the line of steps. */
export function Steps({
  label,
  text,
  steps,
}: {
  label: string
  text: string
  steps: { title: string; href?: string; state: 'done' | 'current' | 'ahead' }[]
}) {
  const looks = { done: 'bg-action', current: 'bg-action', ahead: 'bg-line' }
  return (
    <nav aria-label={label}>
      <p className="font-bold text-muted">{text}</p>
      <ol className="mt-2 flex gap-1.5">
        {steps.map(({ title, href, state }) => (
          <li key={title} className="min-w-0 flex-1" aria-current={state === 'current' ? 'step' : undefined}>
            <span className={`block h-1.5 rounded-full ${looks[state]}`} />
            <span
              className={`mt-1.5 hidden pe-2 text-sm md:block ${state === 'current' ? 'font-bold' : 'text-muted'}`}
            >
              {href && state === 'done' ? <a href={href}>{title}</a> : title}
            </span>
          </li>
        ))}
      </ol>
    </nav>
  )
}
