/** What programs read of a page. No text can end the block: what opens a tag is written as a number. */
export const asScript = (said: object) => JSON.stringify(said).replace(/[<>&\u2028\u2029]/g, asNumber)

const asNumber = (sign: string) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`
