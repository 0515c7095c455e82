/** What is read in one piece: « 9:00 ص », « 9:00 AM » never leave their last letters to the next line. */
export const unbroken = (said: string): string => said.replaceAll(' ', '\u00a0')
