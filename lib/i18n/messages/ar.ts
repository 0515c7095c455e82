import help from './ar/help.json'
import removals from './ar/removals.json'
import announcements from './ar/announcements.json'
import means from './ar/means.json'
import departure from './ar/departure.json'
import agirOrganisations from './ar/agir-organisations.json'
import agirBridge from './ar/agir-bridge.json'
import agirFigures from './ar/agir-figures.json'
import agirInitiatives from './ar/agir-initiatives.json'
import agirList from './ar/agir-list.json'
import agirAnnouncing from './ar/agir-announcing.json'
import agirCompanions from './ar/agir-companions.json'
import agirCalls from './ar/agir-calls.json'
import agirVolunteers from './ar/agir-volunteers.json'
import agirMessages from './ar/agir-messages.json'
import agirNews from './ar/agir-news.json'
import agirWaiting from './ar/agir-waiting.json'
import agirPictures from './ar/agir-pictures.json'
import agirMembers from './ar/agir-members.json'
import agirProofs from './ar/agir-proofs.json'
import agirDay from './ar/agir-day.json'
import agirHours from './ar/agir-hours.json'
import agirCertificates from './ar/agir-certificates.json'
import agirStanding from './ar/agir-standing.json'
import agirFeedback from './ar/agir-feedback.json'
import site from './ar/site.json'
import ways from './ar/ways.json'
import words from './ar/words.json'
import languages from './ar/languages.json'
import hosts from './ar/hosts.json'
import home from './ar/home.json'
import ui from './ar/ui.json'
import errors from './ar/errors.json'
import ideas from './ar/ideas.json'
import stages from './ar/stages.json'
import deposit from './ar/deposit.json'
import author from './ar/author.json'
import certification from './ar/certification.json'
import engagements from './ar/engagements.json'
import examination from './ar/examination.json'
import moderation from './ar/moderation.json'
import comments from './ar/comments.json'
import consultations from './ar/consultations.json'
import supports from './ar/supports.json'
import signIn from './ar/signIn.json'
import account from './ar/account.json'
import rules from './ar/rules.json'
import letters from './ar/letters.json'
import notifications from './ar/notifications.json'
import post from './ar/post.json'
import life from './ar/life.json'
import privacy from './ar/privacy.json'
import status from './ar/status.json'
import pages from './ar/pages.json'
import paper from './ar/paper.json'
import roles from './ar/roles.json'
import figures from './ar/figures.json'
import reports from './ar/reports.json'
import desk from './ar/desk.json'
import operator from './ar/operator.json'
import look from './ar/look.json'
import legalForm from './ar/legalForm.json'
import readiness from './ar/readiness.json'
import legal from './ar/legal.json'
import settings from './ar/settings.json'
import agirDates from './ar/agir-dates.json'
import agirRegistration from './ar/agir-registration.json'
import agirActivity from './ar/agir-activity.json'
import agirGuests from './ar/agir-guests.json'
import agirHome from './ar/agir-home.json'
import agirWishes from './ar/agir-wishes.json'
import agirSources from './ar/agir-sources.json'
import agirFrame from './ar/agir-frame.json'
import agirFind from './ar/agir-find.json'
import agirRules from './ar/agir-rules.json'
import agirOffer from './ar/agir-offer.json'
import agirOwn from './ar/agir-own.json'
import agirChange from './ar/agir-change.json'
import workshop from './ar/workshop.json'
import unions from './ar/unions.json'
import bans from './ar/bans.json'

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
