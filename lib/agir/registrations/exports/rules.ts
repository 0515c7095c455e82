/** What a list of those who come may hold: never an address. */
export const listFields = ['name', 'party', 'position', 'newcomer', 'note', 'state'] as const
export const listReason = { min: 10, max: 300 } as const
