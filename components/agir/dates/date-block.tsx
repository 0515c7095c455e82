import { getFormatter } from 'next-intl/server'

/** The day as a leaf of a calendar: what it says is said in words beside it. */
export async function DateBlock({ startsAt, zone, off }: { startsAt: Date; zone: string; off?: boolean }) {
  const format = await getFormatter()
  const timeZone = zone
  return (
    <span
      aria-hidden="true"
      className={`flex w-16 shrink-0 flex-col items-center overflow-hidden rounded-control border bg-paper pb-1 text-center leading-tight ${off ? 'border-line text-muted' : 'border-action text-ink'}`}
    >
      <span className={`w-full py-0.5 text-sm font-bold ${off ? 'bg-tint' : 'bg-action text-on-action'}`}>
        {format.dateTime(startsAt, { month: 'short', timeZone })}
      </span>
      <span className="font-title text-2xl font-bold">
        {format.dateTime(startsAt, { day: 'numeric', timeZone })}
      </span>
      <span className="text-sm">{format.dateTime(startsAt, { weekday: 'short', timeZone })}</span>
    </span>
  )
}
