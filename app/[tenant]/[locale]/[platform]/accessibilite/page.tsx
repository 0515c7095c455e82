import { LegalPage, legalMetadata, type LegalProps } from '../legal-page'

export const generateMetadata = () => legalMetadata('accessibility')

export default function Accessibility(props: LegalProps) {
  return <LegalPage document="accessibility" {...props} />
}
