/** A figure that leads to what it counts. */
export function Stat({ figure, label, href }: { figure: string; label: string; href?: string }) {
  const body = (
    <>
      <span className="tabular block font-title text-2xl font-bold text-ink md:text-3xl">{figure}</span>
      <span className="block text-base text-muted">{label}</span>
    </>
  )
  if (!href) return <div>{body}</div>
  return (
    <a href={href} className="group block rounded-control py-2 no-underline hover:underline">
      {body}
    </a>
  )
}
