/** A colour as it is, where its code alone would say little. */
export const Swatch = ({ colour }: { colour: string }) => (
  <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" className="shrink-0">
    <rect width="24" height="24" rx="4" fill={colour} />
  </svg>
)
