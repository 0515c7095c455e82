export type MapSpot = {
  latitude: number
  longitude: number
  label: string
  count: string
  /** The same as a number. */
  weight: number
  links: { href: string; text: string }[]
  /** Where all there is around it is listed. */
  around: { href: string; text: string }
  /** Of another colour: it stays. */
  isLasting?: boolean
  /** Several under one marker, of which some stay. */
  holdsLasting?: boolean
}

/**
 * Several places under one marker, which keeps what they are: the colour of what lasts when all of it does, a ring of that
 * colour when some of it does. It leads to each that lasts, and to the list of what else there is around.
 */
export function together(group: readonly MapSpot[], say: (weight: number) => [count: string, label: string]) {
  const [heaviest] = group
  const lasting = group.filter(({ isLasting }) => isLasting)
  const dated = group.find(({ isLasting }) => !isLasting)
  const weight = group.reduce((sum, one) => sum + one.weight, 0)
  const [count, label] = say(weight)
  return {
    ...heaviest!,
    ...{ weight, count, label },
    isLasting: !dated,
    holdsLasting: lasting.length > 0,
    links: [...(dated ? [dated.around] : []), ...lasting.flatMap(({ links }) => links)],
  } satisfies MapSpot
}

export function colourOf({ isLasting, holdsLasting }: MapSpot): string {
  if (isLasting) return 'border-2 border-paper bg-accent text-on-accent'
  return `bg-action text-on-action ${holdsLasting ? 'border-4 border-accent' : 'border-2 border-paper'}`
}
