import 'server-only'
import PostalMime from 'postal-mime'

/** The part of a returned message that is written for programs; empty in one that has none. */
export async function reportIn(message: ArrayBuffer): Promise<string> {
  const { attachments } = await PostalMime.parse(message, { attachmentEncoding: 'utf8' }).catch(() => ({
    attachments: [],
  }))
  const report = attachments.find(({ mimeType }) => mimeType === 'message/delivery-status')
  return typeof report?.content === 'string' ? report.content : ''
}
