import help from './es/help.json'
import removals from './es/removals.json'
import announcements from './es/announcements.json'
import means from './es/means.json'
import departure from './es/departure.json'
import agirOrganisations from './es/agir-organisations.json'
import agirBridge from './es/agir-bridge.json'
import agirFigures from './es/agir-figures.json'
import agirInitiatives from './es/agir-initiatives.json'
import agirList from './es/agir-list.json'
import agirAnnouncing from './es/agir-announcing.json'
import agirCompanions from './es/agir-companions.json'
import agirCalls from './es/agir-calls.json'
import agirVolunteers from './es/agir-volunteers.json'
import agirMessages from './es/agir-messages.json'
import agirNews from './es/agir-news.json'
import agirWaiting from './es/agir-waiting.json'
import agirPictures from './es/agir-pictures.json'
import agirMembers from './es/agir-members.json'
import agirProofs from './es/agir-proofs.json'
import agirDay from './es/agir-day.json'
import agirHours from './es/agir-hours.json'
import agirCertificates from './es/agir-certificates.json'
import agirStanding from './es/agir-standing.json'
import agirFeedback from './es/agir-feedback.json'
import site from './es/site.json'
import ways from './es/ways.json'
import words from './es/words.json'
import languages from './es/languages.json'
import hosts from './es/hosts.json'
import home from './es/home.json'
import ui from './es/ui.json'
import errors from './es/errors.json'
import ideas from './es/ideas.json'
import stages from './es/stages.json'
import deposit from './es/deposit.json'
import author from './es/author.json'
import certification from './es/certification.json'
import engagements from './es/engagements.json'
import examination from './es/examination.json'
import moderation from './es/moderation.json'
import comments from './es/comments.json'
import consultations from './es/consultations.json'
import supports from './es/supports.json'
import signIn from './es/signIn.json'
import account from './es/account.json'
import rules from './es/rules.json'
import letters from './es/letters.json'
import notifications from './es/notifications.json'
import post from './es/post.json'
import life from './es/life.json'
import privacy from './es/privacy.json'
import status from './es/status.json'
import pages from './es/pages.json'
import paper from './es/paper.json'
import roles from './es/roles.json'
import figures from './es/figures.json'
import reports from './es/reports.json'
import desk from './es/desk.json'
import operator from './es/operator.json'
import look from './es/look.json'
import legalForm from './es/legalForm.json'
import readiness from './es/readiness.json'
import legal from './es/legal.json'
import settings from './es/settings.json'
import agirDates from './es/agir-dates.json'
import agirRegistration from './es/agir-registration.json'
import agirActivity from './es/agir-activity.json'
import agirGuests from './es/agir-guests.json'
import agirHome from './es/agir-home.json'
import agirWishes from './es/agir-wishes.json'
import agirSources from './es/agir-sources.json'
import agirFrame from './es/agir-frame.json'
import agirFind from './es/agir-find.json'
import agirRules from './es/agir-rules.json'
import agirOffer from './es/agir-offer.json'
import agirOwn from './es/agir-own.json'
import agirChange from './es/agir-change.json'
import workshop from './es/workshop.json'
import unions from './es/unions.json'
import bans from './es/bans.json'

/** Every sentence of the product in this language, one file for each part of it. */
export default {
  help,
  removals,
  announcements,
  means,
  departure,
  agirOrganisations,
  agirBridge,
  agirFigures,
  agirInitiatives,
  agirList,
  agirAnnouncing,
  agirCompanions,
  agirCalls,
  agirVolunteers,
  agirMessages,
  agirNews,
  agirPictures,
  agirWaiting,
  agirMembers,
  agirProofs,
  agirFeedback,
  agirStanding,
  agirCertificates,
  agirHours,
  agirDay,
  site,
  ways,
  words,
  languages,
  hosts,
  home,
  ui,
  errors,
  ideas,
  stages,
  deposit,
  author,
  certification,
  engagements,
  examination,
  moderation,
  comments,
  consultations,
  supports,
  signIn,
  account,
  rules,
  letters,
  notifications,
  post,
  life,
  privacy,
  status,
  pages,
  paper,
  roles,
  figures,
  reports,
  desk,
  operator,
  look,
  legalForm,
  readiness,
  legal,
  settings,
  agirDates,
  agirActivity,
  agirGuests,
  agirHome,
  agirFind,
  agirFrame,
  agirSources,
  agirWishes,
  agirRules,
  agirOffer,
  agirOwn,
  agirChange,
  agirRegistration,
  workshop,
  unions,
  bans,
}
