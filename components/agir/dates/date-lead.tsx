import { dateWords } from './date-words'

type When = Parameters<Awaited<ReturnType<typeof dateWords>>['whole']>[0]

/** When a date is, and where, when it is not at its activity's usual place. */
export async function DateLead({
  date,
}: {
  date: When & { placeLabel: string | null; address: string | null }
}) {
  const words = await dateWords()
  const where = [date.placeLabel, date.address].filter(Boolean).join(', ')
  return (
    <>
      {words.whole(date)}
      {where && <bdi className="block">{where}</bdi>}
    </>
  )
}
